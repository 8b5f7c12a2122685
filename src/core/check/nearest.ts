/**
 * The candidate that a misspelt slug most likely means: the fewest letters to change, to add, to
 * leave out or to swap; null where none is near enough to be meant. Of equally near ones, the first.
 */
export function nearest(slug: string, candidates: Iterable<string>): string | null {
  return new Neighbours(candidates).nearest(slug);
}

const known = new WeakMap<object, Neighbours>();

/** The neighbours of an index's slugs, gathered once for all that is looked for in it. */
export function neighboursOf(index: { slugs(): Iterable<string> }): Neighbours {
  let found = known.get(index);
  if (!found) {
    found = new Neighbours(index.slugs());
    known.set(index, found);
  }
  return found;
}

interface Candidate {
  readonly slug: string;
  readonly order: number;
  readonly pairs: Pairs;
}

/** Slugs by length with their pairs of letters, so that few have to be compared letter by letter. */
export class Neighbours {
  readonly #byLength: Candidate[][] = [];

  constructor(slugs: Iterable<string>) {
    let order = 0;
    for (const slug of slugs) {
      this.#byLength[slug.length] ??= [];
      this.#byLength[slug.length]?.push({ slug, order: order++, pairs: pairsOf(slug) });
    }
  }

  /** The nearest slug, as `nearest` finds it, but never `except`. */
  nearest(slug: string, except?: string): string | null {
    const { length } = slug;
    const pairs = pairsOf(slug);
    let most = Math.min(4, Math.max(1, Math.floor(length / 4)));
    let best: Candidate | null = null;
    for (let off = 0; off <= most; off++) {
      for (const size of off === 0 ? [length] : [length - off, length + off]) {
        for (const candidate of this.#byLength[size] ?? []) {
          // An edit breaks three pairs at most, a swap in the middle of a word.
          if (missing(pairs, candidate.pairs) > 3 * most) continue;
          if (missing(candidate.pairs, pairs) > 3 * most) continue;
          if (candidate.slug === except) continue;
          const distance = distanceOf(slug, candidate.slug, most);
          if (distance === null) continue;
          if (distance === most && best && best.order < candidate.order) continue;
          best = candidate;
          most = distance;
        }
      }
    }
    return best?.slug ?? null;
  }
}

/** One bit of 128 for each pair of neighbouring letters; a few pairs share one. */
type Pairs = readonly [number, number, number, number];

function pairsOf(slug: string): Pairs {
  const pairs: [number, number, number, number] = [0, 0, 0, 0];
  for (let at = 1; at < slug.length; at++) {
    const bit = (slug.charCodeAt(at - 1) * 31 + slug.charCodeAt(at)) & 127;
    const word = (bit >>> 5) as 0 | 1 | 2 | 3;
    pairs[word] |= 1 << (bit & 31);
  }
  return pairs;
}

/** How many pairs of `a` are not in `b`. */
function missing(a: Pairs, b: Pairs): number {
  return bits(a[0] & ~b[0]) + bits(a[1] & ~b[1]) + bits(a[2] & ~b[2]) + bits(a[3] & ~b[3]);
}

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number of edits between two texts; null above `most`. What both start and end with costs none. */
function distanceOf(a: string, b: string, most: number): number | null {
  let from = 0;
  let ends = 0;
  const shorter = Math.min(a.length, b.length);
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  const left = shorter - from;
  while (ends < left && a.charCodeAt(a.length - 1 - ends) === b.charCodeAt(b.length - 1 - ends)) {
    ends++;
  }
  return within(a.slice(from, a.length - ends), b.slice(from, b.length - ends), most);
}

// Rows of the table of distances, used again for each pair.
let older: number[] = [];
let last: number[] = [];
let row: number[] = [];

/**
 * The number of edits between two texts, swaps of neighbours counted as one; null above `most`.
 * Only the cells that `most` edits can reach are filled.
 */
function within(a: string, b: string, most: number): number | null {
  const far = most + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const start = Math.max(1, i - most);
    const end = Math.min(b.length, i + most);
    row[start - 1] = start === 1 ? i : far;
    let least = row[start - 1] as number;
    for (let j = start; j <= end; j++) {
      const cost = costAt(a, b, i, j);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    row[end + 1] = far;
    [older, last, row] = [last, row, older];
  }
  const distance = last[b.length] as number;
  return distance <= most ? distance : null;
}

function costAt(a: string, b: string, i: number, j: number): number {
  const unit = a.charCodeAt(i - 1);
  const isSame = unit === b.charCodeAt(j - 1);
  const before = last[j - 1] as number;
  if (isSame) return before;
  let cost = Math.min(before, last[j] as number, row[j - 1] as number) + 1;
  if (i > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
    cost = Math.min(cost, (older[j - 2] as number) + 1);
  }
  return cost;
}
