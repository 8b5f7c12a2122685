import { type MatchItem, type Rank, Starts } from './starts';

/** Sees a start: its text, its item's place, its rank, and whether it is a whole name or alias. */
export type Visit = (text: string, item: number, rank: Rank, whole: boolean) => void;

/** Starts that share their first units. */
interface Bucket {
  readonly key: string;
  readonly texts: string[];
  /** Of each start: its item, its rank and whether it is whole, in one number. */
  readonly marks: number[];
}

const KEY = 3;

/**
 * The starts of all items, in buckets by their first three units: small enough to be searched from
 * end to end, so that nothing has to be sorted. It is read in as many steps as one likes.
 */
export class StartIndex {
  readonly #items: readonly MatchItem[];
  readonly #buckets = new Map<string, Bucket>();
  readonly #byFirst = new Map<string, Bucket[]>();
  readonly #starts = new Starts();
  #read = 0;

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** Reads up to so many more items; true when all are read. */
  read(count: number): boolean {
    const end = Math.min(this.#items.length, this.#read + count);
    for (; this.#read < end; this.#read++) this.#put(this.#read);
    return end === this.#items.length;
  }

  /** Visits the starts that begin with a prefix, which must not be empty. */
  each(prefix: string, visit: Visit): void {
    const key = prefix.slice(0, KEY);
    const bucket = this.#buckets.get(key);
    if (key.length === KEY) {
      if (bucket) visitAll(bucket, prefix === key ? '' : prefix, visit);
      return;
    }
    for (const found of this.#byFirst.get(prefix.slice(0, 1)) ?? []) {
      if (found.key.startsWith(key)) visitAll(found, '', visit);
    }
  }

  /** The first units of all starts. */
  firsts(): string[] {
    return [...this.#byFirst.keys()];
  }

  /** Visits the starts of all buckets whose key a test lets through. */
  eachWhere(test: (key: string) => boolean, visit: Visit): void {
    for (const [key, bucket] of this.#buckets) if (test(key)) visitAll(bucket, '', visit);
  }

  #put(item: number): void {
    const starts = this.#starts;
    starts.read(this.#items[item] as MatchItem);
    for (let at = 0; at < starts.texts.length; at++) {
      const text = starts.texts[at] as string;
      const key = text.length > KEY ? text.slice(0, KEY) : text;
      let bucket = this.#buckets.get(key);
      if (!bucket) {
        bucket = this.#open(key);
      }
      bucket.texts.push(text);
      bucket.marks.push(item * 16 + (starts.ranks[at] as number) * 2 + (starts.whole[at] ? 1 : 0));
    }
  }

  #open(key: string): Bucket {
    const bucket = { key, texts: [], marks: [] };
    this.#buckets.set(key, bucket);
    const siblings = this.#byFirst.get(key.slice(0, 1));
    if (siblings) siblings.push(bucket);
    else this.#byFirst.set(key.slice(0, 1), [bucket]);
    return bucket;
  }
}

function visitAll({ texts, marks }: Bucket, prefix: string, visit: Visit): void {
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    if (prefix !== '' && !text.startsWith(prefix)) continue;
    const mark = marks[at] as number;
    visit(text, mark >>> 4, ((mark >>> 1) & 7) as Rank, (mark & 1) === 1);
  }
}
