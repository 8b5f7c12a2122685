import type { Range } from '../text/range';
import type { Lens, Take, Value } from './brief';
import type { Line } from './lines';
import { content, isBullet, isIndented } from './lists';
import { linesValue, plainValue, sliceValue, trimmedValue } from './value';

/** The takes section; `entries` are bullets that can't be read as takes, `rest` other lines of no part. */
export interface Takes {
  readonly lenses: readonly Lens[];
  readonly entries: readonly Range[];
  readonly rest: readonly Line[];
}

interface OpenLens {
  heading: Range | null;
  name: Value;
  from: number;
  to: number;
  takes: Take[];
}

export function readTakes(source: string, lines: readonly Line[]): Takes {
  const lenses: OpenLens[] = [];
  const entries: Range[] = [];
  const rest: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    if (line.mark === HASH && line.open && source.startsWith('### ', line.from)) {
      const name = plainValue(source, line.from + 4, line.to);
      const { from, to } = line;
      lenses.push({ heading: { from, to }, name, from, to, takes: [] });
      at++;
      continue;
    }
    if (!line.open || !isBullet(source, line)) {
      if (!line.blank) {
        rest.push(line);
        extend(lenses.at(-1), line);
      }
      at++;
      continue;
    }
    const entry = entryLines(source, lines, at);
    at += entry.length;
    const take = readTake(source, entry);
    if (take) {
      const lens = lenses.at(-1) ?? openNameless(lenses, line.from);
      lens.takes.push(take);
      extend(lens, take);
    } else {
      const written = entry.filter((part) => !part.blank);
      const range = { from: line.from, to: written.at(-1)?.to ?? line.to };
      entries.push(range);
      extend(lenses.at(-1), range);
    }
  }
  return { lenses, entries, rest };
}

/** Takes above the first heading stand in a lens without one. */
function openNameless(lenses: OpenLens[], at: number): OpenLens {
  const name: Value = { from: at, to: at, text: '', lineStarts: [at] };
  const lens: OpenLens = { heading: null, name, from: at, to: at, takes: [] };
  lenses.push(lens);
  return lens;
}

function extend(lens: OpenLens | undefined, range: Range): void {
  if (lens) lens.to = Math.max(lens.to, range.to);
}

/** The lines from a bullet on that are indented under it, blank lines between them included. */
function entryLines(source: string, lines: readonly Line[], first: number): Line[] {
  let end = first + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (isIndented(source, line)) end = at + 1;
    else if (!line.blank) break;
  }
  return lines.slice(first, end);
}

const HASH = 35;
const SPACE = 32;
const QUOTE = 62;
const SOURCE = 'Source:';

/** Where the content of an indented line starts; its end for a line that is not indented by two. */
function afterIndent(source: string, line: Line): number {
  let at = line.from;
  while (at < line.to && source.charCodeAt(at) === SPACE) at++;
  return at - line.from < 2 ? line.to : at;
}

function isSource(source: string, line: Line, at: number): boolean {
  if (!source.startsWith(SOURCE, at)) return false;
  const end = at + SOURCE.length;
  return end === line.to || source.charCodeAt(end) === SPACE;
}

/** Null where the first line has no outlet or no `(region, lang)`. */
function readTake(source: string, lines: readonly Line[]): Take | null {
  const first = lines[0] as Line;
  const head = readHead(source, first);
  if (!head) return null;
  const summaryLines: Range[] = head.summary ? [head.summary] : [];
  const quoteLines: Line[] = [];
  const islands: Range[] = [];
  let sourceLine: Line | null = null;
  let after: 'summary' | 'quote' | 'other' = 'summary';
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as Line;
    const at = line.open ? afterIndent(source, line) : line.to;
    const isQuote = at < line.to && source.charCodeAt(at) === QUOTE;
    if (isQuote && (quoteLines.length === 0 || after === 'quote')) {
      quoteLines.push(line);
      after = 'quote';
    } else if (!sourceLine && isSource(source, line, at)) {
      sourceLine = line;
      after = 'other';
    } else if (line.blank) after = 'other';
    else if (after === 'summary' && head.summary) summaryLines.push(content(source, line, 0));
    else {
      islands.push({ from: line.from, to: line.to });
      after = 'other';
    }
  }
  const quoteFirst = quoteLines[0];
  const quoteLast = quoteLines.at(-1);
  return {
    from: first.from,
    to: lines.at(-1)?.to ?? first.to,
    head: { from: first.from, to: first.to },
    outlet: head.outlet,
    region: head.region,
    lang: head.lang,
    place: head.place,
    summary: head.summary ? linesValue(source, summaryLines) : null,
    quoteBlock: quoteFirst && quoteLast ? { from: quoteFirst.from, to: quoteLast.to } : null,
    quote: quoteFirst ? readQuote(source, quoteLines) : null,
    sourceLine: sourceLine && { from: sourceLine.from, to: sourceLine.to },
    source: sourceLine && readSource(source, sourceLine),
    islands,
  };
}

function readHead(source: string, line: Line) {
  const text = source.slice(line.from, line.to);
  if (!text.startsWith('- **')) return null;
  const mark = text.indexOf('** (', 4);
  if (mark < 0) return null;
  for (let close = text.indexOf(')', mark); close >= 0; close = text.indexOf(')', close + 1)) {
    const summary = text.startsWith(' — ', close + 1) || text.slice(close + 1).trimEnd() === ' —';
    if (!summary && text.slice(close + 1).trim()) continue;
    const comma = text.lastIndexOf(', ', close - 1);
    const open = mark + 4;
    if (comma < open) return null;
    const at = line.from;
    return {
      outlet: plainValue(source, at + 4, at + mark),
      region: plainValue(source, at + open, at + comma),
      lang: plainValue(source, at + comma + 2, at + close),
      place: { from: at + open, to: at + close },
      summary: summary ? { from: Math.min(at + close + 4, line.to), to: line.to } : null,
    };
  }
  return null;
}

function readQuote(source: string, lines: readonly Line[]): Value {
  const contents: Range[] = [];
  for (const line of lines) {
    const mark = afterIndent(source, line) + 1;
    const from = mark < line.to && source.charCodeAt(mark) === SPACE ? mark + 1 : mark;
    contents.push({ from, to: line.to });
  }
  const whole = linesValue(source, contents);
  const inner = trimmedValue(whole, 0, whole.text.length);
  const { length } = inner.text;
  const marked = length >= 2 && isQuoteMark(inner.text[0]) && isQuoteMark(inner.text[length - 1]);
  return marked ? sliceValue(inner, 1, length - 1) : inner;
}

function isQuoteMark(unit: string | undefined): boolean {
  return unit === '"' || unit === '“' || unit === '”';
}

function readSource(source: string, line: Line): Value {
  let from = afterIndent(source, line) + SOURCE.length;
  while (from < line.to && source.charCodeAt(from) === SPACE) from++;
  const text = source.slice(from, line.to);
  return plainValue(source, from, from + text.trimEnd().length);
}
