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

/** The weight of each item, by its place. */
export class Weights {
  readonly #items: readonly MatchItem[];
  #places: Map<string, number> | null = null;
  #workspace = NOTHING;
  #weights: Float64Array = new Float64Array(0);

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** With the uses of the open brief in it until `without` takes them out again. */
  with({ here, workspace = NOTHING }: Uses): Float64Array {
    if (this.#weights.length !== this.#items.length || workspace !== this.#workspace) {
      this.#weights = this.#read(workspace);
      this.#workspace = workspace;
    }
    this.#add(here, HERE);
    return this.#weights;
  }

  without({ here }: Uses): void {
    this.#add(here, -HERE);
  }

  #add(here: Uses['here'], factor: number): void {
    if (!here) return;
    for (const [key, count] of here) {
      const place = this.#placeOf(key);
      if (place !== undefined) this.#weights[place] = (this.#weights[place] ?? 0) + count * factor;
    }
  }

  #read(workspace: Readonly<Record<string, number>>): Float64Array {
    const weights = new Float64Array(this.#items.length);
    for (const key of Object.keys(workspace)) {
      const place = this.#placeOf(key);
      if (place !== undefined) weights[place] = workspace[key] ?? 0;
    }
    return weights;
  }

  #placeOf(key: string): number | undefined {
    this.#places ??= new Map(this.#items.map((item, place) => [item.key, place]));
    return this.#places.get(key);
  }
}
