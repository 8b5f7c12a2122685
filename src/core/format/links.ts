import type { Range } from '../text/range';
import type { Link, Value } from './brief';
import { sliceValue, toSource } from './value';

/**
 * The inline links of one paragraph, as CommonMark reads them: code spans, HTML and comments hold
 * no link, brackets balance, a link holds no link, images are none. One leniency: `[text](/…)`
 * whose target holds a space is still reported, so that it can be mended.
 */
export function inlineLinks(paragraph: Value): Link[] {
  const text = paragraph.text;
  const links: Link[] = [];
  const openers: { at: number; image: boolean }[] = [];
  // A link holds no link: openers below this place in the stack can only open an image.
  let spent = 0;
  const unclosed = new Unclosed();
  let escaped = -1;
  const mark = /[\\`<[\]]/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const at = match.index;
    switch (match[0]) {
      case '\\':
        mark.lastIndex = at + 2;
        escaped = at + 1;
        break;
      case '`':
        mark.lastIndex = afterCode(text, at, unclosed);
        break;
      case '<':
        mark.lastIndex = afterHtml(text, at, unclosed);
        break;
      case '[':
        openers.push({ at, image: text[at - 1] === '!' && escaped !== at - 1 });
        break;
      default: {
        const opener = openers.pop();
        if (!opener) break;
        const active = opener.image || openers.length >= spent;
        spent = Math.min(spent, openers.length);
        const target = active && text[at + 1] === '(' ? readDestination(text, at + 2) : null;
        if (!target) break;
        mark.lastIndex = target.end;
        if (opener.image) {
          // What an image's description holds is only ever read out.
          const from = toSource(paragraph, opener.at);
          while ((links.at(-1)?.from ?? -1) > from) links.pop();
          break;
        }
        links.push({
          kind: 'inline',
          from: toSource(paragraph, opener.at),
          to: toSource(paragraph, target.end),
          text: { from: toSource(paragraph, opener.at + 1), to: toSource(paragraph, at) },
          target: sliceValue(paragraph, target.from, target.to),
          closed: true,
        });
        spent = openers.length;
      }
    }
  }
  return links.sort((a, b) => a.from - b.from);
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
const SPACE = /[ \t]*\n?[ \t]*/y;

/** The destination from just after `](`; `end` is just after the `)`. */
function readDestination(text: string, start: number): (Range & { end: number }) | null {
  const from = skip(SPACE, text, start);
  let to: number;
  let inner: Range;
  ANGLED.lastIndex = from;
  if (text[from] === '<') {
    if (!ANGLED.test(text)) return null;
    to = ANGLED.lastIndex;
    inner = { from: from + 1, to: to - 1 };
  } else {
    to = endOfBareTarget(text, from);
    if (to < 0) return text[from] === '/' ? lenientTarget(text, from) : null;
    inner = { from, to };
  }
  let end = skip(SPACE, text, to);
  if (text[end] !== ')' && end > to) {
    TITLE.lastIndex = to;
    if (TITLE.test(text)) end = skip(SPACE, text, TITLE.lastIndex);
  }
  if (text[end] === ')') return { ...inner, end: end + 1 };
  return text[from] === '/' ? lenientTarget(text, from) : null;
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

function lenientTarget(text: string, from: number): (Range & { end: number }) | null {
  const length = text.slice(from, from + FAR).search(/[)\n]/);
  const close = from + length;
  return length < 0 || text[close] !== ')' ? null : { from, to: close, end: close + 1 };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
