import { parsePath, type FieldPath } from '../../../core/fields/path';
import { readField } from '../../../core/fields/table';
import type { Brief } from '../../../core/format/brief';
import { splitBlocks } from './blocks';

export interface Clicked {
  readonly path: FieldPath;
  /** In the field's text, as near as the rendered text tells. */
  readonly offset: number;
}

/** The field under a point of the preview, and the place in it. */
export function clickedField(brief: Brief, target: Element, x: number, y: number): Clicked | null {
  const host = target.closest('[data-field]');
  const path = parsePath(host?.getAttribute('data-field') ?? '');
  if (!host || !path) return null;
  const text = readField(brief, path)?.text ?? '';
  const start = blockStart(text, target);
  return { path, offset: offsetOf(text, start, x, y) };
}

function blockStart(text: string, target: Element): number {
  const block = Number(target.closest('[data-block]')?.getAttribute('data-block') ?? 0);
  let start = 0;
  for (const piece of splitBlocks(text).slice(0, block)) start += piece.length;
  return start;
}

/** Finds the rendered words around the point again in the text they were made of. */
function offsetOf(text: string, start: number, x: number, y: number): number {
  const caret = caretAt(x, y);
  if (!caret) return start;
  const { words, offset } = caret;
  const whole = text.indexOf(words, start);
  if (whole >= 0) return whole + offset;
  const near = words.slice(Math.max(0, offset - 12), offset + 12);
  const found = near ? text.indexOf(near, start) : -1;
  return found < 0 ? start : found + Math.min(offset, 12);
}

function caretAt(x: number, y: number): { words: string; offset: number } | null {
  const range = document.caretRangeFromPoint?.(x, y);
  const node = range?.startContainer;
  if (!range || node?.nodeType !== Node.TEXT_NODE) return null;
  return { words: node.textContent ?? '', offset: range.startOffset };
}
