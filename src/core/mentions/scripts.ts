/** Written without spaces: where a word ends can't be seen. */
export const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]/u;
/** Particles are attached to words. */
export const HANGUL = /^\p{sc=Hangul}/u;
const WORD_LETTER = /^[\p{L}\p{M}\p{N}_]/u;

/** A stretch of letters and digits, either of scripts that run on or of the others. */
export const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆])[\p{L}\p{M}\p{N}])+/u;

/** The character at an offset; empty outside the text. */
export function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The character before an offset; empty at the start. */
export function letterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const low = unit >= 0xdc00 && unit < 0xe000;
  return at <= 0 ? '' : text.slice(low ? Math.max(0, at - 2) : at - 1, at);
}

export const isWordLetter = (letter: string) => WORD_LETTER.test(letter);
export const isUnspacedLetter = (letter: string) => UNSPACED.test(letter);
export const isHangul = (letter: string) => HANGUL.test(letter);
