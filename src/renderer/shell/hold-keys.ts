import { closeDialog } from '../app/dialogs';

/**
 * Holds what is typed until a dialog that is still being loaded has the focus, and types it there:
 * it would go into the brief. @returns how to stop
 */
export function holdKeys(): () => void {
  let held = '';
  const stop = new AbortController();
  const { signal } = stop;
  const onKey = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') closeDialog();
    else if (isText(event)) held += event.key;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.closest('.ui-dialog')) return;
    stop.abort();
    // The one way that the field takes for typing.
    if (held !== '') document.execCommand('insertText', false, held);
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  window.addEventListener('focusin', onFocus, { signal });
  return () => stop.abort();
}

const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && ((!ctrlKey && !altKey) || (ctrlKey && altKey)) && !metaKey;
