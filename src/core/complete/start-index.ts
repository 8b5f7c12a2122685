import { slipOf } from './slip';
import { endOf, type MatchItem, type Rank, Starts } from './starts';

/**
 * Sees a start: its text and where in it the start begins, its item's place, its rank, and whether
 * it is a whole name or alias.
 */
export type Visit = (text: string, from: number, item: number, rank: Rank, whole: boolean) => void;

/** Starts that share their first units. */
interface Bucket {
  readonly key: string;
  texts: string[];
  froms: number[];
  /** Of each start: its item, its rank and whether it is whole, in one number. */
  marks: number[];
}

const KEY = 3;

/**
 * The starts of all items, in buckets by their first three units: small enough to be searched from
 * end to end, so that nothing has to be sorted. It is read in as many steps as one likes.
 */
export class StartIndex {
  readonly #items: readonly MatchItem[];
  readonly #buckets = new Map<number, Bucket>();
  readonly #byFirst = new Map<string, Bucket[]>();
  readonly #starts = new Starts();
  #read = 0;
  /** The buckets that may have room for more. */
  #roomy: Iterator<Bucket, undefined> | null = null;
  #trimmed = 0;

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** Reads up to so many more items; true when all are read. */
  read(count: number): boolean {
    const end = Math.min(this.#items.length, this.#read + count);
    for (; this.#read < end; this.#read++) this.#put(this.#read);
    return end === this.#items.length;
  }

  /**
   * Gives back the room for more in up to so many buckets, which is a third of the memory: worth it
   * once all is read; true when there is no more.
   */
  trim(count: number): boolean {
    this.#roomy ??= this.#buckets.values();
    for (let left = count; left > 0 && this.#trimmed < this.#buckets.size; left--) {
      const { value } = this.#roomy.next();
      if (!value) break;
      value.texts = value.texts.slice();
      value.froms = value.froms.slice();
      value.marks = value.marks.slice();
      this.#trimmed++;
    }
    return this.#trimmed === this.#buckets.size;
  }

  /** Visits the starts that begin with a prefix, which must not be empty. */
  each(prefix: string, visit: Visit): void {
    if (prefix.length >= KEY) {
      const bucket = this.#buckets.get(keyAt(prefix, 0));
      if (bucket) visitAll(bucket, prefix.length === KEY ? '' : prefix, visit);
      return;
    }
    for (const found of this.#byFirst.get(prefix.slice(0, 1)) ?? []) {
      if (found.key.startsWith(prefix)) visitAll(found, '', visit);
    }
  }

  /** The first units of all starts. */
  firsts(): string[] {
    return [...this.#byFirst.keys()];
  }

  /** Visits the starts that a query may stand one slip away from, and few others. */
  eachNear(query: string, visit: Visit): void {
    for (const bucket of this.#buckets.values()) {
      const { key } = bucket;
      if (slipOf(query, key, true) < 0) continue;
      const isIn = key.length === KEY && !query.startsWith(key);
      visitAll(bucket, '', isIn ? withSlipBefore(query, visit) : visit);
    }
  }

  #put(item: number): void {
    const starts = this.#starts;
    starts.read(this.#items[item] as MatchItem);
    for (let at = 0; at < starts.size; at++) {
      const text = starts.texts[at] as string;
      const from = starts.froms[at] as number;
      const bucket = this.#buckets.get(keyAt(text, from)) ?? this.#open(text, from);
      bucket.texts.push(text);
      bucket.froms.push(from);
      bucket.marks.push(item * 16 + (starts.ranks[at] as number) * 2 + (starts.whole[at] ? 1 : 0));
    }
  }

  #open(text: string, from: number): Bucket {
    const bucket = { key: text.slice(from, from + KEY), texts: [], froms: [], marks: [] };
    this.#buckets.set(keyAt(text, from), bucket);
    const first = bucket.key.slice(0, 1);
    const siblings = this.#byFirst.get(first);
    if (siblings) siblings.push(bucket);
    else this.#byFirst.set(first, [bucket]);
    return bucket;
  }
}

const UNITS = 0x10000;

/** The first three units of a start as one number, which costs no string: 0 stands for none. */
function keyAt(text: string, from: number): number {
  const a = text.charCodeAt(from);
  const b = from + 1 < text.length ? text.charCodeAt(from + 1) : 0;
  const c = from + 2 < text.length ? text.charCodeAt(from + 2) : 0;
  // Of plain letters it is small, which is quicker; others begin above those.
  return (a | b | c) < 128 ? (a << 14) | (b << 7) | c : ((a + 32) * UNITS + b) * UNITS + c;
}

function visitAll({ texts, froms, marks }: Bucket, prefix: string, visit: Visit): void {
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    const from = froms[at] as number;
    if (prefix !== '' && !begins(text, from, prefix)) continue;
    const mark = marks[at] as number;
    visit(text, from, mark >>> 4, ((mark >>> 1) & 7) as Rank, (mark & 1) === 1);
  }
}

/**
 * Lets starts through whose slip, in their first three units, leaves the next two as they may be:
 * those of the query, or one earlier or later. Most are ruled out so.
 */
function withSlipBefore(query: string, visit: Visit): Visit {
  const isNear = (text: string, from: number, at: number) => {
    if (query.length < at + 2) return true;
    const unit = text.charCodeAt(from + at);
    return (
      unit === query.charCodeAt(at) ||
      unit === query.charCodeAt(at - 1) ||
      unit === query.charCodeAt(at + 1)
    );
  };
  return (text, from, item, rank, whole) => {
    if (isNear(text, from, KEY) && isNear(text, from, KEY + 1))
      visit(text, from, item, rank, whole);
  };
}

const begins = (text: string, from: number, prefix: string): boolean =>
  endOf(text, from) - from >= prefix.length && text.startsWith(prefix, from);
