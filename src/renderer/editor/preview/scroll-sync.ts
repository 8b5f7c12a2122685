/** A place in a long page, by part: `takes[3]` and how far down in it (0 to 1). */
export interface Spot {
  readonly key: string;
  readonly share: number;
}

/** A pane that shows the brief and can be scrolled. */
export interface ScrollSide {
  readonly element: HTMLElement;
  /** What stands at the top; null where no part does. */
  readonly spot: () => Spot | null;
  /** @returns false where the pane does not show the part */
  readonly go: (spot: Spot) => boolean;
}

const sides = new Set<ScrollSide>();
/** The pane that a person last touched: it leads, the others follow. */
let leader: ScrollSide | null = null;
let planned = false;

const TOUCHES = ['pointerenter', 'wheel', 'keydown', 'focusin', 'pointerdown'] as const;

/** Lets a pane follow the others and be followed. @returns the end of it */
export function joinScroll(side: ScrollSide): () => void {
  const lead = () => {
    leader = side;
  };
  const scrolled = () => {
    if (leader !== side || planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      const spot = leader?.spot();
      if (!spot) return;
      for (const other of sides) if (other !== leader) other.go(spot);
    });
  };
  sides.add(side);
  for (const type of TOUCHES) side.element.addEventListener(type, lead, { passive: true });
  side.element.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    sides.delete(side);
    if (leader === side) leader = null;
    for (const type of TOUCHES) side.element.removeEventListener(type, lead);
    side.element.removeEventListener('scroll', scrolled);
  };
}

const PART = '[data-item^="takes["], [data-part]';
/** The line of a pane that counts as its top, in pixels below its edge. */
const LINE = 32;

/** A pane whose parts are elements with `data-part` or `data-item`. */
export function elementSide(element: HTMLElement): ScrollSide {
  return {
    element,
    spot() {
      const box = element.getBoundingClientRect();
      const found = document
        .elementFromPoint(box.left + box.width / 2, box.top + LINE)
        ?.closest(PART);
      if (!found || !element.contains(found)) return null;
      const { top, height } = found.getBoundingClientRect();
      const key = found.getAttribute('data-item') ?? found.getAttribute('data-part') ?? '';
      return { key, share: (box.top + LINE - top) / Math.max(height, 1) };
    },
    go({ key, share }) {
      const found = element.querySelector(`[data-item="${key}"], [data-part="${key}"]`);
      if (!found) return false;
      const { top, height } = found.getBoundingClientRect();
      element.scrollTop += top + height * share - element.getBoundingClientRect().top - LINE;
      return true;
    },
  };
}
