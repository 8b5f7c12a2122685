import type { Bridge } from '../../../bridge/contract';
import type { Problem } from '../../../bridge/types';
import type { Timers } from './timers';

/** While one types, the journal is written at most this often (milliseconds). */
const PACE = 500;

/** What is to be kept: null where the text is the file's and a kept draft would be stale. */
export interface Draft {
  readonly text: string;
  readonly base: string;
}

/**
 * Keeps typed text on disk outside the workspace: within `PACE` of each keystroke, one write at a
 * time, the last text always.
 */
export class Journal {
  readonly #slug: string;
  readonly #bridge: Pick<Bridge, 'journal' | 'discardDraft'>;
  readonly #timers: Timers;
  readonly #read: () => Draft | null;
  readonly #failed: (problem: Problem | null) => void;
  #writing: Promise<void> | null = null;
  #waiting: (() => void) | null = null;
  #lastAt = Number.NEGATIVE_INFINITY;
  #due = false;
  // An earlier session's draft is not ours to discard: only what was kept here.
  #kept = false;
  #closed = false;

  constructor(options: {
    readonly slug: string;
    readonly bridge: Pick<Bridge, 'journal' | 'discardDraft'>;
    readonly timers: Timers;
    readonly read: () => Draft | null;
    /** Told of each write why it failed, or null. */
    readonly failed: (problem: Problem | null) => void;
  }) {
    this.#slug = options.slug;
    this.#bridge = options.bridge;
    this.#timers = options.timers;
    this.#read = options.read;
    this.#failed = options.failed;
  }

  /** The text has changed. */
  touch(): void {
    this.#due = true;
    this.#plan();
  }

  /** Writes what waits, now. */
  async flush(): Promise<void> {
    this.#waiting?.();
    this.#waiting = null;
    while (this.#due && !this.#closed) {
      await (this.#writing ?? this.#write());
    }
    await this.#writing;
  }

  close(): void {
    this.#closed = true;
    this.#waiting?.();
    this.#waiting = null;
  }

  #plan(): void {
    if (this.#closed || this.#waiting || this.#writing) return;
    const wait = Math.max(0, this.#lastAt + PACE - this.#timers.now());
    this.#waiting = this.#timers.after(wait, () => {
      this.#waiting = null;
      void this.#write();
    });
  }

  #write(): Promise<void> {
    this.#due = false;
    this.#lastAt = this.#timers.now();
    this.#writing = this.#put().finally(() => {
      this.#writing = null;
      if (this.#due) this.#plan();
    });
    return this.#writing;
  }

  async #put(): Promise<void> {
    const draft = this.#read();
    try {
      if (draft) {
        this.#kept = true;
        const result = await this.#bridge.journal(this.#slug, draft.text, draft.base);
        this.#failed(result.kind === 'problem' ? result.problem : null);
      } else if (this.#kept) {
        this.#kept = false;
        await this.#bridge.discardDraft(this.#slug);
      }
    } catch {
      // The call itself failed, so nothing is kept yet: the next keystroke or save tries again.
      this.#kept = true;
    }
  }
}
