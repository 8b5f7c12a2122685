import type { FileState } from '../cache/cache';

const HASH_BYTES = 32;
/** Modified, size, inode. */
const NUMBERS = 3;

/** What files were when they were read, in columns. */
export class PackedStates {
  readonly #numbers: Float64Array;
  readonly #hashes: Buffer;
  #length = 0;

  /** @param most so many are put in */
  constructor(most: number) {
    this.#numbers = new Float64Array(most * NUMBERS);
    this.#hashes = Buffer.allocUnsafeSlow(most * HASH_BYTES);
  }

  put({ modified, size, inode, hash, problem }: FileState): FileState {
    if (problem) return { modified, size, inode, hash, problem };
    const place = this.#length++;
    this.#numbers.set([modified, size, inode], place * NUMBERS);
    this.#hashes.write(hash, place * HASH_BYTES, 'hex');
    return new PackedState(this.#numbers, this.#hashes, place);
  }
}

class PackedState implements FileState {
  readonly #numbers: Float64Array;
  readonly #hashes: Buffer;
  readonly #place: number;

  constructor(numbers: Float64Array, hashes: Buffer, place: number) {
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
    return this.#hashes.toString('hex', from, from + HASH_BYTES);
  }

  get problem(): null {
    return null;
  }

  #number(column: number): number {
    return this.#numbers[this.#place * NUMBERS + column] ?? 0;
  }
}
