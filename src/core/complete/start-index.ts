import { type MatchItem, type Start, startsOf } from './starts';

/** The starts of all items, in buckets by their first two units, each sorted when it is first needed. */
export class StartIndex {
  readonly #items: readonly MatchItem[];
  #buckets: Map<string, Bucket> | null = null;
  /** All words of each item, each with a space before it. */
  readonly #words: string[] = [];

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** True where some word of an item starts with a text. */
  hasWord(item: number, text: string): boolean {
    this.#build();
    return this.#words[item]?.includes(` ${text}`) ?? false;
  }

  /** Visits the starts that begin with a prefix, which must not be empty. */
  each(prefix: string, visit: (start: Start) => void): void {
    const buckets = this.#build();
    if (prefix.length === 1) {
      for (const [key, { starts }] of buckets) if (key.startsWith(prefix)) starts.forEach(visit);
      return;
    }
    const bucket = buckets.get(prefix.slice(0, 2));
    if (!bucket) return;
    if (prefix.length === 2) {
      bucket.starts.forEach(visit);
      return;
    }
    const starts = sorted(bucket);
    for (let at = firstFrom(starts, prefix); at < starts.length; at++) {
      const start = starts[at];
      if (!start?.text.startsWith(prefix)) return;
      visit(start);
    }
  }

  #build(): Map<string, Bucket> {
    if (this.#buckets) return this.#buckets;
    const buckets = new Map<string, Bucket>();
    this.#items.forEach((item, index) => {
      let words = '';
      for (const start of startsOf(item, index)) {
        put(buckets, start);
        if (start.hit !== 'initials') words += ` ${start.text}`;
      }
      this.#words.push(words);
    });
    this.#buckets = buckets;
    return buckets;
  }
}

interface Bucket {
  readonly starts: Start[];
  sorted: boolean;
}

function put(buckets: Map<string, Bucket>, start: Start): void {
  const key = start.text.slice(0, 2);
  const bucket = buckets.get(key);
  if (!bucket) buckets.set(key, { starts: [start], sorted: true });
  else {
    bucket.starts.push(start);
    bucket.sorted = false;
  }
}

function sorted(bucket: Bucket): readonly Start[] {
  if (!bucket.sorted) {
    bucket.starts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    bucket.sorted = true;
  }
  return bucket.starts;
}

/** The place of the first start that is not below the prefix. */
function firstFrom(starts: readonly Start[], prefix: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.text ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
