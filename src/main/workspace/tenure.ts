import { recoverChanges } from '../../disk/change/change';
import type { Disk } from '../../disk/files/disk';
import { problemOf } from '../../disk/files/problem';
import { type Lock, takeLock } from '../../disk/workspace/lock';

/** The right to write to a workspace. Who gets it first puts right what a crash has cut short. */
export class Tenure {
  #lock: Lock | null = null;
  #readOnly: string | null = null;
  #isPassing = false;

  private constructor(
    readonly disk: Disk,
    readonly root: string,
  ) {}

  static async take(disk: Disk, root: string): Promise<Tenure> {
    const tenure = new Tenure(disk, root);
    await tenure.#take();
    return tenure;
  }

  get isHeld(): boolean {
    return this.#lock !== null;
  }

  /** Why nothing may be written, as a sentence; null where it may. */
  get readOnly(): string | null {
    return this.#readOnly;
  }

  /** True where nothing may be written only because a command is at work, which soon ends. */
  get isPassing(): boolean {
    return this.#isPassing;
  }

  /** Tries again where nothing may be written. @returns true where that, or why, has changed */
  async retry(): Promise<boolean> {
    const before = this.#readOnly;
    if (before === null) return false;
    await this.#take();
    return this.#readOnly !== before;
  }

  async release(): Promise<void> {
    await this.#lock?.release();
  }

  async #take(): Promise<void> {
    const taken = await takeLock(this.disk, this.root);
    this.#isPassing = taken.kind === 'refused' && taken.isPassing;
    if (taken.kind === 'refused') {
      this.#readOnly = taken.reason;
      return;
    }
    try {
      await recoverChanges(this.disk, this.root);
    } catch (error) {
      await taken.lock.release();
      this.#readOnly = notPutBack(error);
      return;
    }
    this.#lock = taken.lock;
    this.#readOnly = null;
  }
}

function notPutBack(error: unknown): string {
  const met = problemOf(error, 'The workspace', 'written');
  if (!met) throw error;
  return `A change was cut short and can’t be put back: ${met.message} Until then the briefs can only be read.`;
}
