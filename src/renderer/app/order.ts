import type { BriefRow } from '../../bridge/types';

type Compare = (a: BriefRow, b: BriefRow) => number;

interface Ordered {
  readonly rows: readonly BriefRow[];
  readonly ordered: readonly BriefRow[];
}

const last = new Map<string, Ordered>();

/**
 * The rows in an order, which `key` names. Sorting a hundred thousand takes a quarter of a second,
 * and while briefs are read some hundred change at once, so what is new is sorted by itself and
 * merged into the order that was found before.
 */
export function ordered(
  rows: readonly BriefRow[],
  key: string,
  compare: Compare,
): readonly BriefRow[] {
  const before = last.get(key);
  if (before?.rows === rows) return before.ordered;
  const after = before ? amended(before, rows, compare) : rows.toSorted(compare);
  last.set(key, { rows, ordered: after });
  return after;
}

function amended(
  before: Ordered,
  rows: readonly BriefRow[],
  compare: Compare,
): readonly BriefRow[] {
  const { fresh, stale } = difference(before.rows, rows);
  if (fresh.length === 0 && stale.size === 0) return before.ordered;
  return merged(
    before.ordered.filter((row) => !stale.has(row)),
    fresh.sort(compare),
    compare,
  );
}

/** Rows keep their places while none comes or goes: then most are compared where they stand. */
function difference(before: readonly BriefRow[], after: readonly BriefRow[]) {
  const fresh = new Set<BriefRow>();
  const stale = new Set<BriefRow>();
  for (let place = 0; place < Math.max(before.length, after.length); place++) {
    const gone = before[place];
    const come = after[place];
    if (gone === come) continue;
    if (gone) stale.add(gone);
    if (come) fresh.add(come);
  }
  for (const row of fresh) if (stale.delete(row)) fresh.delete(row);
  return { fresh: [...fresh], stale };
}

/** Finds the place of each of the few: comparing each of the many would cost as much as sorting. */
function merged(
  many: readonly BriefRow[],
  few: readonly BriefRow[],
  compare: Compare,
): readonly BriefRow[] {
  const all: BriefRow[] = [];
  let from = 0;
  for (const row of few) {
    const to = placeOf(row, many, from, compare);
    for (; from < to; from++) all.push(many[from] as BriefRow);
    all.push(row);
  }
  for (; from < many.length; from++) all.push(many[from] as BriefRow);
  return all;
}

function placeOf(
  row: BriefRow,
  sorted: readonly BriefRow[],
  from: number,
  compare: Compare,
): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
