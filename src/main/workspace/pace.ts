import { tidyMemory } from '../../disk/engine/tidy-memory';

/** The index starts so long after the first brief, which one waits for, was asked for. */
const REST_MS = 400;
/** Where thousands are to be read, the page has drawn it by then, and loaded what it loads ahead. */
const LONG_REST_MS = 1_200;
/** So long after the workspace was shown it starts in any case. */
const LATEST_MS = 3_000;
/** What starting left behind is given back so long after all is read. */
const TIDY_MS = 1_500;

/** When what a workspace can wait for is done. */
export class Pace {
  #timer: NodeJS.Timeout | null = null;
  #isLarge = false;
  #isTidy = false;

  constructor(readonly startIndex: () => void) {}

  /** The workspace was shown, but for the briefs that are still to be read. */
  shown(unread: number): void {
    this.#isLarge = unread > 0;
    this.#in(this.#isLarge ? LATEST_MS : REST_MS, this.startIndex);
  }

  /** A brief was asked for before the index has started. */
  opened(): void {
    if (this.#timer) this.#in(this.#isLarge ? LONG_REST_MS : REST_MS, this.startIndex);
  }

  /** All briefs are read and checked. */
  ready(): void {
    if (this.#isTidy) return;
    this.#isTidy = true;
    this.#in(TIDY_MS, tidyMemory);
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #in(time: number, run: () => void): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      run();
    }, time);
  }
}
