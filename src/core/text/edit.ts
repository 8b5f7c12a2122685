import type { Range } from './range';

/** Replaces `[from, to)` of a text by `insert`. Offsets are UTF-16 units of the text before any edit. */
export interface TextEdit extends Range {
  readonly insert: string;
}

/** The edits in the order of the text; inserts at one place keep the order they were given in. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.order - b.order)
    .map(({ edit }) => edit);
}

/**
 * The text after all edits.
 * @throws RangeError where an edit leaves the text or two edits overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`Edit ${edit.from}..${edit.to} overlaps another or leaves the text`);
    }
    out += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return out + text.slice(at);
}

/**
 * Where an offset of the text before the edits stands after them.
 * An offset inside a replaced stretch goes to its start (`side` -1) or its end (1);
 * `side` also decides on which side of an insert at the offset it stays.
 */
export function mapOffset(offset: number, edits: readonly TextEdit[], side: -1 | 1): number {
  let shift = 0;
  for (const { from, to, insert } of sortEdits(edits)) {
    if (from > offset || (from === offset && to === offset && side < 0)) break;
    if (offset < to) {
      return side < 0 ? from + shift : from + shift + insert.length;
    }
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

/**
 * The smallest single replacement that turns `before` into `after`, as offsets into `before`;
 * null where they are equal. Never cuts a surrogate pair in two.
 */
export function difference(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
