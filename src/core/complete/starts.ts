import { foldedText, initialsOf, isUnspaced } from './fold';

/** Something that can be offered: an entity, a brief, an outlet, a word of a vocabulary, a command. */
export interface MatchItem {
  /** Unique among the items of a matcher: a slug, a name, a command's id. */
  readonly key: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** More words that lead to it, such as a slug: a weaker hit than an alias. */
  readonly extra?: string;
}

/** How an item was hit, the best first. */
export const HITS = ['exact', 'name', 'word', 'alias', 'extra', 'initials', 'fuzzy'] as const;
export type Hit = (typeof HITS)[number];
/** A hit by its place in `HITS`. */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const NAME: Rank = 1;
export const WORD: Rank = 2;
const ALIAS: Rank = 3;
const EXTRA: Rank = 4;
export const INITIALS: Rank = 5;
export const FUZZY: Rank = 6;

/** Prefixes longer than this are not told apart. */
export const LONGEST_START = 40;

/**
 * The folded texts that lead to an item when a query is a prefix of them: each once, under its best
 * hit. Filled anew for each item, as a registry has a hundred thousand.
 */
export class Starts {
  readonly texts: string[] = [];
  readonly ranks: Rank[] = [];
  /** True for the text of a whole name or alias, which a query can equal. */
  readonly whole: boolean[] = [];

  read(item: MatchItem): void {
    this.texts.length = 0;
    this.ranks.length = 0;
    this.whole.length = 0;
    const name = foldedText(item.name);
    const aliases = item.aliases ?? [];
    this.#add(name, NAME, true);
    // An alias may be a word of the name: as a whole it is more than that word.
    const folded = aliases.length > 0 ? aliases.map(foldedText) : NONE;
    for (const alias of folded) this.#add(alias, ALIAS, true);
    this.#addLater(name, WORD);
    for (const alias of folded) this.#addLater(alias, ALIAS);
    // Most slugs are their names.
    if (item.extra && !isSame(item.extra, name)) {
      const extra = foldedText(item.extra);
      this.#add(extra, EXTRA, false);
      this.#addLater(extra, EXTRA);
    }
    // A single word has none, but in Hangul.
    if (name.includes(' ') || name >= '\u1100') {
      for (const initials of initialsOf(name.split(' '))) {
        if (initials.length > 1) this.#add(initials, INITIALS, false);
      }
    }
  }

  #add(text: string, rank: Rank, whole: boolean): void {
    const cut = text.length > LONGEST_START ? text.slice(0, LONGEST_START) : text;
    if (cut === '' || this.texts.includes(cut)) return;
    this.texts.push(cut);
    this.ranks.push(rank);
    this.whole.push(whole);
  }

  /** Adds the text from its second word on, from its third, and so on; in unspaced scripts from each letter. */
  #addLater(text: string, rank: Rank): void {
    if (isUnspaced(text)) {
      for (let at = 1; at < text.length; at++) {
        const isStart = text.charCodeAt(at - 1) === 32 || isUnspaced(text[at] ?? '');
        if (isStart) this.#add(text.slice(at), rank, false);
      }
      return;
    }
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      this.#add(text.slice(at + 1), rank, false);
    }
  }
}

const NONE: readonly string[] = [];

/** True for the slug of a folded name. */
function isSame(slug: string, name: string): boolean {
  if (slug.length !== name.length) return false;
  for (let at = 0; at < slug.length; at++) {
    const unit = slug.charCodeAt(at);
    if ((unit === 45 ? 32 : unit) !== name.charCodeAt(at)) return false;
  }
  return true;
}
