/** What is brought into sight keeps this many pixels from the edge of its pane. */
const ROOM = 48;
const SIDE = 24;

/**
 * Brings an element into sight in its own pane. `scrollIntoView` would also scroll the frames
 * around the pane, which are not meant to move.
 */
export function bringIntoSight(element: Element | null | undefined): void {
  const pane = element?.closest('[data-scroller]');
  if (!element || !pane) return;
  bringColumn(element);
  const box = pane.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  if (top < box.top + ROOM) pane.scrollTop += top - box.top - ROOM;
  else if (bottom > box.bottom - ROOM) {
    pane.scrollTop += Math.min(bottom - box.bottom + ROOM, top - box.top - ROOM);
  }
}

/** Of what scrolls sideways, the whole column that holds the element. */
function bringColumn(element: Element): void {
  const row = element.closest('[data-columns]');
  const column = row && [...row.children].find((child) => child.contains(element));
  if (!row || !column) return;
  const box = row.getBoundingClientRect();
  const { left, right } = column.getBoundingClientRect();
  if (left < box.left + SIDE) row.scrollLeft += left - box.left - SIDE;
  else if (right > box.right - SIDE) row.scrollLeft += right - box.right + SIDE;
}
