import type { Brief, Link, Take, Value } from '../format/brief';
import { plainValue, toSource, toText } from '../format/value';

/** How much a place says about what a brief is about: 1 title, 2 dek and summary, 3 takes, 4 the rest. */
export type Weight = 1 | 2 | 3 | 4;

/** A stretch of a brief as it reads: links show their text. */
export interface ReadPart {
  /** As a reader would name it. */
  readonly name: string;
  readonly weight: Weight;
  readonly text: string;
  /** The offset in the brief's text of an offset in `text`. */
  readonly sourceAt: (offset: number) => number;
}

/** What is searched of a brief, the weightiest first. */
export function readParts(brief: Brief): ReadPart[] {
  const links = brief.links.filter(({ kind, text }) => kind === 'inline' && text);
  const parts: ReadPart[] = [];
  const add = (name: string, weight: Weight, value: Value | null | undefined) => {
    if (value && value.text !== '') parts.push(readPart(name, weight, value, links));
  };
  add('title', 1, brief.title?.value);
  add('dek', 2, brief.dek?.value);
  add('Summary', 2, brief.summary);
  for (const take of brief.takes) addTake(take, add);
  for (const take of brief.takes) add(`source, ${take.outlet.text}`, 4, take.source);
  for (const { from, to } of brief.numbers) {
    add('By the numbers', 4, plainValue(brief.source, Math.min(from + 2, to), to));
  }
  add('Why it matters', 4, brief.why);
  for (const { value } of brief.watch) add('What to watch', 4, value);
  for (const lens of brief.lenses) if (lens.heading) add('lens', 4, lens.name);
  add('heads', 4, brief.meta?.heads?.value);
  add('Entities', 4, brief.entities?.value);
  for (const { kind, name } of brief.sections) if (kind === null) add('heading', 4, name);
  for (const { from, to } of brief.islands) add('text', 4, plainValue(brief.source, from, to));
  return parts;
}

type Add = (name: string, weight: Weight, value: Value | null) => void;

function addTake({ outlet, summary, quote }: Take, add: Add): void {
  add('outlet', 3, outlet);
  add(`take by ${outlet.text}`, 3, summary);
  add(`quote, ${outlet.text}`, 3, quote);
}

function readPart(name: string, weight: Weight, value: Value, links: readonly Link[]): ReadPart {
  const inside = value.text.includes('](')
    ? links.filter(({ from, to }) => from >= value.from && to <= value.to)
    : [];
  if (inside.length === 0) {
    return { name, weight, text: value.text, sourceAt: (offset) => toSource(value, offset) };
  }
  const kept = keptOf(value, inside);
  return {
    name,
    weight,
    text: kept.map(({ from, to }) => value.text.slice(from, to)).join(''),
    sourceAt(offset) {
      let at = 0;
      for (const { from, to } of kept) {
        if (offset < at + to - from) return toSource(value, from + offset - at);
        at += to - from;
      }
      return value.to;
    },
  };
}

/** The stretches of a value's text that are not a link's brackets and target. */
function keptOf(value: Value, links: readonly Link[]): { from: number; to: number }[] {
  const kept: { from: number; to: number }[] = [];
  let at = 0;
  for (const link of links) {
    if (!link.text) continue;
    kept.push({ from: at, to: toText(value, link.from) });
    kept.push({ from: toText(value, link.text.from), to: toText(value, link.text.to) });
    at = toText(value, link.to);
  }
  kept.push({ from: at, to: value.text.length });
  return kept.filter(({ from, to }) => to > from);
}
