import type { BriefRow } from '../../bridge/types';

type Compare = (a: BriefRow, b: BriefRow) => number;

interface Ordered {
  readonly rows: readonly BriefRow[];
  readonly ordered: readonly BriefRow[];
}

/** More new rows than this are sorted afresh. */
const few = 200;

const last = new Map<string, Ordered>();

/**
 * The rows in an order, which `key` names. Sorting a hundred thousand takes a quarter of a second
 * and each save changes one, so what is new is put into the order that was found before.
 */
export function ordered(
  rows: readonly BriefRow[],
  key: string,
  compare: Compare,
): readonly BriefRow[] {
  const before = last.get(key);
  if (before?.rows === rows) return before.ordered;
  const after = (before && amended(before, rows, compare)) ?? rows.toSorted(compare);
  last.set(key, { rows, ordered: after });
  return after;
}

function amended(
  before: Ordered,
  rows: readonly BriefRow[],
  compare: Compare,
): readonly BriefRow[] | null {
  const known = new Set(before.rows);
  const fresh = rows.filter((row) => !known.has(row));
  if (fresh.length > few) return null;
  const now = new Set(rows);
  const kept = before.ordered.filter((row) => now.has(row));
  for (const row of fresh) kept.splice(placeOf(row, kept, compare), 0, row);
  return kept;
}

function placeOf(row: BriefRow, sorted: readonly BriefRow[], compare: Compare): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
