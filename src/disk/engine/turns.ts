import { setImmediate } from 'node:timers';

/** Work in steps: between two of them others may be served. */
export type Work = Generator<unknown, void>;

interface Turn {
  readonly work: Work;
  readonly isUrgent: boolean;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** How long work may go on before messages are met. */
const SLICE_MS = 8;

/** Runs work in slices, the urgent one after the other, then the rest, so that questions are answered in between. */
export class Turns {
  readonly #turns: Turn[] = [];
  #isPaused = false;
  #isWaiting = false;

  /** @param afterSlice called after each slice, and once all is done */
  constructor(readonly afterSlice: (isIdle: boolean) => void) {}

  get isIdle(): boolean {
    return this.#turns.length === 0;
  }

  /**
   * Settles when the work is done.
   * @param isUrgent false for work that lets all other go first, also when that comes later
   */
  run(work: Work, isUrgent = true): Promise<void> {
    return new Promise((done, failed) => {
      const turn = { work, isUrgent, done, failed };
      const patient = isUrgent ? this.#turns.findIndex((other) => !other.isUrgent) : -1;
      this.#turns.splice(patient < 0 ? this.#turns.length : patient, 0, turn);
      this.#wait();
    });
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#wait();
  }

  #wait(): void {
    if (this.#isWaiting || this.#isPaused || this.isIdle) return;
    this.#isWaiting = true;
    setImmediate(() => {
      this.#isWaiting = false;
      if (!this.#isPaused) this.#slice();
      this.afterSlice(this.isIdle);
      this.#wait();
    });
  }

  #slice(): void {
    const until = performance.now() + SLICE_MS;
    for (let turn = this.#turns[0]; turn; turn = this.#turns[0]) {
      const isDone = this.#step(turn);
      if (!isDone && performance.now() >= until) return;
    }
  }

  /** @returns true where it is done */
  #step(turn: Turn): boolean {
    const { work, done, failed } = turn;
    try {
      if (!work.next().done) return false;
      done();
    } catch (error) {
      failed(error);
    }
    this.#turns.splice(this.#turns.indexOf(turn), 1);
    return true;
  }
}

/** So many steps are done between two words of progress. */
const STEPS = 500;

/** Does all steps of work at once, with a word now and then. */
export function atOnce<T>(work: Generator<unknown, T>, tell?: () => void): T {
  for (let done = 0; ; done++) {
    const step = work.next();
    if (step.done) return step.value;
    if (done % STEPS === 0) tell?.();
  }
}
