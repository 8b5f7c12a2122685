import { lineIndexOf } from '../text/lines';
import type { Range } from '../text/range';

/** A line: `to` is before its line break (`\n` or `\r\n`), `next` is where the next line starts. */
export interface Line extends Range {
  readonly next: number;
  /** False inside a fenced code block or an HTML comment, where no mark of the format counts. */
  readonly open: boolean;
  /** True for a line of nothing but white space. */
  readonly blank: boolean;
  /** Its first unit, which tells most lines apart; 0 where it is empty. */
  readonly mark: number;
}

/** The lines of a text from an offset on. A text that ends with a line break has no empty last line. */
export function scanLines(source: string, start: number): Line[] {
  const closed = closedStretches(source);
  const { starts } = lineIndexOf(source);
  const lines: Line[] = [];
  let stretch = 0;
  let from = start;
  for (let at = 1; from < source.length; at++) {
    const isLast = at >= starts.length;
    const next = isLast ? source.length : (starts[at] as number);
    let to = isLast ? next : next - 1;
    if (!isLast && to > from && source.charCodeAt(to - 1) === 13) to--;
    while (stretch < closed.length && (closed[stretch] as Range).to <= from) stretch++;
    const open = stretch === closed.length || from < (closed[stretch] as Range).from;
    const mark = to > from ? source.charCodeAt(from) : 0;
    const blank = mark <= BLANK && isBlank(source, from, to);
    lines.push({ from, to, next, open, blank, mark });
    from = next;
  }
  return lines;
}

const BLANK = 32;

function isBlank(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at);
    if (unit !== 32 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

/**
 * Fenced code and HTML comments that start a line, in the order of the text. One that is never
 * closed hides nothing: a forgotten mark must not swallow the rest of a brief.
 */
function closedStretches(source: string): Range[] {
  if (!source.includes('<!--') && !source.includes('```') && !source.includes('~~~')) return [];
  const stretches: Range[] = [];
  const opener = /^ {0,3}(?:(<!--)|(`{3,})[^`\n]*$|(~{3,}))/gm;
  for (let match = opener.exec(source); match; match = opener.exec(source)) {
    const fence = match[2] ?? match[3];
    const end = fence
      ? fenceEnd(source, opener.lastIndex, fence)
      : commentEnd(source, opener.lastIndex);
    if (end === null) continue;
    stretches.push({ from: match.index, to: end });
    opener.lastIndex = end;
  }
  return stretches;
}

function fenceEnd(source: string, from: number, fence: string): number | null {
  const mark = fence[0] === '`' ? '`' : '~';
  const closer = new RegExp(`^ {0,3}${mark}{${fence.length},}[ \\t\\r]*$`, 'gm');
  const lineBreak = source.indexOf('\n', from);
  if (lineBreak < 0) return null;
  closer.lastIndex = lineBreak + 1;
  return closer.exec(source) ? closer.lastIndex : null;
}

function commentEnd(source: string, from: number): number | null {
  const end = source.indexOf('-->', from);
  if (end < 0) return null;
  const lineBreak = source.indexOf('\n', end);
  return lineBreak < 0 ? source.length : lineBreak;
}
