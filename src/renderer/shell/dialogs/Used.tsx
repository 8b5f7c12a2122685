import type { ShellDialogProps } from '../../app/dialogs';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { References } from '../../views/references/References';
import './dialogs.css';

/** The briefs in which an entity, an outlet, a lens or a head is used. */
export function UsedDialog({ dialog, onClose }: ShellDialogProps<'used'>) {
  return (
    <Dialog
      open
      title={`Where “${dialog.name}” is used`}
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <References subject={dialog.subject} onOpen={onClose} />
    </Dialog>
  );
}
