import type { BriefRow } from '../../bridge/types';

type Compare = (a: BriefRow, b: BriefRow) => number;

interface Ordered {
  readonly rows: readonly BriefRow[];
  readonly ordered: readonly BriefRow[];
}

const last = new Map<string, Ordered>();

/** So many new rows are sorted and merged at a time: one to two milliseconds. */
const RUN = 1_000;

/**
 * Finds the rows in an order, which `key` names. Sorting a hundred thousand takes a quarter of a
 * second, and while briefs are read some change at once, so what is new is sorted by itself and
 * merged into the order that was found before.
 */
export function* ordering(
  rows: readonly BriefRow[],
  key: string,
  compare: Compare,
): Generator<void, readonly BriefRow[]> {
  const before = last.get(key);
  if (before?.rows === rows) return before.ordered;
  const after = before ? yield* amending(before, rows, compare) : rows.toSorted(compare);
  last.set(key, { rows, ordered: after });
  return after;
}

function* amending(
  before: Ordered,
  rows: readonly BriefRow[],
  compare: Compare,
): Generator<void, readonly BriefRow[]> {
  const { fresh, stale } = difference(before.rows, rows);
  if (fresh.length === 0 && stale.size === 0) return before.ordered;
  yield;
  let all: readonly BriefRow[] = before.ordered.filter((row) => !stale.has(row));
  for (let from = 0; from < fresh.length; from += RUN) {
    yield;
    all = merged(all, fresh.slice(from, from + RUN).sort(compare), compare);
  }
  return all;
}

/** Rows keep their places while none comes or goes: then most are compared where they stand. */
function difference(before: readonly BriefRow[], after: readonly BriefRow[]) {
  const fresh: BriefRow[] = [];
  const stale = new Set<BriefRow>();
  let isMoved = before.length !== after.length;
  for (let place = 0; place < Math.max(before.length, after.length); place++) {
    const gone = before[place];
    const come = after[place];
    if (gone === come) continue;
    if (gone) stale.add(gone);
    if (come) fresh.push(come);
    if (gone?.slug !== come?.slug) isMoved = true;
  }
  return { fresh: isMoved ? fresh.filter((row) => !stale.delete(row)) : fresh, stale };
}

/** Finds the place of each of the few, which are sorted: comparing each of the many costs as much as sorting. */
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
  const isBefore = (at: number): boolean => {
    const other = sorted[at];
    return other !== undefined && compare(other, row) <= 0;
  };
  // In growing steps, for the few may be many: then the next place is near.
  let low = from;
  let step = 1;
  while (isBefore(low + step - 1)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, sorted.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
