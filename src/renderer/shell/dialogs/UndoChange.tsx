import { useState } from 'react';
import type { ShellDialogProps } from '../../app/dialogs';
import { useWorkspace } from '../../app/workspace';
import { Confirm } from '../../ui/Dialog';
import { undoChange } from '../changes/run';
import './dialogs.css';

/** Asks before the last change to many files is taken back, and names it. */
export function UndoChangeDialog({ onClose }: ShellDialogProps<'undo-change'>) {
  const undoable = useWorkspace((workspace) => workspace.undoable);
  const [what] = useState(undoable);
  const [pending, setPending] = useState(false);
  const undo = async () => {
    setPending(true);
    await undoChange();
    onClose();
  };
  return (
    <Confirm
      open
      title="Undo the last change to many files?"
      action="Undo"
      pending={pending}
      onConfirm={() => void undo()}
      onCancel={onClose}
    >
      <p>{what ?? 'There is nothing to be undone.'}</p>
      <p className="dialog-note">
        Every file of it becomes what it was before. Where one was changed since, nothing is undone.
      </p>
    </Confirm>
  );
}
