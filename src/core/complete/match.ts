import { Best } from './best';
import { Finder, type Found } from './finder';
import { foldedWords } from './fold';
import { FUZZY, type Hit, HITS, type MatchItem, NAME } from './starts';
import { type Uses, Weights } from './uses';

/** An item that a query leads to. */
export interface Match<T extends MatchItem> {
  readonly item: T;
  readonly hit: Hit;
}

export interface MatchOptions {
  /** The most matches to give; 20 by default. */
  readonly limit?: number;
  /** Of equal hits, what is used more goes first. */
  readonly uses?: Uses;
  /** False to leave out what only resembles the query. */
  readonly fuzzy?: boolean;
}

export interface Matcher<T extends MatchItem> {
  /** The best matches of a query, ranked; for an empty one the items that are used most. */
  match(query: string, options?: MatchOptions): Match<T>[];
  /**
   * Reads up to so many more names, then uses of the workspace, ahead of the query that else reads
   * what is left; true when all are read. A thousand names take about three milliseconds.
   */
  read(count: number, workspace?: Uses['workspace']): boolean;
}

/** Shorter queries resemble too much. */
const SHORTEST_FUZZY = 4;

/** A matcher over items; building it costs nothing until `read` or the first query. */
export function createMatcher<T extends MatchItem>(items: readonly T[]): Matcher<T> {
  const finder = new Finder(items);
  const weights = new Weights(items);

  const search = (query: string, best: Best, fuzzy: boolean): void => {
    const words = foldedWords(query);
    if (words.length === 0) {
      if (query.trim() === '') for (let at = 0; at < items.length; at++) best.add(at, NAME);
      return;
    }
    const hits = finder.find(words);
    addTo(best, hits);
    const isLong = words.join(' ').length >= SHORTEST_FUZZY;
    if (hits.places.length === 0 && fuzzy && isLong) addTo(best, finder.findNear(words));
  };

  return {
    read: (count, workspace) => finder.read(count) && weights.read(count, workspace),
    match(query, { limit = 20, uses = {}, fuzzy = true } = {}) {
      const best = new Best(items, weights.with(uses), limit);
      search(query, best, fuzzy);
      weights.without(uses);
      return best.places.flatMap((place, at) => {
        const item = items[place];
        const hit = HITS[Math.min(best.ranks[at] ?? FUZZY, FUZZY)];
        return item && hit ? [{ item, hit }] : [];
      });
    },
  };
}

function addTo(best: Best, { places, ranks }: Found): void {
  for (let at = 0; at < places.length; at++) best.add(places[at] as number, ranks[at] as number);
}
