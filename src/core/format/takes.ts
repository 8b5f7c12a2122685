import type { Range } from '../text/range';
import type { Lens, Take, Value } from './brief';
import { isBlank, type Line } from './lines';
import { content, isBullet, isIndented } from './lists';
import { linesValue, plainValue, sliceValue } from './value';

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
    if (line.open && source.startsWith('### ', line.from)) {
      const name = plainValue(source, line.from + 4, line.to);
      const { from, to } = line;
      lenses.push({ heading: { from, to }, name, from, to, takes: [] });
      at++;
      continue;
    }
    if (!line.open || !isBullet(source, line)) {
      if (!isBlank(source, line)) {
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
      const written = entry.filter((part) => !isBlank(source, part));
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
    else if (!isBlank(source, line)) break;
  }
  return lines.slice(first, end);
}

const QUOTE_MARK = /^ {2,}> ?/;
const SOURCE_MARK = /^ {2,}Source:(?: +|$)/;

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
  for (const line of lines.slice(1)) {
    const text = source.slice(line.from, Math.min(line.to, line.from + 200));
    if (line.open && QUOTE_MARK.test(text) && (quoteLines.length === 0 || after === 'quote')) {
      quoteLines.push(line);
      after = 'quote';
    } else if (line.open && SOURCE_MARK.test(text) && !sourceLine) {
      sourceLine = line;
      after = 'other';
    } else if (isBlank(source, line)) after = 'other';
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
    ...head,
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
    const tail = text.slice(close + 1);
    const summary = tail.startsWith(' — ') || tail.trimEnd() === ' —';
    if (!summary && tail.trim()) continue;
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
  const whole = linesValue(
    source,
    lines.map((line) => {
      const mark = QUOTE_MARK.exec(source.slice(line.from, line.to))?.[0].length ?? 0;
      return { from: line.from + mark, to: line.to };
    }),
  );
  const from = whole.text.length - whole.text.trimStart().length;
  const to = Math.max(whole.text.trimEnd().length, from);
  const marked = to - from >= 2 && isQuoteMark(whole.text[from]) && isQuoteMark(whole.text[to - 1]);
  return sliceValue(whole, marked ? from + 1 : from, marked ? to - 1 : to);
}

function isQuoteMark(unit: string | undefined): boolean {
  return unit === '"' || unit === '“' || unit === '”';
}

function readSource(source: string, line: Line): Value {
  const text = source.slice(line.from, line.to);
  const mark = SOURCE_MARK.exec(text)?.[0].length ?? 0;
  return plainValue(source, line.from + mark, line.from + Math.max(text.trimEnd().length, mark));
}
