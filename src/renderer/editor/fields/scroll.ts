/** What is brought into sight keeps this many pixels from the edge of its pane. */
const ROOM = 48;

/**
 * Brings an element into sight in its own pane. `scrollIntoView` would also scroll the frames
 * around the pane, which are not meant to move.
 */
export function bringIntoSight(element: Element | null | undefined): void {
  const pane = element?.closest('[data-scroller]');
  if (!element || !pane) return;
  const box = pane.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  if (top < box.top + ROOM) pane.scrollTop += top - box.top - ROOM;
  else if (bottom > box.bottom - ROOM) {
    pane.scrollTop += Math.min(bottom - box.bottom + ROOM, top - box.top - ROOM);
  }
}
