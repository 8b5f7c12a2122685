import type { Range } from '../text/range';
import type { Value } from './brief';

/** A value whose text is the source's own, over `[from, to)`. */
export function plainValue(source: string, from: number, to: number): Value {
  return { from, to, text: source.slice(from, to), lineStarts: [from] };
}

/** A value written over several lines: each range is what one line adds to the text. */
export function linesValue(source: string, lines: readonly Range[]): Value {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError('A value needs at least one line');
  if (runOn(source, lines)) return plainValue(source, first.from, last.to);
  return {
    from: first.from,
    to: last.to,
    text: lines.map((line) => source.slice(line.from, line.to)).join('\n'),
    lineStarts: lines.map((line) => line.from),
  };
}

/** True where nothing but a `\n` stands between one line and the next. */
function runOn(source: string, lines: readonly Range[]): boolean {
  for (let at = 1; at < lines.length; at++) {
    const end = (lines[at - 1] as Range).to;
    if ((lines[at] as Range).from !== end + 1 || source.charCodeAt(end) !== 10) return false;
  }
  return true;
}

/** The value between two offsets of its text. */
export function sliceValue(value: Value, from: number, to: number): Value {
  if (value.lineStarts.length === 1) {
    return {
      from: value.from + from,
      to: value.from + to,
      text: value.text.slice(from, to),
      lineStarts: [value.from + from],
    };
  }
  const first = lineOf(value, from);
  const last = lineOf(value, to);
  return {
    from: toSource(value, from),
    to: toSource(value, to),
    text: value.text.slice(from, to),
    lineStarts: [toSource(value, from), ...value.lineStarts.slice(first.index + 1, last.index + 1)],
  };
}

/** The value between two offsets of its text, without the white space at both ends. */
export function trimmedValue(value: Value, from: number, to: number): Value {
  const { text } = value;
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) === 32) start++;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  if (start < end && !(isInk(text.charCodeAt(start)) && isInk(text.charCodeAt(end - 1)))) {
    const inner = text.slice(start, end);
    start += inner.length - inner.trimStart().length;
    end = Math.max(end - inner.length + inner.trimEnd().length, start);
  }
  return sliceValue(value, start, end);
}

/** True for most units that are no white space; the others are left to the platform. */
function isInk(unit: number): boolean {
  return unit > 32 && unit < 0x1680 && unit !== 0xa0;
}

/** The offset in the source of an offset of the value's text. */
export function toSource(value: Value, offset: number): number {
  if (value.lineStarts.length === 1) return value.from + offset;
  const line = lineOf(value, offset);
  return (value.lineStarts[line.index] ?? value.from) + offset - line.start;
}

/** The offset in the value's text nearest to an offset of the source. */
export function toText(value: Value, offset: number): number {
  const clamped = Math.min(Math.max(offset, value.from), value.to);
  if (value.lineStarts.length === 1) return clamped - value.from;
  let start = 0;
  for (let index = 0; ; index++) {
    const end = endOfLine(value.text, start);
    const from = value.lineStarts[index] ?? value.from;
    const next = value.lineStarts[index + 1];
    if (next === undefined || clamped < next) {
      return Math.min(start + Math.max(clamped - from, 0), end);
    }
    start = end + 1;
  }
}

function lineOf(value: Value, offset: number): { index: number; start: number } {
  let index = 0;
  let start = 0;
  for (;;) {
    const end = endOfLine(value.text, start);
    if (offset <= end || index === value.lineStarts.length - 1) return { index, start };
    index++;
    start = end + 1;
  }
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
