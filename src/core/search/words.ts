/** What a word is made of, as bits: of plain letters and digits, of capitals, and so on. */
const PLAIN = 2;
const CAPITAL = 4;
const APOSTROPHE = 8;
const CURLY = 16;
const OTHER = 32;
/** Stands in no word. */
const NONE = 1;

const LETTERS = PLAIN | CAPITAL | OTHER;

/** True for a word of ASCII alone. */
export const isPlain = (made: number) => (made & (CURLY | OTHER)) === 0;
export const hasCapital = (made: number) => (made & CAPITAL) !== 0;
export const hasApostrophe = (made: number) => (made & (APOSTROPHE | CURLY)) !== 0;

/**
 * Visits the words of a text as ranges: runs of letters, marks and digits of any script, with the
 * apostrophes in and around them. Most units are looked up in a table: a text is searched through
 * for each hit that is shown, and all of them are when a workspace is read.
 */
export function eachWord(
  text: string,
  visit: (from: number, to: number, made: number) => void,
): void {
  let from = 0;
  let made = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind = KINDS[code] || kindOf(code);
    if (kind === SURROGATE) {
      kind = kindOfPair(text, at);
      // The second half goes with the first.
      if (kind === OTHER) at++;
    }
    if (kind !== NONE) {
      made |= kind;
      continue;
    }
    if (made & LETTERS) visit(from, at, made);
    made = 0;
    from = at + 1;
  }
  if (made & LETTERS) visit(from, text.length, made);
}

const KINDS = new Uint8Array(0x10000);
const SURROGATE = 64;
const LETTER = /^[\p{L}\p{M}\p{N}]$/u;

function kindOf(code: number): number {
  const kind = code >= 0xd800 && code < 0xe000 ? SURROGATE : kindOfUnit(String.fromCharCode(code));
  KINDS[code] = kind;
  return kind;
}

function kindOfUnit(unit: string): number {
  if (unit === "'") return APOSTROPHE;
  if ('’ʼ‘'.includes(unit)) return CURLY;
  if (!LETTER.test(unit)) return NONE;
  if (unit >= '\u0080') return OTHER;
  return unit >= 'A' && unit <= 'Z' ? CAPITAL : PLAIN;
}

function kindOfPair(text: string, at: number): number {
  return LETTER.test(text.slice(at, at + 2)) ? OTHER : NONE;
}
