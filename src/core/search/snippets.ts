import type { Range } from '../text/range';
import type { ReadPart } from './parts';
import type { Phrase } from './query';
import { eachToken, type Wanted } from './tokens';
import type { Snippet } from './types';

/** At most so many of a brief are shown. */
const MOST = 3;
/** Units shown before the first mark, and in all. */
const LEAD = 50;
const LENGTH = 180;

/**
 * Stretches of a brief that show what was found: the weightiest parts first, and each only where it
 * shows a phrase that those before it don't.
 */
export function snippetsOf(parts: readonly ReadPart[], phrases: readonly Phrase[]): Snippet[] {
  const shown = phrases.filter(({ exclude }) => !exclude).map(({ wanted }) => wanted);
  const any = shown.flat();
  const missing = new Set(shown);
  const snippets: Snippet[] = [];
  for (const part of parts) {
    if (missing.size === 0 || snippets.length === MOST) break;
    const tokens = tokensOf(part.text, any);
    if (tokens.length === 0) continue;
    const marks = shown.map((phrase) => marksOf(tokens, phrase));
    const isNew = shown.filter((phrase, at) => marks[at]?.length && missing.delete(phrase));
    if (isNew.length > 0) snippets.push(snippetOf(part, joined(marks.flat())));
  }
  return snippets;
}

interface Token extends Range {
  readonly text: string;
  readonly end: number;
  readonly position: number;
}

/** The tokens of a text that a phrase wants. */
function tokensOf(text: string, any: readonly Wanted[]): Token[] {
  const tokens: Token[] = [];
  let position = -1;
  eachToken(text, (token, from, to, end, beside) => {
    if (!beside) position++;
    for (const wanted of any) {
      if (!fits(token, wanted)) continue;
      tokens.push({ text: token, from, to, end, position });
      return;
    }
  });
  return tokens;
}

function marksOf(tokens: readonly Token[], phrase: readonly Wanted[]): Range[] {
  const [first] = phrase;
  if (!first) return [];
  const marks: Range[] = [];
  tokens.forEach((token, index) => {
    if (!fits(token.text, first)) return;
    let to = endOf(token, first);
    for (const wanted of phrase.slice(1)) {
      const next = tokenAt(tokens, index, token.position + wanted.offset, wanted);
      if (!next) return;
      to = endOf(next, wanted);
    }
    marks.push({ from: token.from, to });
  });
  return marks;
}

const fits = (text: string, { token, prefix }: Wanted) =>
  prefix ? text.startsWith(token) : text === token;

// A single letter is found by the pair that it begins.
const endOf = (token: Token, { prefix }: Wanted) => (prefix ? token.to : token.end);

function tokenAt(
  tokens: readonly Token[],
  after: number,
  position: number,
  wanted: Wanted,
): Token | null {
  for (let at = after; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.position > position) return null;
    if (token.position === position && fits(token.text, wanted)) return token;
  }
  return null;
}

/** The marks in order; those that touch as one. */
function joined(marks: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const mark of [...marks].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1);
    if (last && mark.from <= last.to) {
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, mark.to) };
    } else all.push(mark);
  }
  return all;
}

function snippetOf({ name, text, sourceAt }: ReadPart, marks: readonly Range[]): Snippet {
  const first = marks[0]?.from ?? 0;
  const from = wordStart(text, first > LEAD ? first - LEAD : 0, first);
  const to = wordEnd(text, from + LENGTH, marks[0]?.to ?? 0);
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    part: name,
    text: before + text.slice(from, to).replace(/\s/g, ' ') + (to < text.length ? '…' : ''),
    marks: marks
      .filter((mark) => mark.from < to)
      .map((mark) => ({ from: mark.from + shift, to: Math.min(mark.to, to) + shift })),
    at: sourceAt(first),
  };
}

/** The first start of a word from an offset on; the offset where there is none before `last`. */
function wordStart(text: string, at: number, last: number): number {
  if (at === 0) return 0;
  const space = text.slice(at - 1, last).search(/\s/);
  return space < 0 ? whole(text, at) : at + space;
}

/** The last end of a word up to an offset, but not before `first`. */
function wordEnd(text: string, at: number, first: number): number {
  if (at >= text.length) return text.length;
  const length = text.slice(first, at + 1).search(/\s\S*$/);
  return length < 0 ? whole(text, Math.max(at, first)) : first + length;
}

/** An offset that cuts no surrogate pair in two. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}
