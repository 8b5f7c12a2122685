import { foldedWords, initialsOf, isUnspaced } from './fold';

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
export type Hit = 'exact' | 'name' | 'word' | 'alias' | 'extra' | 'initials' | 'fuzzy';

/** A folded text that leads to an item when a query is a prefix of it. */
export interface Start {
  readonly text: string;
  /** The item's place in the matcher. */
  readonly item: number;
  readonly hit: Hit;
  /** True for the text of a whole name or alias, which a query can equal. */
  readonly whole: boolean;
}

/** Prefixes longer than this are not told apart. */
export const LONGEST_START = 40;

/** All starts of an item: each text once, under its best hit. */
export function startsOf(item: MatchItem, index: number): Start[] {
  const starts: Start[] = [];
  const name = foldedWords(item.name);
  const whole = name.join(' ');
  add(starts, whole, index, 'name', true);
  const aliases = (item.aliases ?? []).map((alias) => foldedWords(alias).join(' '));
  // An alias may be a word of the name: as a whole it is more than that word.
  for (const alias of aliases) add(starts, alias, index, 'alias', true);
  addLater(starts, whole, index, 'word');
  for (const alias of aliases) addLater(starts, alias, index, 'alias');
  if (item.extra) {
    const extra = foldedWords(item.extra).join(' ');
    // Most slugs are their names.
    if (extra !== whole) {
      add(starts, extra, index, 'extra', false);
      addLater(starts, extra, index, 'extra');
    }
  }
  for (const initials of initialsOf(name)) {
    if (initials.length > 1) add(starts, initials, index, 'initials', false);
  }
  return starts;
}

function add(starts: Start[], text: string, item: number, hit: Hit, whole: boolean): void {
  const cut = text.length > LONGEST_START ? text.slice(0, LONGEST_START) : text;
  if (cut === '') return;
  for (const start of starts) if (start.text === cut) return;
  starts.push({ text: cut, item, hit, whole });
}

/** Adds the text from its second word on, from its third, and so on; in unspaced scripts from each letter. */
function addLater(starts: Start[], text: string, item: number, hit: Hit): void {
  const unspaced = isUnspaced(text);
  for (let at = 1; at < text.length; at++) {
    const afterSpace = text.charCodeAt(at - 1) === 32;
    if (afterSpace || (unspaced && isUnspaced(text[at] ?? ''))) {
      add(starts, text.slice(at), item, hit, false);
    }
  }
}
