import { isWhole, itemOf, lengthOf, rankOf, StartIndex } from './start-index';
import { slipOf } from './slip';
import { offsetOf, runOf } from './text-pool';
import { FUZZY, INITIALS, LONGEST_START, type MatchItem, WORD } from './starts';

/** Items by their places, each once, and how well each was hit: a place in `HITS`, or above it. */
export interface Found {
  readonly places: readonly number[];
  readonly ranks: readonly number[];
}

const NOTHING: Found = { places: [], ranks: [] };
/** Queries of so many units hit thousands of items, and are asked for again and again. */
const KEPT = 2;
/** Of these many names start; letters of other scripts share them out. */
const LETTER = /^[a-z\d]$/;
/** A shorter word with a slip in it could be any other. */
const SHORTEST_WORD = 4;

/** Finds items by the starts of their words. */
export class Finder {
  readonly #index: StartIndex;
  readonly #kept = new Map<string, Found>();
  #letters: string[] | null = null;
  /** The best rank of each item found so far, and 0 for the others; ranks are one more here. All 0 between searches. */
  readonly #ranks: Uint8Array;

  constructor(items: readonly MatchItem[]) {
    this.#index = new StartIndex(items);
    this.#ranks = new Uint8Array(items.length);
  }

  /** Reads up to so many more items, then, a letter a time, what a first letter leads to. */
  read(count: number): boolean {
    if (!this.#index.read(count)) return false;
    this.#letters ??= this.#index.firsts().filter((first) => LETTER.test(first));
    const letter = this.#letters.pop();
    if (letter !== undefined) this.find([letter]);
    return this.#letters.length === 0;
  }

  /** The items with a start that the words are a prefix of, or else with all words in any order. */
  find(words: readonly string[]): Found {
    this.#index.read(Infinity);
    const text = words.join(' ');
    const kept = this.#kept.get(text);
    if (kept) return kept;
    const found = this.#prefixed(text.slice(0, LONGEST_START));
    if (text.length <= KEPT) this.#kept.set(text, found);
    if (found.places.length > 0 || words.length === 1) return found;
    return this.#inAnyOrder(words, (word, note) => {
      this.#noteWord(word, WORD, note);
    });
  }

  /** The items that one slip of the finger, or one in each word, stands between. */
  findNear(words: readonly string[]): Found {
    this.#index.read(Infinity);
    const text = words.join(' ').slice(0, LONGEST_START);
    const found = this.#collect((note) => this.#near(text, note));
    if (found.places.length > 0 || words.length === 1) return found;
    return this.#inAnyOrder(words, (word, note) => {
      if (word.length >= SHORTEST_WORD) this.#near(word, note);
      this.#noteWord(word, FUZZY, note);
    });
  }

  #prefixed(prefix: string): Found {
    return this.#collect((note) => {
      this.#index.each(prefix, (_place, mark) => {
        const isExact = isWhole(mark) && lengthOf(mark) === prefix.length;
        note(itemOf(mark), isExact ? EXACT : rankOf(mark));
      });
    });
  }

  #noteWord(word: string, as: number, note: Note): void {
    this.#index.each(word, (_place, mark) => {
      if (rankOf(mark) !== INITIALS) note(itemOf(mark), as);
    });
  }

  /** Slips rank behind all hits: by what they are, then by what they hit. */
  #near(query: string, note: Note): void {
    const { runs } = this.#index.pool;
    this.#index.eachNear(query, (place, mark) => {
      const rank = rankOf(mark);
      if (rank === INITIALS) return;
      const run = runs[runOf(place)] as string;
      const from = offsetOf(place);
      const slip = slipOf(query, run, false, from, from + lengthOf(mark));
      if (slip >= 0) note(itemOf(mark), FUZZY + slip * 8 + rank);
    });
  }

  #inAnyOrder(words: readonly string[], each: (word: string, note: Note) => void): Found {
    let left: Found | null = null;
    for (const word of words) {
      const found = this.#collect((note) => each(word, note));
      left = left ? this.#both(left, found) : found;
      if (left.places.length === 0) return NOTHING;
    }
    return left ?? NOTHING;
  }

  /** The items of both, under the worse of their ranks. */
  #both(a: Found, b: Found): Found {
    const ranks = this.#ranks;
    a.places.forEach((place, at) => (ranks[place] = (a.ranks[at] as number) + 1));
    const places: number[] = [];
    const worse: number[] = [];
    b.places.forEach((place, at) => {
      const rank = ranks[place] as number;
      if (rank === 0) return;
      places.push(place);
      worse.push(Math.max(rank - 1, b.ranks[at] as number));
    });
    for (const place of a.places) ranks[place] = 0;
    return { places, ranks: worse };
  }

  /** The items that a search notes, each under its best rank. */
  #collect(search: (note: Note) => void): Found {
    const best = this.#ranks;
    const places: number[] = [];
    search((item, rank) => {
      const known = best[item] as number;
      if (known === 0) places.push(item);
      if (known === 0 || rank + 1 < known) best[item] = rank + 1;
    });
    const ranks = places.map((place) => (best[place] as number) - 1);
    for (const place of places) best[place] = 0;
    return { places, ranks };
  }
}

type Note = (item: number, rank: number) => void;
const EXACT = 0;
