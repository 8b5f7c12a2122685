import { foldedWords } from './fold';
import { FuzzyNames } from './fuzzy';
import { StartIndex } from './start-index';
import { type Hit, LONGEST_START, type MatchItem } from './starts';

/** An item that a query leads to. */
export interface Match<T extends MatchItem> {
  readonly item: T;
  readonly hit: Hit;
}

export interface MatchOptions {
  /** The most matches to give; 20 by default. */
  readonly limit?: number;
  /**
   * How much an item is used, by key: of equal hits the higher weight goes first. Use in the open
   * brief should outweigh use in the workspace.
   */
  readonly weight?: (key: string) => number;
  /** False to leave out what only resembles the query. */
  readonly fuzzy?: boolean;
}

export interface Matcher<T extends MatchItem> {
  /** The best matches of a query, ranked; for an empty one the items of most weight. */
  match(query: string, options?: MatchOptions): Match<T>[];
}

const RANKS: Readonly<Record<Hit, number>> = {
  exact: 0,
  name: 1,
  word: 2,
  alias: 3,
  extra: 4,
  initials: 5,
  fuzzy: 6,
};
const NO_WEIGHT = () => 0;
/** Shorter queries resemble too much. */
const SHORTEST_FUZZY = 4;

/** A matcher over items; building it reads each name once, all else is done when it is first needed. */
export function createMatcher<T extends MatchItem>(items: readonly T[]): Matcher<T> {
  const index = new StartIndex(items);
  const fuzzyNames = new FuzzyNames(items);
  const cache = new Map<string, ReadonlyMap<number, Hit>>();

  const hitsOf = (words: readonly string[]): ReadonlyMap<number, Hit> => {
    const text = words.join(' ');
    const known = cache.get(text);
    if (known) return known;
    const hits = prefixHits(index, text);
    if (words.length > 1 && hits.size === 0) addWordHits(index, words, hits);
    // One or two letters hit thousands of items, and are asked for again and again.
    if (text.length <= 2) cache.set(text, hits);
    return hits;
  };

  return {
    match(query, { limit = 20, weight = NO_WEIGHT, fuzzy = true } = {}) {
      const words = foldedWords(query);
      if (words.length === 0) {
        const all = items.map((_, item): [number, Hit] => [item, 'name']);
        return query.trim() === '' ? best(items, all, limit, weight) : [];
      }
      const hits = hitsOf(words);
      const text = words.join(' ');
      if (hits.size > 0 || !fuzzy || text.length < SHORTEST_FUZZY) {
        return best(items, hits, limit, weight);
      }
      const similar = fuzzyNames.search(text, limit);
      return similar.flatMap((at) => (items[at] ? [{ item: items[at], hit: 'fuzzy' }] : []));
    },
  };
}

/** The items with a start that the text is a prefix of, each under its best hit. */
function prefixHits(index: StartIndex, text: string): Map<number, Hit> {
  const hits = new Map<number, Hit>();
  const prefix = text.slice(0, LONGEST_START);
  index.each(prefix, (start) => {
    const hit = start.whole && start.text === prefix ? 'exact' : start.hit;
    const known = hits.get(start.item);
    if (known === undefined || RANKS[hit] < RANKS[known]) hits.set(start.item, hit);
  });
  return hits;
}

/** Adds the items in which each word starts some word, in any order. */
function addWordHits(index: StartIndex, words: readonly string[], hits: Map<number, Hit>): void {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const others = words.filter((word) => word !== longest);
  index.each(longest, ({ item, hit }) => {
    if (hit === 'initials' || hits.has(item)) return;
    if (others.every((word) => index.hasWord(item, word))) hits.set(item, 'word');
  });
}

/** The first `limit` items by hit, weight and name, without sorting all the others. */
function best<T extends MatchItem>(
  items: readonly T[],
  hits: Iterable<readonly [number, Hit]>,
  limit: number,
  weight: (key: string) => number,
): Match<T>[] {
  const top: (Match<T> & { readonly rank: number; readonly weight: number })[] = [];
  for (const [at, hit] of hits) {
    const item = items[at];
    if (!item) continue;
    const entry = { item, hit, rank: RANKS[hit], weight: weight(item.key) };
    let place = top.length;
    while (place > 0 && before(entry, top[place - 1])) place--;
    if (place >= limit) continue;
    top.splice(place, 0, entry);
    if (top.length > limit) top.pop();
  }
  return top.map(({ item, hit }) => ({ item, hit }));
}

interface Ranked {
  readonly item: MatchItem;
  readonly rank: number;
  readonly weight: number;
}

function before(a: Ranked, b: Ranked | undefined): boolean {
  if (!b) return false;
  if (a.rank !== b.rank) return a.rank < b.rank;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.item.name.length !== b.item.name.length) return a.item.name.length < b.item.name.length;
  return a.item.name < b.item.name;
}
