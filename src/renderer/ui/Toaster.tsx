import { Toast as Base } from '@base-ui/react/toast';
import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import './Toaster.css';

/** What is to be shown; `id` keeps one that is given twice from being shown twice. */
export interface ToastWords {
  readonly id: number;
  readonly kind: 'info' | 'done' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const manager = Base.createToastManager<ToastWords>();

/** Shows the toasts of the queue, and says which it has taken. */
export function Toaster(props: {
  readonly queue: readonly ToastWords[];
  readonly onTaken: (taken: readonly ToastWords[]) => void;
}) {
  const { queue, onTaken } = props;
  useEffect(() => {
    if (queue.length === 0) return;
    for (const words of queue) {
      manager.add({
        id: String(words.id),
        title: words.text,
        data: words,
        // An error stays until it is read.
        timeout: words.kind === 'error' ? 0 : 6000,
      });
    }
    onTaken(queue);
  }, [queue, onTaken]);
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className="ui-toasts" aria-label="Notices">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts, close } = Base.useToastManager<ToastWords>();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={[]}
      className={classes('ui-toast', `ui-toast-${toast.data?.kind ?? 'info'}`)}
    >
      <Base.Content className="ui-toast-content">
        <Base.Title className="ui-toast-text" render={<p />} />
        {toast.data?.action ? (
          <Button
            size="s"
            onClick={() => {
              toast.data?.action?.run();
              close(toast.id);
            }}
          >
            {toast.data.action.label}
          </Button>
        ) : null}
        {/* Base UI hides it from readers of a pile of toasts; these stand side by side. */}
        <Base.Close
          aria-hidden={false}
          render={<IconButton size="s" label="Dismiss" icon={<X aria-hidden="true" />} />}
        />
      </Base.Content>
    </Base.Root>
  ));
}
