import { ColumnState, type FileState, HASH_BYTES, NUMBERS } from '../cache/states';

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
    return new ColumnState(this.#numbers, this.#hashes, place);
  }
}
