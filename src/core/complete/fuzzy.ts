import UFuzzy from '@leeoniya/ufuzzy';
import { foldedWords } from './fold';
import type { MatchItem } from './starts';

/** Names searched with a slip of the finger a word allowed: for queries that no name starts with. */
export class FuzzyNames {
  readonly #items: readonly MatchItem[];
  #names: string[] | null = null;
  #search: UFuzzy | null = null;

  constructor(items: readonly MatchItem[]) {
    this.#items = items;
  }

  /** Places of the items that resemble a folded query, the nearest first. */
  search(query: string, limit: number): number[] {
    // The engine knows the errors of Latin letters only.
    if (!/^[a-z\d ]+$/.test(query)) return [];
    this.#names ??= this.#items.map((item) =>
      [item.name, ...(item.aliases ?? [])].map((name) => foldedWords(name).join(' ')).join(' | '),
    );
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum has no value at run time
    this.#search ??= new UFuzzy({ intraMode: 1 });
    const [found, info, order] = this.#search.search(this.#names, query);
    if (!found) return [];
    if (!info || !order) return found.slice(0, limit);
    return order.slice(0, limit).flatMap((place) => info.idx[place] ?? []);
  }
}
