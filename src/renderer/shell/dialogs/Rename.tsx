import { type ReactNode, useState } from 'react';
import type { ChangeRequest } from '../../../core/plan/types';
import type { Renamed, ShellDialogProps } from '../../app/dialogs';
import { Dialog } from '../../ui/Dialog';
import { ChangeFormFoot } from '../changes/ChangeFormFoot';
import { ChangePlanDialog } from './Change';
import { BriefForm } from './rename/BriefForm';
import { EntityForm } from './rename/EntityForm';
import { NameForm } from './rename/NameForm';
import { type RenameDraft, requestOf, useRenameDraft } from './rename/draft';
import './dialogs.css';

/** A new name or slug, then every line that it changes, then the change. */
export function RenameDialog({ dialog, onClose }: ShellDialogProps<'rename'>): ReactNode {
  const { what, id } = dialog;
  const [draft, change] = useRenameDraft(what, id);
  const [tried, setTried] = useState(false);
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const submit = () => {
    setTried(true);
    if (draft.fault === null) setRequest(requestOf(what, id, draft));
  };
  if (request) {
    return (
      <ChangePlanDialog
        title={TITLES[what]}
        description={`${draft.was} becomes ${newName(what, draft)}.`}
        request={request}
        onClose={onClose}
        onBack={() => setRequest(null)}
      />
    );
  }
  const fields = { id, draft, tried, onChange: change };
  return (
    <Dialog
      open
      size="s"
      title={TITLES[what]}
      description={`Now: ${draft.was}`}
      onClose={onClose}
      onSubmit={submit}
      footer={<ChangeFormFoot onClose={onClose} />}
    >
      {what === 'brief' ? (
        <BriefForm {...fields} />
      ) : what === 'entity' ? (
        <EntityForm {...fields} />
      ) : (
        <NameForm {...fields} what={what} />
      )}
    </Dialog>
  );
}

const newName = (what: Renamed, { name, slug }: RenameDraft): string =>
  what === 'brief' ? slug : what === 'entity' ? `${name} (${slug})` : name.trim();

const TITLES: Readonly<Record<Renamed, string>> = {
  brief: 'Rename brief',
  entity: 'Rename entity',
  lens: 'Rename lens everywhere',
  head: 'Rename head everywhere',
  outlet: 'Rename outlet everywhere',
};
