/** Things, by number, that belong together: each starts alone. */
export class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }

  /** The first thing of the group that a thing is in. */
  first(thing: number): number {
    let at = thing;
    while ((this.#parents[at] ?? at) !== at) at = this.#parents[at] ?? at;
    this.#parents[thing] = at;
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.first(a), this.first(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** All groups, each in order. */
  all(): number[][] {
    const groups = new Map<number, number[]>();
    for (const thing of this.#parents.keys()) {
      const first = this.first(thing);
      const group = groups.get(first);
      if (group) group.push(thing);
      else groups.set(first, [thing]);
    }
    return [...groups.values()];
  }
}
