import type { Brief, SectionKind } from '../format/brief';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import { cutLines, endOf, fillInsert, insertAt, sectionInsert, sectionOf } from './places';

/** Puts an item, written with `\n`, before the `at`-th of a section's items, or behind the last. */
export function addItem(
  brief: Brief,
  kind: SectionKind,
  items: readonly Range[],
  at: number,
  text: string,
): TextEdit {
  const section = sectionOf(brief, kind);
  if (!section) return sectionInsert(brief, kind, text);
  const next = items[Math.max(at, 0)];
  if (next) return insertAt(brief, next.from, `${text}\n`);
  const last = items.at(-1);
  if (last) return insertAt(brief, last.to, `\n${text}`);
  if (!section.content) return fillInsert(brief, section, text);
  return insertAt(brief, endOf(section), `\n${text}`);
}

/** Moves the lines of an item: it stands at index `to` afterwards. Nothing where it stands there. */
export function moveItem(
  brief: Brief,
  items: readonly Range[],
  from: number,
  to: number,
): TextEdit[] {
  const item = items[from];
  const target = items[to];
  if (!item || !target || from === to) return [];
  const text = brief.source.slice(item.from, item.to);
  const lineBreak = insertAt(brief, 0, '\n').insert;
  return [
    cutLines(brief, item),
    to > from
      ? { from: target.to, to: target.to, insert: lineBreak + text }
      : { from: target.from, to: target.from, insert: text + lineBreak },
  ];
}

/** The list without the item. */
export function without<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => at !== index);
}

/** The list with `item` at an index. */
export function withItem<T>(items: readonly T[], at: number, item: T): T[] {
  return [...items.slice(0, Math.max(at, 0)), item, ...items.slice(Math.max(at, 0))];
}

/** The list with the item at `from` standing at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  return item === undefined ? [...items] : withItem(without(items, from), to, item);
}

/** The removal of one of several values that are joined on a line, with the separator beside it. */
export function cutListed(items: readonly Range[], index: number): TextEdit[] {
  const item = items[index];
  if (!item) return [];
  const before = items[index - 1];
  const after = items[index + 1];
  if (before) return [{ from: before.to, to: item.to, insert: '' }];
  return [{ from: item.from, to: after?.from ?? item.to, insert: '' }];
}
