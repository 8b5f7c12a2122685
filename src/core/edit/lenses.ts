import { partsOf } from '../fields/parts';
import type { Brief } from '../format/brief';
import { moved, without } from './lists';
import { type EditResult, refuse } from './result';
import { setField } from './set-field';
import { settle } from './settle';
import { cutLens, insertLens, noLens } from './takes';

/** Adds an empty lens behind the last one. */
export function addLens(brief: Brief, name: string): EditResult {
  const edit = insertLens(brief, `### ${name}`);
  const parts = partsOf(brief);
  const lenses = [...(parts.lenses ?? []), { name, takes: [] }];
  return settle(brief, [edit], { parts: { ...parts, lenses } }, edit);
}

/** Takes a lens out with all its takes. */
export function removeLens(brief: Brief, index: number): EditResult {
  const lens = brief.lenses[index];
  if (!lens) return noLens(brief);
  const edit = cutLens(brief, index);
  const parts = partsOf(brief);
  const islands = brief.islands
    .filter((island) => island.from < edit.from || island.from >= edit.to)
    .map(({ from, to }) => brief.source.slice(from, to));
  const lenses = without(parts.lenses ?? [], index);
  return settle(brief, [edit], { parts: { ...parts, lenses }, islands }, lens);
}

/** Moves a lens with its takes so that it stands at index `to`. */
export function moveLens(brief: Brief, index: number, to: number): EditResult {
  const lens = brief.lenses[index];
  const target = brief.lenses[to];
  if (!lens || !target) return noLens(brief);
  if (!lens.heading || !target.heading) {
    return refuse('Takes without a lens come first. Give them a lens to move them.', lens);
  }
  const parts = partsOf(brief);
  const lenses = moved(parts.lenses ?? [], index, to);
  if (index === to) return { ok: true, edits: [], after: brief };
  const text = brief.source.slice(lens.from, lens.to);
  const gap = brief.source.slice(
    Math.min(lens.to, brief.lenses[index + 1]?.from ?? lens.to),
    brief.lenses[index + 1]?.from ?? lens.to,
  );
  const between =
    gap || brief.source.slice(brief.lenses[index - 1]?.to ?? lens.from, lens.from) || '\n\n';
  const insert =
    to > index
      ? { from: target.to, to: target.to, insert: between + text }
      : { from: target.from, to: target.from, insert: text + between };
  return settle(brief, [insert, cutLens(brief, index)], { parts: { ...parts, lenses } }, lens);
}

export function renameLens(brief: Brief, index: number, name: string): EditResult {
  return setField(brief, { field: 'lens.name', index }, name);
}
