/** Whole numbers from 0 to 2^32 in a row that grows. */
export class Numbers {
  #all: Uint32Array;
  #length = 0;

  constructor(room = 1024) {
    this.#all = new Uint32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#all.length) this.#grow(this.#length * 2);
    this.#all[this.#length++] = number;
  }

  /** Puts in the numbers `[from, to)` of another row. */
  pushAll(other: Uint32Array, from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > this.#all.length) this.#grow(Math.max(length, this.#all.length * 2));
    for (let at = from; at < to; at++) this.#all[this.#length++] = other[at] ?? 0;
  }

  /** The number at a place. */
  at(place: number): number {
    return this.#all[place] ?? 0;
  }

  /** What is in it now, in place: good until the next one is put in. */
  get all(): Uint32Array {
    return this.#all.subarray(0, this.#length);
  }

  #grow(room: number): void {
    const more = new Uint32Array(room);
    more.set(this.#all);
    this.#all = more;
  }
}

/** The numbers of both; those of the second are so many more. */
export function joinNumbers(first: Uint32Array, second: Uint32Array, shift = 0): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  for (let at = 0; at < second.length; at++) all[first.length + at] = (second[at] ?? 0) + shift;
  return all;
}
