import { type ReactNode, useState } from 'react';
import type { ShellDialogProps } from '../../app/dialogs';
import { useWorkspace } from '../../app/workspace';
import { Confirm } from '../../ui/Dialog';
import { stepChange } from '../changes/run';
import './dialogs.css';

/** Asks before the last change to many files is taken back, or done again, and names it. */
export function UndoChangeDialog({ dialog, onClose }: ShellDialogProps<'undo-change'>): ReactNode {
  const { way } = dialog;
  const words = WORDS[way];
  const next = useWorkspace(({ undoable, redoable }) => (way === 'undo' ? undoable : redoable));
  const [what] = useState(next);
  const [pending, setPending] = useState(false);
  const go = async () => {
    setPending(true);
    await stepChange(way);
    onClose();
  };
  return (
    <Confirm
      open
      title={words.title}
      action={words.action}
      pending={pending}
      onConfirm={() => void go()}
      onCancel={onClose}
    >
      <p>{what ?? words.nothing}</p>
      <p className="dialog-note">{words.note}</p>
    </Confirm>
  );
}

const WORDS = {
  undo: {
    title: 'Undo the last change to many files?',
    action: 'Undo',
    nothing: 'There is nothing to be undone.',
    note: 'Every file of it becomes what it was before. Where one was changed since, nothing is undone.',
  },
  redo: {
    title: 'Redo the last change to many files?',
    action: 'Redo',
    nothing: 'There is nothing to be done again.',
    note: 'Every file of it becomes what the change made of it. Where one was changed since, nothing is done.',
  },
} as const;
