/** Briefs that are taken at once: few, so that both threads end together. */
const CHUNK = 32;

/** Deals out the places of a list to whoever asks, on whatever thread. */
export class Share {
  readonly #taken: Int32Array;

  /** @param buffer of `sharedBetween`, or none for a list that one reads alone */
  constructor(
    readonly length: number,
    readonly buffer: ArrayBufferLike = new ArrayBuffer(4),
  ) {
    this.#taken = new Int32Array(buffer);
  }

  /** How many are taken. */
  get taken(): number {
    return Math.min(Atomics.load(this.#taken, 0), this.length);
  }

  /** The next places, as a range; null where all are taken. */
  take(): { readonly from: number; readonly to: number } | null {
    const from = Atomics.add(this.#taken, 0, CHUNK);
    return from < this.length ? { from, to: Math.min(from + CHUNK, this.length) } : null;
  }
}

/** What two threads count in. */
export const sharedBetween = (): SharedArrayBuffer => new SharedArrayBuffer(4);
