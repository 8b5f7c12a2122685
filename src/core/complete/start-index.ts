import { slipOf } from './slip';
import { endOf, LONGEST_START, type MatchItem, type Rank, Starts } from './starts';
import { offsetOf, runOf, TextPool } from './text-pool';

/** Sees a start: its place in the pool, and its mark. */
export type Visit = (place: number, mark: number) => void;

/** Starts that share their first units. */
interface Bucket {
  readonly key: string;
  /**
   * Of each start its place in the pool, and its mark; empty once they are packed.
   */
  read: number[];
  /** Where they are among all that are packed. */
  from: number;
  to: number;
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
  /** The texts of the starts. */
  readonly pool = new TextPool();
  /** What the buckets have read, one after the other. */
  #packed = NOTHING;
  /** Where the last of them ends that is packed, and those that are not. */
  #end = 0;
  #unpacked: Iterator<Bucket, undefined> | null = null;
  #isPacked = false;
  #read = 0;

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** Reads up to so many more items; true when all are read. */
  read(count: number): boolean {
    const end = Math.min(this.#items.length, this.#read + count);
    for (; this.#read < end; this.#read++) this.#put(this.#read);
    return end === this.#items.length && this.#pack(count);
  }

  /** Visits the starts that begin with a prefix, which must not be empty. */
  each(prefix: string, visit: Visit): void {
    if (prefix.length >= KEY) {
      const bucket = this.#buckets.get(keyAt(prefix, 0));
      if (bucket) this.#visit(bucket, prefix.length === KEY ? '' : prefix, visit);
      return;
    }
    for (const found of this.#byFirst.get(prefix.slice(0, 1)) ?? []) {
      if (found.key.startsWith(prefix)) this.#visit(found, '', visit);
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
      this.#visit(bucket, '', isIn ? withSlipBefore(query, this.pool, visit) : visit);
    }
  }

  #put(item: number): void {
    const starts = this.#starts;
    starts.read(this.#items[item] as MatchItem);
    const places = new Map<string, number>();
    for (let at = 0; at < starts.size; at++) {
      const text = starts.texts[at] as string;
      const from = starts.froms[at] as number;
      const bucket = this.#buckets.get(keyAt(text, from)) ?? this.#open(text, from);
      const length = endOf(text, from) - from;
      const mark = markOf(item, length, starts.ranks[at] as Rank, starts.whole[at] as boolean);
      bucket.read.push(this.#place(text, from, places), mark);
    }
  }

  #place(text: string, from: number, places: Map<string, number>): number {
    // Of one that is long, more than the start would take a run of its own.
    if (text.length > LONG) return this.pool.add(text.slice(from, from + LONGEST_START));
    const known = places.get(text);
    if (known !== undefined) return known + from;
    const place = this.pool.add(text);
    places.set(text, place);
    return place + from;
  }

  /** Packs what up to so many more buckets have read; true when all are packed. */
  #pack(count: number): boolean {
    this.#unpacked ??= this.#startPacking();
    for (let left = count; left > 0 && !this.#isPacked; left--) {
      const { value: bucket } = this.#unpacked.next();
      if (!bucket) {
        this.#isPacked = true;
        break;
      }
      bucket.from = this.#end;
      bucket.to = this.#end += bucket.read.length;
      this.#packed.set(bucket.read, bucket.from);
      bucket.read = [];
    }
    return this.#isPacked;
  }

  #startPacking(): Iterator<Bucket, undefined> {
    this.pool.settle();
    let length = 0;
    for (const { read } of this.#buckets.values()) length += read.length;
    this.#packed = new Int32Array(length);
    return this.#buckets.values();
  }

  #visit({ from, to }: Bucket, prefix: string, visit: Visit): void {
    const packed = this.#packed;
    const { runs } = this.pool;
    for (let at = from; at < to; at += 2) {
      const place = packed[at] as number;
      if (prefix !== '' && !(runs[runOf(place)] as string).startsWith(prefix, offsetOf(place))) {
        continue;
      }
      visit(place, packed[at + 1] as number);
    }
  }

  #open(text: string, from: number): Bucket {
    const bucket: Bucket = { key: text.slice(from, from + KEY), read: [], from: 0, to: 0 };
    this.#buckets.set(keyAt(text, from), bucket);
    const first = bucket.key.slice(0, 1);
    const siblings = this.#byFirst.get(first);
    if (siblings) siblings.push(bucket);
    else this.#byFirst.set(first, [bucket]);
    return bucket;
  }
}

const NOTHING = new Int32Array(0);
/** Of a longer text only the starts are kept. */
const LONG = 1_000;

/**
 * What an index keeps of a start besides its text, in one number: its item's place, up to four
 * millions, how many units it has, its rank, and whether it is a whole name or alias.
 */
const markOf = (item: number, length: number, rank: Rank, whole: boolean): number =>
  item * 1024 + length * 16 + rank * 2 + (whole ? 1 : 0);
export const itemOf = (mark: number): number => mark >>> 10;
export const lengthOf = (mark: number): number => (mark >>> 4) & 63;
export const rankOf = (mark: number): Rank => ((mark >>> 1) & 7) as Rank;
export const isWhole = (mark: number): boolean => (mark & 1) === 1;

const UNITS = 0x10000;

/** The first three units of a start as one number, which costs no string: 0 stands for none. */
function keyAt(text: string, from: number): number {
  const a = text.charCodeAt(from);
  const b = from + 1 < text.length ? text.charCodeAt(from + 1) : 0;
  const c = from + 2 < text.length ? text.charCodeAt(from + 2) : 0;
  // Of plain letters it is small, which is quicker; others begin above those.
  return (a | b | c) < 128 ? (a << 14) | (b << 7) | c : ((a + 32) * UNITS + b) * UNITS + c;
}

/**
 * Lets starts through whose slip, in their first three units, leaves the next two as they may be:
 * those of the query, or one earlier or later. Most are ruled out so.
 */
function withSlipBefore(query: string, { runs }: TextPool, visit: Visit): Visit {
  const isNear = (text: string, from: number, at: number) => {
    if (query.length < at + 2) return true;
    const unit = text.charCodeAt(from + at);
    return (
      unit === query.charCodeAt(at) ||
      unit === query.charCodeAt(at - 1) ||
      unit === query.charCodeAt(at + 1)
    );
  };
  return (place, mark) => {
    const run = runs[runOf(place)] as string;
    const from = offsetOf(place);
    if (isNear(run, from, KEY) && isNear(run, from, KEY + 1)) visit(place, mark);
  };
}
