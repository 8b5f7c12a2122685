import type { ReactNode } from 'react';
import type { ChangeRequest } from '../../../core/plan/types';
import { RULE_TITLES } from '../../../core/check/titles';
import type { ShellDialogProps } from '../../app/dialogs';
import { nameOf } from '../../app/list';
import { rowsBySlug, workspaceStore } from '../../app/workspace';
import { Dialog } from '../../ui/Dialog';
import { ChangeBody, ChangeFoot } from '../changes/ChangeBody';
import { useChange } from '../changes/use-change';
import { deletionOf } from './deletion';
import './dialogs.css';

/** Shows what a change to many files would do, line by line, and does it. */
export function ChangeDialog({ dialog, onClose }: ShellDialogProps<'change'>): ReactNode {
  const { request } = dialog;
  return <ChangePlanDialog title={titleOf(request)} request={request} onClose={onClose} />;
}

/** @param props.request the same object as long as it is the same wish */
export function ChangePlanDialog(props: {
  readonly title: string;
  readonly description?: string;
  readonly request: ChangeRequest;
  readonly onClose: () => void;
  /** Where one comes from, if it was a form. */
  readonly onBack?: () => void;
}): ReactNode {
  const { title, description, request, onClose, onBack } = props;
  const change = useChange(request, onClose);
  return (
    <Dialog
      open
      size="l"
      title={title}
      description={description}
      onClose={onClose}
      footer={<ChangeFoot request={request} change={change} onClose={onClose} onBack={onBack} />}
    >
      <ChangeBody change={change} />
    </Dialog>
  );
}

function titleOf(request: ChangeRequest): string {
  switch (request.kind) {
    case 'rename-brief':
    case 'rename-entity':
      return `Rename ${request.slug}`;
    case 'rename-lens':
    case 'rename-head':
    case 'rename-outlet':
      return `Rename “${request.name}” to “${request.to}”`;
    case 'merge-entities':
    case 'merge-outlets':
      return `Merge into ${request.into}`;
    case 'delete-briefs':
      return deletionOf(request.slugs);
    case 'delete-entity':
      return `Delete the entity ${request.slug}?`;
    case 'delete-outlet':
      return `Delete the outlet “${request.name}”?`;
    case 'fix-finding':
      return `Fix in “${briefName(request.slug)}”`;
    default:
      return `Fix all: ${RULE_TITLES[request.rule]}`;
  }
}

const briefName = (slug: string): string =>
  nameOf(rowsBySlug(workspaceStore.get()?.briefs ?? []).get(slug) ?? { title: '', slug });
