import type { Range } from '../text/range';
import type { Count, CountName, ListPart, Meta, Part, Value } from './brief';
import type { Line } from './lines';
import { linesValue, plainValue, sliceValue, trimmedValue } from './value';

/** What stands above the first section; `rest` are the lines of no part. */
export interface Top {
  readonly title: Part | null;
  readonly dek: Part | null;
  readonly meta: Meta | null;
  readonly rest: readonly Line[];
}

/** Reads title, dek and meta line; `onFirstLine` is false where the text's first line is not among the lines. */
export function readTop(source: string, lines: readonly Line[], onFirstLine: boolean): Top {
  const first = lines[0];
  const title = first && onFirstLine ? readTitle(source, first) : null;
  const rest: Line[] = [];
  let dek: Part | null = null;
  let meta: Meta | null = null;
  let at = title ? 1 : 0;
  const below = lines.slice(at).findIndex((line) => !line.blank);
  const dekLines = title && below >= 0 ? quoteLines(source, lines.slice(at + below)) : [];
  if (dekLines.length > 0) {
    dek = readDek(source, dekLines);
    at += below + dekLines.length;
  }
  for (const line of lines.slice(at)) {
    if (!meta && line.open) {
      meta = readMeta(source, line);
      if (meta) continue;
    }
    rest.push(line);
  }
  return { title, dek, meta, rest };
}

function readTitle(source: string, line: Line): Part | null {
  if (source[line.from] !== '#') return null;
  if (line.to === line.from + 1) return part(source, line, line.to);
  return source[line.from + 1] === ' ' ? part(source, line, line.from + 2) : null;
}

function part(source: string, line: Line, from: number): Part {
  return { from: line.from, to: line.to, value: plainValue(source, from, line.to) };
}

function quoteLines(source: string, lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line) => !line.open || source[line.from] !== '>');
  return lines.slice(0, end < 0 ? lines.length : end);
}

function readDek(source: string, lines: readonly Line[]): Part {
  const contents: Range[] = [];
  for (const { from, to } of lines) {
    contents.push({ from: from + (source[from + 1] === ' ' && from + 1 < to ? 2 : 1), to });
  }
  const value = linesValue(source, contents);
  return { from: lines[0]?.from ?? value.from, to: value.to, value };
}

const META = '**Meta:**';
const COUNT = /^(\d+) (?:(takes?)|(lens(?:es)?)|regions?)$/;

function readMeta(source: string, line: Line): Meta | null {
  if (!source.startsWith(META, line.from)) return null;
  const whole = plainValue(source, line.from + META.length, line.to);
  const counts: Record<CountName, Count | null> = { takes: null, lenses: null, regions: null };
  const unreadable: Value[] = [];
  let type: Part | null = null;
  let date: Part | null = null;
  let heads: ListPart | null = null;
  for (const piece of split(whole, '·')) {
    const { text } = piece;
    const count = readCount(piece);
    if (!type && text.startsWith('type:')) type = labelled(piece, 5);
    else if (!date && text.startsWith('date:')) date = labelled(piece, 5);
    else if (!heads && text.startsWith('heads:')) heads = readHeads(piece);
    else if (count && !counts[count.name]) counts[count.name] = count.count;
    else if (text) unreadable.push(piece);
  }
  return { from: line.from, to: line.to, type, date, heads, counts, unreadable };
}

/** The pieces between separators, without the white space around them. */
function split(value: Value, separator: string): Value[] {
  const pieces: Value[] = [];
  const { text } = value;
  for (let at = 0; ; ) {
    const end = text.indexOf(separator, at);
    pieces.push(trimmedValue(value, at, end < 0 ? text.length : end));
    if (end < 0) return pieces;
    at = end + separator.length;
  }
}

function labelled(piece: Value, label: number): Part {
  return { from: piece.from, to: piece.to, value: trimmedValue(piece, label, piece.text.length) };
}

function readHeads(piece: Value): ListPart {
  const { from, to, value } = labelled(piece, 6);
  const items: Value[] = [];
  for (const head of split(value, ', ')) if (head.text) items.push(head);
  return { from, to, value, items };
}

function readCount(piece: Value): { readonly name: CountName; readonly count: Count } | null {
  const { text, from, to } = piece;
  // Most pieces start with a letter, and a pattern takes longer than a look.
  const match = text.charCodeAt(0) <= NINE ? COUNT.exec(text) : null;
  if (!match?.[1]) return null;
  const name = match[2] ? 'takes' : match[3] ? 'lenses' : 'regions';
  return { name, count: { from, to, number: sliceValue(piece, 0, match[1].length) } };
}

const NINE = 57;
