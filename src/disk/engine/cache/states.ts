import type { Problem } from '../../../bridge/types';

/** What tells whether a file is the one that was read. */
export interface FileState {
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
  /** SHA-256 of the bytes, in hex; empty where they could not be read. */
  readonly hash: string;
  /** Why it can't be used. */
  readonly problem: Problem | null;
}

export const HASH_BYTES = 32;
/** Modified, size, inode. */
export const NUMBERS = 3;

/** The state of a file in columns, read when it is asked for: of most files size and time are enough. */
export class ColumnState implements FileState {
  readonly #numbers: Float64Array;
  readonly #hashes: Buffer;
  readonly #place: number;

  /** @param problem without a hash where it is set */
  constructor(
    numbers: Float64Array,
    hashes: Buffer,
    place: number,
    readonly problem: Problem | null = null,
  ) {
    this.#numbers = numbers;
    this.#hashes = hashes;
    this.#place = place;
  }

  get modified(): number {
    return this.#number(0);
  }

  get size(): number {
    return this.#number(1);
  }

  get inode(): number {
    return this.#number(2);
  }

  get hash(): string {
    const from = this.#place * HASH_BYTES;
    return this.problem ? '' : this.#hashes.toString('hex', from, from + HASH_BYTES);
  }

  #number(column: number): number {
    return this.#numbers[this.#place * NUMBERS + column] ?? 0;
  }
}
