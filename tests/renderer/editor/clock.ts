import type { Timers } from '../../../src/renderer/editor/session/timers';

interface Call {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that a test winds by hand. */
export class Clock implements Timers {
  #now = 0;
  #calls = new Set<Call>();

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const call = { at: this.#now + milliseconds, run };
    this.#calls.add(call);
    return () => this.#calls.delete(call);
  };

  /** Lets time pass; what is due runs in its order, and what it starts is awaited. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#calls].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#calls.delete(due);
      this.#now = due.at;
      due.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}

/** All promises that could go on have gone on. */
export async function settled(): Promise<void> {
  // More turns than any chain of awaits in the editor has.
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
