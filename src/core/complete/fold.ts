import { onFirstUse } from '../text/on-first-use';

/**
 * A text as people search for it: without case, accents, apostrophes and width; katakana reads as
 * hiragana, and Hangul falls into its letters, so that a syllable still being typed matches.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

// eslint-disable-next-line no-control-regex -- the plain half of ASCII, but for the apostrophe
const PLAIN = /^[\u0000-&(-\u007F]*$/;
// Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, voicing of kana. Marks of other
// scripts are letters to their readers.
const MARKS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u3099\u309A]/g;
const APOSTROPHES = /['’ʼ‘]/g;
const KATAKANA = /[\u30A1-\u30F6]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = /[ßæœøłđðþıς]/g;

const anyWords = onFirstUse(() => /[\p{L}\p{M}\p{N}]+/gu);
const PLAIN_WORDS = /[a-z\d]+/g;

const BETWEEN = /[^a-z\d]+/g;
const PLAIN_TEXT = /^[a-z\d]+(?: [a-z\d]+)*$/;

/** The words of a text, folded, with one space between them. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN_TEXT.test(lower)) return lower;
  return PLAIN.test(lower) ? lower.replace(BETWEEN, ' ').trim() : foldedWords(lower).join(' ');
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded.match(PLAIN.test(folded) ? PLAIN_WORDS : anyWords()) ?? [];
}

// Written without spaces, so that each letter may start a word.
const unspaced = onFirstUse(
  () =>
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u,
);

/** True for a folded text with letters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return !PLAIN.test(text) && unspaced().test(text);
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'de', 'del', 'des', 'du', 'for', 'in', 'la', 'le']);
for (const word of ['of', 'on', 'the', 'to', 'und', 'van', 'von', 'y']) SMALL_WORDS.add(word);
const LONGEST_SMALL = 3;

/** How the initials of a folded name may be typed: with and without its small words; of Hangul, each syllable's first letter. */
export function initialsOf(name: string): string[] {
  if (name >= '\u1100' && HANGUL.test(name)) return [name.replace(NOT_LEADING, '')];
  if (!name.includes(' ') || isUnspaced(name.slice(0, name.indexOf(' ')))) return [];
  let all = '';
  let large = '';
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    end = name.indexOf(' ', at);
    const letter = name.charAt(at);
    all += letter;
    if (!isSmall(name, at, end)) large += letter;
  }
  return large.length > 1 && large.length < all.length ? [all, large] : [all];
}

function isSmall(name: string, from: number, end: number): boolean {
  const to = end < 0 ? name.length : end;
  return to - from <= LONGEST_SMALL && SMALL_WORDS.has(name.slice(from, to));
}

/** Folded Hangul is runs of conjoining letters; the leading ones are U+1100 to U+1112. */
const HANGUL = /^[\u1100-\u11FF]+(?: [\u1100-\u11FF]+)*$/;
const NOT_LEADING = /[^\u1100-\u1112]/g;
