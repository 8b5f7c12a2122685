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

  /** How many groups there are. */
  get count(): number {
    return this.#parents.filter((parent, at) => parent === at).length;
  }

  /** The groups of more than one, each in order. */
  shared(): number[][] {
    const groups = new Map<number, number[]>();
    for (const thing of this.#parents.keys()) {
      const first = this.first(thing);
      if (first === thing) continue;
      const group = groups.get(first);
      if (group) group.push(thing);
      else groups.set(first, [first, thing]);
    }
    return [...groups.values()].sort(([a = 0], [b = 0]) => a - b);
  }
}
