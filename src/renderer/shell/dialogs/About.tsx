import type { ShellDialogProps } from '../../app/dialogs';
import { bootStore } from '../../app/session';
import { useStore } from '../../app/store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

export function AboutDialog({ onClose }: ShellDialogProps<'about'>) {
  const { version } = useStore(bootStore);
  return (
    <Dialog
      open
      size="s"
      title="Briefwright"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <p>Version {version}</p>
      <p>
        A desktop editor for news briefs: structured writing, live checks, clean Markdown out. Your
        briefs are plain files; Briefwright sends nothing anywhere.
      </p>
      <p>Free software under the MIT licence.</p>
    </Dialog>
  );
}
