import { lazy, Suspense, useState } from 'react';
import { useStore } from '../app/store';
import { type Toast, toastQueue } from '../app/toasts';

const Toaster = lazy(async () => ({ default: (await import('../ui/Toaster')).Toaster }));

/** Loads the part that shows toasts with the first one. */
export function Toasts() {
  const queue = useStore(toastQueue);
  const [shown, setShown] = useState(false);
  if (!shown && queue.length > 0) setShown(true);
  return shown ? (
    <Suspense>
      <Toaster queue={queue} onTaken={drop} />
    </Suspense>
  ) : null;
}

const drop = (taken: readonly Pick<Toast, 'id'>[]): void =>
  toastQueue.update((queue) => queue.filter(({ id }) => taken.every((each) => each.id !== id)));
