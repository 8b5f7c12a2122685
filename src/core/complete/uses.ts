import type { MatchItem } from './starts';

/** How much items are used, by key: in the open brief, which counts first, and in the workspace. */
export interface Uses {
  readonly here?: ReadonlyMap<string, number>;
  /** Of one object for as long as nothing changes: it is read once. */
  readonly workspace?: Readonly<Record<string, number>>;
}

/** What is used here comes before what is used anywhere else. */
const HERE = 1e9;
const NOTHING: Readonly<Record<string, number>> = {};

/** Uses of the workspace that are being read. */
interface Reading {
  readonly workspace: Readonly<Record<string, number>>;
  readonly weights: Float64Array;
  read: number;
}

/** The weight of each item, by its place. */
export class Weights {
  readonly #items: readonly MatchItem[];
  readonly #places = new Map<string, number>();
  #placed = 0;
  #workspace = NOTHING;
  #weights: Float64Array;
  #reading: Reading | null = null;

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
    this.#weights = new Float64Array(items.length);
  }

  /** Reads up to so many more items, where they stand or how much they are used; true when all are read. */
  read(count: number, workspace = this.#workspace): boolean {
    return this.#place(count) && this.#weigh(count, workspace);
  }

  /** With the uses of the open brief in it until `without` takes them out again. */
  with({ here, workspace = NOTHING }: Uses): Float64Array {
    this.#weigh(Infinity, workspace);
    this.#add(here, HERE);
    return this.#weights;
  }

  without({ here }: Uses): void {
    this.#add(here, -HERE);
  }

  #add(here: Uses['here'], factor: number): void {
    if (!here?.size) return;
    this.#place(Infinity);
    for (const [key, count] of here) {
      const place = this.#places.get(key);
      if (place !== undefined) this.#weights[place] = (this.#weights[place] ?? 0) + count * factor;
    }
  }

  #place(count: number): boolean {
    const end = Math.min(this.#items.length, this.#placed + count);
    for (; this.#placed < end; this.#placed++) {
      this.#places.set((this.#items[this.#placed] as MatchItem).key, this.#placed);
    }
    return end === this.#items.length;
  }

  #weigh(count: number, workspace: Readonly<Record<string, number>>): boolean {
    if (workspace === this.#workspace) return true;
    if (this.#reading?.workspace !== workspace) {
      this.#reading = { workspace, weights: new Float64Array(this.#items.length), read: 0 };
    }
    const { weights, read } = this.#reading;
    const end = Math.min(weights.length, read + count);
    for (let place = read; place < end; place++) {
      const used = workspace[(this.#items[place] as MatchItem).key];
      // What any object has, such as a constructor, is no use.
      if (typeof used === 'number') weights[place] = used;
    }
    this.#reading.read = end;
    if (end < weights.length) return false;
    this.#workspace = workspace;
    this.#weights = weights;
    this.#reading = null;
    return true;
  }
}
