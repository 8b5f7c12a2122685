import type { NumberParts } from '../fields/parts';
import { partsOf } from '../fields/parts';
import type { Brief } from '../format/brief';
import { printBullet, printNumber } from '../format/print';
import { addItem, moved, moveItem, withItem, without } from './lists';
import { cutLines, endOfTop } from './places';
import { type EditResult, refuse } from './result';
import { settle } from './settle';

const nowhere = (brief: Brief) => ({ from: endOfTop(brief), to: endOfTop(brief) });

/** Adds a number before the `at`-th, or behind the last; makes the section where it is missing. */
export function addNumber(brief: Brief, at: number, number: NumberParts): EditResult {
  const parts = partsOf(brief);
  const edit = addItem(brief, 'numbers', brief.numbers, at, printNumber(number));
  const numbers = withItem(parts.numbers ?? [], Math.min(at, brief.numbers.length), number);
  return settle(brief, [edit], { parts: { ...parts, numbers } }, edit);
}

export function removeNumber(brief: Brief, index: number): EditResult {
  const parts = partsOf(brief);
  const item = brief.numbers[index];
  if (!item) return refuse('There is no such number.', nowhere(brief));
  const numbers = without(parts.numbers ?? [], index);
  return settle(brief, [cutLines(brief, item)], { parts: { ...parts, numbers } }, item);
}

/** Moves a number so that it stands at index `to`. */
export function moveNumber(brief: Brief, index: number, to: number): EditResult {
  const parts = partsOf(brief);
  const numbers = moved(parts.numbers ?? [], index, to);
  const edits = moveItem(brief, brief.numbers, index, to);
  return settle(
    brief,
    edits,
    { parts: { ...parts, numbers } },
    brief.numbers[index] ?? nowhere(brief),
  );
}

/** Adds a watch item before the `at`-th, or behind the last; makes the section where it is missing. */
export function addWatch(brief: Brief, at: number, text: string): EditResult {
  const parts = partsOf(brief);
  const edit = addItem(brief, 'watch', brief.watch, at, printBullet(text));
  const watch = withItem(parts.watch ?? [], Math.min(at, brief.watch.length), text);
  return settle(brief, [edit], { parts: { ...parts, watch } }, edit);
}

export function removeWatch(brief: Brief, index: number): EditResult {
  const parts = partsOf(brief);
  const item = brief.watch[index];
  if (!item) return refuse('There is no such watch item.', nowhere(brief));
  const watch = without(parts.watch ?? [], index);
  return settle(brief, [cutLines(brief, item)], { parts: { ...parts, watch } }, item);
}

/** Moves a watch item so that it stands at index `to`. */
export function moveWatch(brief: Brief, index: number, to: number): EditResult {
  const parts = partsOf(brief);
  const watch = moved(parts.watch ?? [], index, to);
  const edits = moveItem(brief, brief.watch, index, to);
  return settle(brief, edits, { parts: { ...parts, watch } }, brief.watch[index] ?? nowhere(brief));
}
