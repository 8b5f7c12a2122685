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
  const found: {
    type: Part | null;
    date: Part | null;
    heads: ListPart | null;
    counts: Record<CountName, Count | null>;
    unreadable: Value[];
  } = {
    type: null,
    date: null,
    heads: null,
    counts: { takes: null, lenses: null, regions: null },
    unreadable: [],
  };
  for (const piece of split(whole, '·')) {
    const count = readCount(piece);
    if (piece.text.startsWith('type:') && !found.type) found.type = labelled(piece, 5);
    else if (piece.text.startsWith('date:') && !found.date) found.date = labelled(piece, 5);
    else if (piece.text.startsWith('heads:') && !found.heads) found.heads = readHeads(piece);
    else if (count && !found.counts[count.name]) found.counts[count.name] = count;
    else if (piece.text) found.unreadable.push(piece);
  }
  return { from: line.from, to: line.to, ...found };
}

/** The pieces between separators, without the white space around them. */
function split(value: Value, separator: string): Value[] {
  const pieces: Value[] = [];
  let at = 0;
  for (const piece of value.text.split(separator)) {
    pieces.push(trimmedValue(value, at, at + piece.length));
    at += piece.length + separator.length;
  }
  return pieces;
}

function labelled(piece: Value, label: number): Part {
  return { from: piece.from, to: piece.to, value: trimmedValue(piece, label, piece.text.length) };
}

function readHeads(piece: Value): ListPart {
  const heads = labelled(piece, 6);
  return { ...heads, items: split(heads.value, ', ').filter((head) => head.text) };
}

function readCount(piece: Value): (Count & { name: CountName }) | null {
  const match = COUNT.exec(piece.text);
  if (!match?.[1]) return null;
  const name = match[2] ? 'takes' : match[3] ? 'lenses' : 'regions';
  return { name, from: piece.from, to: piece.to, number: sliceValue(piece, 0, match[1].length) };
}
