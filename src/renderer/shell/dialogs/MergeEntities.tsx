import { type ReactNode, useState } from 'react';
import type { Entity } from '../../../core/workspace/workspace';
import type { ChangeRequest } from '../../../core/plan/types';
import type { ShellDialogProps } from '../../app/dialogs';
import { useWorkspace } from '../../app/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ChangePlanDialog } from './Change';
import './dialogs.css';

/** Makes one of several entities: which one stays, then every line that changes. */
export function MergeEntitiesDialog({
  dialog,
  onClose,
}: ShellDialogProps<'merge-entities'>): ReactNode {
  const { slugs } = dialog;
  const entities = useWorkspace((workspace) => workspace.entities);
  const [into, setInto] = useState(slugs[0] ?? '');
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  if (request) {
    return (
      <ChangePlanDialog
        title={`Merge into ${nameOf(entities, into)}`}
        request={request}
        onClose={onClose}
        onBack={() => setRequest(null)}
      />
    );
  }
  return (
    <Dialog
      open
      size="s"
      title={`Merge ${slugs.length} entities`}
      description="All links go to the one that stays; the names of the others become its aliases."
      onClose={onClose}
      onSubmit={() => setRequest({ kind: 'merge-entities', slugs: besides(slugs, into), into })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Show changes…
          </Button>
        </>
      }
    >
      <fieldset className="change-keep">
        <legend>Which one stays</legend>
        {slugs.map((slug) => (
          <label key={slug}>
            <input
              type="radio"
              name="into"
              checked={slug === into}
              onChange={() => setInto(slug)}
            />
            <span dir="auto">{nameOf(entities, slug)}</span>
            <span className="change-keep-detail">{detailOf(entities, slug)}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

const besides = (slugs: readonly string[], into: string): readonly string[] =>
  slugs.filter((slug) => slug !== into);

const find = (entities: readonly Entity[], slug: string): Entity | undefined =>
  entities.find((entity) => entity.slug === slug);

const nameOf = (entities: readonly Entity[], slug: string): string =>
  find(entities, slug)?.name ?? slug;

function detailOf(entities: readonly Entity[], slug: string): string {
  const { kind, aliases = [] } = find(entities, slug) ?? {};
  return [slug, kind, ...aliases].filter(Boolean).join(' · ');
}
