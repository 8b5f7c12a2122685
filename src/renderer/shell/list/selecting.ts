import type { BriefRow } from '../../../bridge/types';
import { nameOf } from '../../app/list';

/** The slugs between two rows, both included, in either direction. */
export function rangeOf(rows: readonly BriefRow[], from: string, to: string): string[] {
  const start = rows.findIndex((row) => row.slug === from);
  const end = rows.findIndex((row) => row.slug === to);
  if (start < 0 || end < 0) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1).map((row) => row.slug);
}

/** Letters that follow each other sooner than this (milliseconds) are one word. */
const pause = 700;

/**
 * The row whose title starts with what has been typed, from the active row on and round.
 * `typed` keeps the letters between the calls.
 */
export function typedTo(
  rows: readonly BriefRow[],
  at: number,
  typed: { text: string; at: number },
  letter: string,
  now: number,
): string | null {
  const goesOn = now - typed.at < pause;
  typed.text = (goesOn ? typed.text : '') + letter.toLocaleLowerCase();
  typed.at = now;
  // A further letter may still fit the active row; a first one asks for the next.
  const first = Math.max(at, 0) + (goesOn && typed.text.length > 1 ? 0 : 1);
  for (let step = 0; step < rows.length; step++) {
    const row = rows[(first + step) % rows.length];
    if (row && nameOf(row).toLocaleLowerCase().startsWith(typed.text)) return row.slug;
  }
  return null;
}
