import { type ReactNode, useState } from 'react';
import type { ShellDialogProps } from '../../app/dialogs';
import { ChangePlanDialog } from './Change';
import { deletionOf } from './deletion';

/** Briefs go by a plan, which shows what depends on them and is taken back as one step. */
export function DeleteDialog({ dialog, onClose }: ShellDialogProps<'delete'>): ReactNode {
  const [request] = useState({ kind: 'delete-briefs', slugs: dialog.slugs } as const);
  const files = dialog.slugs.length === 1 ? 'The file goes' : 'The files go';
  return (
    <ChangePlanDialog
      title={deletionOf(dialog.slugs)}
      description={`${files} to the trash of the workspace, for 30 days. Undo takes the whole change back.`}
      request={request}
      onClose={onClose}
    />
  );
}
