import type { Brief, Value } from '../format/brief';
import { scanLines } from '../format/lines';
import { toSource } from '../format/value';
import { overlaps, type Range } from '../text/range';

/** The fields in which entities are linked. */
export function proseOf(brief: Brief): Value[] {
  const values: readonly (Value | null)[] = [
    brief.summary,
    brief.why,
    ...brief.watch.map(({ value }) => value),
    ...brief.takes.map(({ summary }) => summary),
  ];
  return values
    .flatMap((value) => (value && value.text !== '' ? [value] : []))
    .sort((a, b) => a.from - b.from);
}

/** Stretches of a brief that are no prose of its author: links, fenced code and comments. */
export function closedIn(brief: Brief): Range[] {
  const lines = scanLines(brief.source, 0).filter(({ open }) => !open);
  return [...brief.links, ...lines];
}

// Pairs are looked for over a paragraph's length at most, so that marks left open cost little.
const VERBATIM = [
  /(?<!`)(`{1,8})(?!`)[\s\S]{1,2000}?(?<!`)\1(?!`)/g,
  /<!--[\s\S]{0,2000}?-->|<[A-Za-z/][^<>]{0,2000}>/g,
  /!\[[^\]]{0,2000}\]\([^)]{0,2000}\)/g,
  /(?:https?:\/\/|www\.)\S+/g,
  /^ {0,3}#{1,6}(?: .*)?$/gm,
  /^ {0,3}>.*$/gm,
  /“[^”]{0,2000}”|„[^“”]{0,2000}[“”]|«[^»]{0,2000}»|「[^」]{0,2000}」|『[^』]{0,2000}』/g,
] as const;
const BLANK_LINE = /\n[ \t]*\n/;

/** Stretches of a field's text that stand word for word: code, addresses, headings, what is quoted. */
export function verbatimIn(text: string): Range[] {
  const ranges = VERBATIM.flatMap((pattern) => [...text.matchAll(pattern)].map(rangeOf));
  if (!text.includes('"')) return ranges;
  // The number of straight marks tells which opens: counted anew in each paragraph.
  let at = 0;
  for (const paragraph of text.split(BLANK_LINE)) {
    const from = text.indexOf(paragraph, at);
    for (const { 0: quote, index } of paragraph.matchAll(/"[^"]*"/g)) {
      ranges.push({ from: from + index, to: from + index + quote.length });
    }
    at = from + paragraph.length;
  }
  return ranges;
}

function rangeOf({ 0: text, index }: RegExpExecArray): Range {
  return { from: index, to: index + text.length };
}

// Letters with what is written onto them; Hangul may come in its parts.
const CLUSTER = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\s\S]\p{M}*/gu;

/** A field's text in NFC, with the way back to the brief's. */
export interface ComposedText {
  readonly text: string;
  readonly sourceAt: (offset: number) => number;
  /** The offset in the value's text. */
  readonly valueAt: (offset: number) => number;
}

export function composed(value: Value): ComposedText {
  const text = value.text.normalize('NFC');
  const valueAt = text === value.text ? (offset: number) => offset : placesOf(value.text);
  return { text, valueAt, sourceAt: (offset) => toSource(value, valueAt(offset)) };
}

/** The offset in a text of an offset in its NFC; inside a letter, its start. */
function placesOf(text: string): (offset: number) => number {
  const places: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const { length } = cluster.normalize('NFC');
    for (let at = 0; at < length; at++) places.push(length === cluster.length ? index + at : index);
  }
  return (offset) => places[offset] ?? text.length;
}

export function isIn(ranges: readonly Range[], range: Range): boolean {
  return ranges.some((other) => overlaps(other, range));
}
