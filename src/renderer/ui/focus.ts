import { type RefCallback, useCallback, useRef } from 'react';

/** What a popup is given, so that it takes the focus and gives it back. */
export interface Focusing {
  readonly ref: RefCallback<HTMLElement>;
  readonly finalFocus: () => boolean;
}

/** What had the focus last outside of dialogs: one that follows another finds it nowhere. */
let outside: Element | null = null;

/**
 * Takes the focus into a popup in the moment in which it is there, and back to where it was. Base UI
 * would wait for the next frame, and what is typed right after a shortcut would go astray.
 *
 * @param first what is focused, of those in the popup; null leaves it to Base UI
 */
export function useFocusAtOnce(first: (popup: HTMLElement) => HTMLElement | null): Focusing {
  const popup = useRef<HTMLElement>(null);
  const before = useRef<Element>(null);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const now = document.activeElement;
      popup.current = element;
      before.current = now;
      if (now && now !== document.body && !now.closest('.ui-dialog')) outside = now;
      first(element)?.focus();
    },
    [first],
  );
  const finalFocus = useCallback(() => {
    const back = [before.current, outside].find(canTake);
    if (!back) return true;
    // Later: who closes it, or another dialog, may take the focus in the same moment.
    queueMicrotask(() => {
      const now = document.activeElement;
      if (!now || now === document.body || popup.current?.contains(now)) {
        back.focus({ preventScroll: true });
      }
    });
    return false;
  }, []);
  return { ref, finalFocus };
}

const canTake = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element !== document.body;
