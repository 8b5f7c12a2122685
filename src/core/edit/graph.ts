import { partsOf } from '../fields/parts';
import type { Brief } from '../format/brief';
import { splitNames } from '../format/names';
import type { TextEdit } from '../text/edit';
import { cutListed, without } from './lists';
import { endOfTop } from './places';
import { type EditResult, refuse } from './result';
import { setField } from './set-field';
import { settle } from './settle';

/** Adds a head to the meta line. */
export function addHead(brief: Brief, head: string): EditResult {
  const heads = brief.meta?.heads?.value.text ?? '';
  return setField(brief, { field: 'heads' }, heads ? `${heads}, ${head}` : head);
}

export function removeHead(brief: Brief, index: number): EditResult {
  const heads = brief.meta?.heads;
  if (!heads?.items[index]) return refuse('There is no such head.', top(brief));
  const parts = partsOf(brief);
  const left = without(parts.heads ?? [], index);
  return settle(brief, cutListed(heads.items, index), { parts: { ...parts, heads: left } }, heads);
}

/** Adds a brief behind the others of the Related line. */
export function addRelated(brief: Brief, slug: string): EditResult {
  const { related } = brief;
  const link = `[[${slug}]]`;
  if (!related) return setField(brief, { field: 'related' }, link);
  const parts = partsOf(brief);
  const edit = append(brief, related.value, link);
  const after = [...(parts.related ?? []), slug];
  return settle(brief, [edit], { parts: { ...parts, related: after } }, related);
}

export function removeRelated(brief: Brief, index: number): EditResult {
  const { related } = brief;
  if (!related?.items[index]) return refuse('There is no such related brief.', top(brief));
  const parts = partsOf(brief);
  const left = without(parts.related ?? [], index);
  const edits = cutListed(related.items, index);
  return settle(brief, edits, { parts: { ...parts, related: left } }, related);
}

/** Adds a name behind the others of the Entities line. */
export function addEntityName(brief: Brief, name: string): EditResult {
  const { entities } = brief;
  if (!entities) return setField(brief, { field: 'entities' }, name);
  const parts = partsOf(brief);
  const edit = append(brief, entities.value, name);
  const { from } = entities.value;
  const text = entities.value.text;
  const after = `${text.slice(0, edit.from - from)}${edit.insert.replace(/^ (?! )/, text ? ' ' : '')}${text.slice(edit.to - from)}`;
  return settle(brief, [edit], { parts: { ...parts, entities: after } }, entities);
}

/** Takes the `index`-th name, as `splitNames` reads the line, out of the Entities line. */
export function removeEntityName(
  brief: Brief,
  index: number,
  isName: (name: string) => boolean,
): EditResult {
  const line = brief.entities?.value;
  const names = line ? splitNames(line, isName) : [];
  if (!line || !names[index]) return refuse('There is no such entity.', top(brief));
  const parts = partsOf(brief);
  const edits = cutListed(names, index);
  const entities = edits.reduceRight(
    (text, edit) => text.slice(0, edit.from - line.from) + text.slice(edit.to - line.from),
    line.text,
  );
  return settle(brief, edits, { parts: { ...parts, entities } }, line);
}

/** Puts a text behind what a line lists, before white space at its end. */
function append(
  brief: Brief,
  line: { from: number; to: number; text: string },
  text: string,
): TextEdit {
  const at = line.from + line.text.trimEnd().length;
  if (line.text.trim()) return { from: at, to: at, insert: `, ${text}` };
  const space = brief.source[line.from - 1] === ' ' ? '' : ' ';
  return { from: line.from, to: line.from, insert: space + text };
}

function top(brief: Brief) {
  return { from: endOfTop(brief), to: endOfTop(brief) };
}
