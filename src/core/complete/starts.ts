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
 * hit. A start is a place in a whole text, so that a registry of a hundred thousand is not cut into
 * as many pieces. Filled anew for each item.
 */
export class Starts {
  /** How many there are: the lists keep their length, which costs less than growing anew. */
  size = 0;
  readonly texts: string[] = [];
  /** Where in its text each one begins. */
  readonly froms: number[] = [];
  readonly ranks: Rank[] = [];
  /** True for the text of a whole name or alias, which a query can equal. */
  readonly whole: boolean[] = [];

  read(item: MatchItem): void {
    this.size = 0;
    const name = foldedText(item.name);
    const aliases = item.aliases ?? [];
    this.#add(name, 0, NAME, true);
    // An alias may be a word of the name: as a whole it is more than that word.
    const folded = aliases.length > 0 ? aliases.map(foldedText) : NONE;
    for (const alias of folded) this.#add(alias, 0, ALIAS, true);
    this.#addLater(name, WORD);
    for (const alias of folded) this.#addLater(alias, ALIAS);
    // Most slugs are their names.
    if (item.extra && !isSame(item.extra, name)) {
      const extra = foldedText(item.extra);
      this.#add(extra, 0, EXTRA, false);
      this.#addLater(extra, EXTRA);
    }
    // A single word has none, but in Hangul.
    if (name.includes(' ') || name >= '\u1100') {
      for (const initials of initialsOf(name)) {
        if (initials.length > 1) this.#add(initials, 0, INITIALS, false);
      }
    }
  }

  #add(text: string, from: number, rank: Rank, whole: boolean): void {
    if (from === text.length || this.#has(text, from)) return;
    const at = this.size++;
    this.texts[at] = text;
    this.froms[at] = from;
    this.ranks[at] = rank;
    this.whole[at] = whole;
  }

  #has(text: string, from: number): boolean {
    for (let at = 0; at < this.size; at++) {
      if (isSameStart(text, from, this.texts[at] as string, this.froms[at] as number)) return true;
    }
    return false;
  }

  /** Adds the text from its second word on, from its third, and so on; in unspaced scripts from each letter. */
  #addLater(text: string, rank: Rank): void {
    if (isUnspaced(text)) {
      for (let at = 1; at < text.length; at++) {
        const isStart = text.charCodeAt(at - 1) === 32 || isUnspaced(text[at] ?? '');
        if (isStart) this.#add(text, at, rank, false);
      }
      return;
    }
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      this.#add(text, at + 1, rank, false);
    }
  }
}

const NONE: readonly string[] = [];

/** Where a start that begins at `from` ends in its text. */
export const endOf = (text: string, from: number): number =>
  Math.min(text.length, from + LONGEST_START);

function isSameStart(a: string, from: number, b: string, place: number): boolean {
  const length = endOf(a, from) - from;
  if (endOf(b, place) - place !== length) return false;
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(from + at) !== b.charCodeAt(place + at)) return false;
  }
  return true;
}

/** True for the slug of a folded name. */
function isSame(slug: string, name: string): boolean {
  if (slug.length !== name.length) return false;
  for (let at = 0; at < slug.length; at++) {
    const unit = slug.charCodeAt(at);
    if ((unit === 45 ? 32 : unit) !== name.charCodeAt(at)) return false;
  }
  return true;
}
