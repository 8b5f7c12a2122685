import { isHangul, isUnspacedLetter, isWordLetter, letterAt, letterBefore } from './scripts';

/** Where a name ends, and whether it stands there as it is written. */
export interface NameEnd {
  readonly to: number;
  readonly exact: boolean;
}

/**
 * Where a name that starts at an offset ends; null where it does not stand there as whole words.
 * Other forms of it are not exact: a possessive and a particle stay out of the range, a plural and
 * a case ending are in it.
 */
export function endOfName(text: string, from: number, name: string): NameEnd | null {
  const to = from < 0 ? -1 : endOfText(text, from, name);
  if (to < 0) return null;
  const first = letterAt(text, from);
  const before = letterBefore(text, from);
  const joined = isWordLetter(before) && sameRun(before, first);
  if (joined && !isUnspacedLetter(first)) return null;
  const end = endAfter(text, to, name);
  return end && { to: end.to, exact: end.exact && !joined && !isCommon(name) };
}

/** True for letters that can stand in one word; where the kind of script changes, a name may end. */
function sameRun(a: string, b: string): boolean {
  return (
    isWordLetter(a) &&
    isWordLetter(b) &&
    isUnspacedLetter(a) === isUnspacedLetter(b) &&
    isHangul(a) === isHangul(b)
  );
}

const SPACES = /[ \t]*\n?[ \t]*/y;

/** A space of the name may be a line break of the text. */
function endOfText(text: string, from: number, name: string): number {
  let at = from;
  for (let next = 0; next < name.length; next++) {
    if (name[next] === ' ') {
      SPACES.lastIndex = at;
      if (!SPACES.test(text) || SPACES.lastIndex === at) return -1;
      at = SPACES.lastIndex;
    } else if (text.charCodeAt(at++) !== name.charCodeAt(next)) return -1;
  }
  return at;
}

const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{M}\p{N}])/uy;
const REST = /[\p{L}\p{M}\p{N}_]*/uy;
const PLURAL = /^e?s$/;
const LATIN_END = /\p{sc=Latin}$/u;
const CYRILLIC_END = /[бвгґджзйклмнпрстфхцчшщ]$/iu;
/** Case endings of the Cyrillic languages after a consonant. */
const CASE = /^(?:а|у|е|и|і|ы|ю|я|ой|ою|ом|ем|ей|ям|ах|ами|ові|еві|ів|ов)$/u;

function endAfter(text: string, to: number, name: string): NameEnd | null {
  if (at(POSSESSIVE, text, to)) return { to, exact: false };
  const last = letterBefore(text, to);
  const next = letterAt(text, to);
  if (!isWordLetter(next) || !isWordLetter(last)) return { to, exact: true };
  // Particles are attached to names of any script.
  if (isHangul(next)) return { to, exact: false };
  if (!sameRun(last, next)) return { to, exact: true };
  if (isUnspacedLetter(next)) return { to, exact: false };
  const rest = at(REST, text, to) ?? '';
  const inflected =
    (LATIN_END.test(name) && PLURAL.test(rest)) || (CYRILLIC_END.test(name) && CASE.test(rest));
  return inflected ? { to: to + rest.length, exact: false } : null;
}

function at(pattern: RegExp, text: string, from: number): string | null {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? null;
}

const PLAIN_END = /[A-Za-z0-9]$/;
const ENDING_SCRIPT = /[\p{sc=Cyrillic}\p{sc=Hangul}]$/u;
/** Endings of up to so many letters are looked behind. */
const LONGEST = 3;

/** What a word may be another form of. */
export function stemsOf(word: string): string[] {
  if (word.endsWith('s'))
    return [word.slice(0, -1), ...(word.endsWith('es') ? [word.slice(0, -2)] : [])];
  if (PLAIN_END.test(word) || !ENDING_SCRIPT.test(word)) return [];
  const stems: string[] = [];
  for (let cut = 1; cut <= LONGEST && cut < word.length; cut++) stems.push(word.slice(0, -cut));
  return stems;
}

const LOWER_WORD = /^\p{Ll}+$/u;
const TWO_LETTERS = /^\p{Lu}\p{Ll}$/u;

/** A name that reads like any word of the language: a person decides whether it is meant. */
export function isCommon(name: string): boolean {
  return LOWER_WORD.test(name) || TWO_LETTERS.test(name);
}
