import { fold } from '../complete/fold';
import { eachWord, hasApostrophe, hasCapital, isPlain } from './words';

/**
 * Takes one token. `from` and `to` are the stretch of the text that it stands for, `end` where the
 * last unit it holds ends; it stands beside the token before it where `beside` is set.
 */
export type TokenVisitor = (
  token: string,
  from: number,
  to: number,
  end: number,
  beside: boolean,
) => void;

const FOLDED_WORD = /[\p{L}\p{M}\p{N}]+/gu;
const APOSTROPHE = /['’ʼ‘]/;

/** Written without spaces, or with particles attached: searched by any stretch of them. */
const RUNNING =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// A letter with what is written onto it; Hangul may come in its parts.
const LETTER = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\s\S]\p{M}*/gu;

/**
 * Visits the tokens of a text, folded: words, and of running scripts each two neighbouring letters
 * (and the last one), so that any stretch of letters can be found as a phrase. A word with an
 * apostrophe is a token without it, and, beside it, its pieces of two letters or more.
 */
export function eachToken(text: string, visit: TokenVisitor): void {
  eachWord(text, (from, to, made) => {
    const word = text.slice(from, to);
    if (!isPlain(made)) {
      otherTokens(word, from, visit);
      return;
    }
    const lower = hasCapital(made) ? word.toLowerCase() : word;
    if (!hasApostrophe(made)) visit(lower, from, to, to, false);
    else {
      const whole = lower.replaceAll("'", '');
      visit(whole, from, to, to, false);
      pieces(word, whole, from, visit);
    }
  });
}

/** The tokens of a word that is not of ASCII alone. */
function otherTokens(word: string, from: number, visit: TokenVisitor): void {
  const to = from + word.length;
  const folded = fold(word).normalize('NFC');
  if (RUNNING.test(folded)) {
    letterTokens(lettersOf(word, from), visit);
    return;
  }
  for (const token of folded.match(FOLDED_WORD) ?? []) visit(token, from, to, to, false);
  if (APOSTROPHE.test(word)) pieces(word, folded, from, visit);
}

/** The pieces between apostrophes, so that `Putin’s` is found by `Putin`. */
function pieces(word: string, whole: string, from: number, visit: TokenVisitor): void {
  let at = from;
  for (const piece of word.split(APOSTROPHE)) {
    const token = fold(piece).normalize('NFC');
    if (token.length > 1 && token !== whole) {
      visit(token, at, at + piece.length, at + piece.length, true);
    }
    at += piece.length + 1;
  }
}

interface Letter {
  readonly text: string;
  readonly running: boolean;
  readonly from: number;
  readonly to: number;
}

/** The folded letters of a word that holds running ones; what stands between those is one. */
function lettersOf(word: string, at: number): Letter[] {
  const letters: Letter[] = [];
  for (const match of word.matchAll(LETTER)) {
    const from = at + match.index;
    const to = from + match[0].length;
    for (const text of fold(match[0]).normalize('NFC')) {
      const running = RUNNING.test(text);
      const last = letters.at(-1);
      if (last && !last.running && !running) {
        letters[letters.length - 1] = { ...last, text: last.text + text, to };
      } else letters.push({ text, running, from, to });
    }
  }
  return letters;
}

function letterTokens(letters: readonly Letter[], visit: TokenVisitor): void {
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    const pair = letter.running && next?.running;
    const end = pair ? next.to : letter.to;
    visit(pair ? letter.text + next.text : letter.text, letter.from, letter.to, end, false);
  });
}

/** What a query looks for at one place of a phrase. */
export interface Wanted {
  readonly token: string;
  /** Any token that begins with it will do. */
  readonly prefix: boolean;
  /** How many tokens after the first of the phrase. */
  readonly offset: number;
}

/** The tokens that a phrase of a query looks for; of its last word only the beginning, if asked for. */
export function wantedOf(phrase: string, prefix: boolean): Wanted[] {
  const found: { token: string; pair: boolean; running: boolean; offset: number }[] = [];
  let offset = -1;
  eachToken(phrase, (token, _from, to, end, beside) => {
    if (beside) return;
    offset++;
    const pair = end > to;
    found.push({ token, pair, running: RUNNING.test(token), offset });
  });
  return found.flatMap(({ token, pair, running, offset: at }, index) => {
    // The last letter of a stretch is in the pair before it; alone, it begins a pair or ends one.
    if (running && !pair && found[index - 1]?.pair) return [];
    const last = index === found.length - 1;
    return [{ token, prefix: running ? !pair : prefix && last, offset: at }];
  });
}
