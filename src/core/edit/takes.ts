import { type LensParts, partsOf, type TakeParts, takeParts } from '../fields/parts';
import type { Brief, Lens, Take } from '../format/brief';
import { printTake } from '../format/print';
import type { TextEdit } from '../text/edit';
import { moved, moveItem, withItem, without } from './lists';
import { broken, cutLines, endOf, endOfTop, insertAt, sectionInsert, sectionOf } from './places';
import { type EditResult, refuse } from './result';
import { settle } from './settle';

/** A place for a take: a lens by its index or its name (a new one is made), and the index within it. */
export interface TakePlace {
  readonly lens: number | string;
  readonly at: number;
}

/** Adds a take; makes the lens and the section where they are missing. */
export function addTake(brief: Brief, place: TakePlace, take: TakeParts): EditResult {
  const lens = lensAt(brief, place.lens);
  if (!lens && typeof place.lens === 'number') return noLens(brief);
  const edit = lens
    ? insertTake(brief, lens, place.at, broken(brief, printTake(take)))
    : insertLens(brief, `### ${place.lens}\n${printTake(take)}`);
  const parts = partsOf(brief);
  const lenses = withTake(parts.lenses ?? [], brief, place, take);
  return settle(brief, [edit], { parts: { ...parts, lenses } }, edit);
}

/** Takes a take out. Its lens stays, though it be empty. */
export function removeTake(brief: Brief, index: number): EditResult {
  const found = locate(brief, index);
  if (!found) return refuse('There is no such take.', top(brief));
  const parts = partsOf(brief);
  const lenses = withoutTake(parts.lenses ?? [], found);
  const nameless = found.lens.heading === null && found.lens.takes.length === 1;
  const expected = nameless ? lenses.slice(1) : lenses;
  return settle(
    brief,
    [cutLines(brief, found.take)],
    { parts: { ...parts, lenses: expected }, islands: islandsWithout(brief, found.take) },
    found.take,
  );
}

/** Moves a take to a place, counted without it. A lens that this empties goes; a new one is made. */
export function moveTake(brief: Brief, index: number, place: TakePlace): EditResult {
  const found = locate(brief, index);
  if (!found) return refuse('There is no such take.', top(brief));
  const target = lensAt(brief, place.lens);
  if (!target && typeof place.lens === 'number') return noLens(brief);
  const parts = partsOf(brief);
  const take = takeParts(found.take);
  if (target === found.lens) {
    const to = Math.min(Math.max(place.at, 0), target.takes.length - 1);
    const lenses = (parts.lenses ?? []).map((lens, at) =>
      at === found.lensIndex ? { ...lens, takes: moved(lens.takes, found.at, to) } : lens,
    );
    const edits = moveItem(brief, target.takes, found.at, to);
    return settle(brief, edits, { parts: { ...parts, lenses } }, found.take);
  }
  const text = brief.source.slice(found.take.from, found.take.to);
  const insert = target
    ? insertTake(brief, target, place.at, text)
    : insertLens(brief, `### ${place.lens}\n`, text);
  const gone = emptiedBy(brief, found);
  const edits = [
    insert,
    gone
      ? cutLens(brief, found.lensIndex)
      : cutLines(brief, found.take, insert.from === found.take.to),
  ];
  const placed = withTake(withoutTake(parts.lenses ?? [], found), brief, place, take);
  const lenses = gone ? without(placed, found.lensIndex) : placed;
  return settle(brief, edits, { parts: { ...parts, lenses } }, found.take);
}

interface Located {
  readonly take: Take;
  readonly lens: Lens;
  readonly lensIndex: number;
  /** The take's index in its lens. */
  readonly at: number;
}

/** The take at an index over all lenses. */
export function locate(brief: Brief, index: number): Located | null {
  let first = 0;
  for (const [lensIndex, lens] of brief.lenses.entries()) {
    const take = lens.takes[index - first];
    if (index >= first && take) return { take, lens, lensIndex, at: index - first };
    first += lens.takes.length;
  }
  return null;
}

/** True where the lens holds nothing but this take. */
function emptiedBy(brief: Brief, { lens, take }: Located): boolean {
  if (lens.takes.length > 1) return false;
  const between = brief.source.slice(lens.heading?.to ?? lens.from, take.from);
  return `${between}${brief.source.slice(take.to, lens.to)}`.trim() === '';
}

function lensAt(brief: Brief, lens: number | string): Lens | null {
  if (typeof lens === 'number') return brief.lenses[lens] ?? null;
  return brief.lenses.find((known) => known.heading && known.name.text === lens) ?? null;
}

/** `text` has the brief's line breaks already. */
function insertTake(brief: Brief, lens: Lens, at: number, text: string): TextEdit {
  const lineBreak = broken(brief, '\n');
  const next = lens.takes[Math.max(at, 0)];
  if (next) return { from: next.from, to: next.from, insert: text + lineBreak };
  const end = lens.takes.at(-1)?.to ?? lens.to;
  return { from: end, to: end, insert: lineBreak + text };
}

/** A lens behind the last one; `verbatim` is text of the brief that goes under it as it is. */
export function insertLens(brief: Brief, written: string, verbatim = ''): TextEdit {
  const section = sectionOf(brief, 'takes');
  const edit = section
    ? insertAt(brief, endOf(section), `\n\n${written}`)
    : sectionInsert(brief, 'takes', written);
  return { ...edit, insert: edit.insert + verbatim };
}

/** The removal of a lens with all that stands under it, and of the blank lines on one side. */
export function cutLens(brief: Brief, index: number): TextEdit {
  const lens = brief.lenses[index];
  const next = brief.lenses[index + 1];
  if (!lens) throw new RangeError(`No lens ${index}`);
  if (next) return { from: lens.from, to: next.from, insert: '' };
  const section = sectionOf(brief, 'takes');
  const before = brief.lenses[index - 1]?.to ?? section?.heading.to ?? lens.from;
  const between = brief.source.slice(before, lens.from);
  return { from: before + between.trimEnd().length, to: lens.to, insert: '' };
}

function withTake(
  lenses: readonly LensParts[],
  brief: Brief,
  place: TakePlace,
  take: TakeParts,
): LensParts[] {
  const lens = lensAt(brief, place.lens);
  if (!lens) return [...lenses, { name: String(place.lens), takes: [take] }];
  const index = brief.lenses.indexOf(lens);
  return lenses.map((known, at) =>
    at === index
      ? { ...known, takes: withItem(known.takes, Math.min(place.at, known.takes.length), take) }
      : known,
  );
}

function withoutTake(lenses: readonly LensParts[], { lensIndex, at }: Located): LensParts[] {
  return lenses.map((lens, index) =>
    index === lensIndex ? { ...lens, takes: without(lens.takes, at) } : lens,
  );
}

function islandsWithout(brief: Brief, take: Take): string[] {
  const own = new Set(take.islands.map((range) => range.from));
  return brief.islands
    .filter((island) => !own.has(island.from))
    .map(({ from, to }) => brief.source.slice(from, to));
}

/** The refusal where no lens has the index. */
export function noLens(brief: Brief): EditResult {
  return refuse('There is no such lens.', top(brief));
}

function top(brief: Brief) {
  return { from: endOfTop(brief), to: endOfTop(brief) };
}
