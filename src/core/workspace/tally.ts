/** Counts of things, in the order in which they were first met. */
export class Tally<T> {
  readonly #counts = new Map<T, number>();

  add(thing: T): void {
    this.#counts.set(thing, (this.#counts.get(thing) ?? 0) + 1);
  }

  get size(): number {
    return this.#counts.size;
  }

  has(thing: T): boolean {
    return this.#counts.has(thing);
  }

  /** The most frequent first; of equals, the one met first. */
  ranked(): T[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1]).map(([thing]) => thing);
  }

  most(): T | undefined {
    return this.ranked()[0];
  }
}
