import type { Range } from '../text/range';
import type { Link, Value } from './brief';
import { sliceValue, toSource } from './value';

/**
 * The inline links of one paragraph, as CommonMark reads them: code spans, HTML and comments hold
 * no link, brackets balance, a link holds no link, images are none. One leniency: `[text](/…)`
 * whose target holds a space is still reported, so that it can be mended. Adds them to `links`, in
 * the order of the text.
 */
export function inlineLinks(paragraph: Value, links: Link[]): void {
  const { text } = paragraph;
  const openers: Opener[] = [];
  // A link holds no link: openers below this place in the stack can only open an image.
  let spent = 0;
  const unclosed = new Unclosed();
  let escaped = -1;
  const marks = new Marks(text);
  for (let at = marks.from(0); at < text.length; at = marks.from(at)) {
    switch (text.charCodeAt(at)) {
      case BACKSLASH:
        escaped = at + 1;
        at += 2;
        break;
      case TICK:
        at = afterCode(text, at, unclosed);
        break;
      case LESS:
        at = afterHtml(text, at, unclosed);
        break;
      case OPEN:
        openers.push({ at, image: text[at - 1] === '!' && escaped !== at - 1 });
        at++;
        break;
      case CLOSE: {
        const opener = openers.pop();
        const active = opener !== undefined && (opener.image || openers.length >= spent);
        spent = Math.min(spent, openers.length);
        const isTarget = active && text.charCodeAt(at + 1) === PAREN;
        const target = isTarget ? readDestination(text, at + 2) : null;
        if (!opener || !target) {
          at++;
          break;
        }
        if (opener.image) dropFrom(links, toSource(paragraph, opener.at));
        else {
          links.push(inlineLink(paragraph, opener.at, at, target));
          spent = openers.length;
        }
        at = target.end;
        break;
      }
    }
  }
}

/** Where the next mark stands: a paragraph has few, and the platform finds a letter faster. */
class Marks {
  readonly #text: string;
  readonly #next: number[] = [-1, -1, -1, -1, -1];

  constructor(text: string) {
    this.#text = text;
  }

  /** The first mark at an offset or after it; the text's length where there is none. */
  from(at: number): number {
    let least = this.#text.length;
    for (let mark = 0; mark < MARKS.length; mark++) {
      let next = this.#next[mark] as number;
      if (next < at) {
        next = this.#text.indexOf(MARKS[mark] as string, at);
        if (next < 0) next = this.#text.length;
        this.#next[mark] = next;
      }
      if (next < least) least = next;
    }
    return least;
  }
}

const MARKS = ['\\', '`', '<', '[', ']'] as const;
const BACKSLASH = 92;
const TICK = 96;
const LESS = 60;
const OPEN = 91;
const CLOSE = 93;
const PAREN = 40;
const END_PAREN = 41;

interface Opener {
  readonly at: number;
  readonly image: boolean;
}

interface Destination extends Range {
  /** Just after the `)`. */
  readonly end: number;
}

function inlineLink(paragraph: Value, open: number, close: number, target: Destination): Link {
  return {
    kind: 'inline',
    from: toSource(paragraph, open),
    to: toSource(paragraph, target.end),
    text: { from: toSource(paragraph, open + 1), to: toSource(paragraph, close) },
    target: sliceValue(paragraph, target.from, target.to),
    closed: true,
  };
}

/** What an image's description holds is only ever read out. */
function dropFrom(links: Link[], from: number): void {
  while ((links.at(-1)?.from ?? -1) > from) links.pop();
}

/** What a paragraph is known not to hold, so that marks left open don't cost a search each. */
class Unclosed {
  readonly ticks = new Set<number>();
  comment = false;
}

function afterCode(text: string, at: number, unclosed: Unclosed): number {
  let open = at;
  while (text[open] === '`') open++;
  const length = open - at;
  if (unclosed.ticks.has(length)) return open;
  const run = text.slice(at, open);
  for (let close = text.indexOf(run, open); close >= 0; close = text.indexOf(run, close)) {
    let end = close;
    while (text[end] === '`') end++;
    if (end - close === length) return end;
    close = end;
  }
  unclosed.ticks.add(length);
  return open;
}

const HTML =
  /<(?:\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>)/y;

function afterHtml(text: string, at: number, unclosed: Unclosed): number {
  if (text.startsWith('<!--', at)) {
    const end = unclosed.comment ? -1 : text.indexOf('-->', at + 4);
    unclosed.comment = end < 0;
    return end < 0 ? at + 1 : end + 3;
  }
  HTML.lastIndex = at;
  return HTML.test(text) ? HTML.lastIndex : at + 1;
}

/** Titles and targets with spaces are looked for this far only. */
const FAR = 1000;

const ANGLED = /<((?:[^<>\\\n]|\\.)*)>/y;
const TITLE =
  /[ \t]*\n?[ \t]*(?:"(?:[^"\\]|\\[\s\S]){0,999}"|'(?:[^'\\]|\\[\s\S]){0,999}'|\((?:[^()\\]|\\[\s\S]){0,999}\))/y;

/** The destination from just after `](`. */
function readDestination(text: string, start: number): Destination | null {
  const from = skipSpace(text, start);
  let to: number;
  let inner: Range | null = null;
  if (text.charCodeAt(from) === LESS) {
    ANGLED.lastIndex = from;
    if (!ANGLED.test(text)) return null;
    to = ANGLED.lastIndex;
    inner = { from: from + 1, to: to - 1 };
  } else {
    to = endOfBareTarget(text, from);
    if (to < 0) return text[from] === '/' ? lenientTarget(text, from) : null;
  }
  let end = skipSpace(text, to);
  if (end > to && text.charCodeAt(end) !== END_PAREN) {
    TITLE.lastIndex = to;
    if (TITLE.test(text)) end = skipSpace(text, TITLE.lastIndex);
  }
  if (text.charCodeAt(end) === END_PAREN) {
    return { from: inner?.from ?? from, to: inner?.to ?? to, end: end + 1 };
  }
  return text[from] === '/' ? lenientTarget(text, from) : null;
}

/** Past blanks with at most one line break among them. */
function skipSpace(text: string, from: number): number {
  let at = from;
  let breaks = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) {
      if (breaks++ > 0) break;
    } else if (unit !== 32 && unit !== 9) break;
  }
  return at;
}

/** -1 where a bracket in it is not closed. */
function endOfBareTarget(text: string, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92 && at + 1 < text.length && text.charCodeAt(at + 1) > 32) at++;
    else if (unit === 40) depth++;
    else if (unit === 41 && depth-- === 0) break;
    else if (unit <= 32 || unit === 127) break;
  }
  return depth > 0 ? -1 : at;
}

function lenientTarget(text: string, from: number): Destination | null {
  const length = text.slice(from, from + FAR).search(/[)\n]/);
  const close = from + length;
  return length < 0 || text[close] !== ')' ? null : { from, to: close, end: close + 1 };
}
