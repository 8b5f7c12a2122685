import { useEffect, useMemo, useState } from 'react';
import { fold } from '../../../core/complete/fold';
import type { Column } from './columns';

export interface Sort {
  readonly column: string;
  readonly down: boolean;
}

/** Folded texts of records, which are the same objects as long as they say the same. */
const folded = new Map<string, WeakMap<object, string>>();

function foldedText<T extends object>(record: T, id: string, text: (record: T) => string): string {
  let texts = folded.get(id);
  if (!texts) folded.set(id, (texts = new WeakMap<object, string>()));
  let found = texts.get(record);
  if (found === undefined) texts.set(record, (found = fold(text(record))));
  return found;
}

/** The indexes of all records in their order. */
export function sortedBy<T extends object>(
  records: readonly T[],
  column: Column<T> | undefined,
  down: boolean,
): readonly number[] {
  const order = records.map((_, index) => index);
  if (!column) return order;
  const { amount } = column;
  if (amount) {
    const amounts = records.map(amount);
    const by = (a: number, b: number) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || a - b;
    return order.sort((a, b) => (down ? by(b, a) : by(a, b)));
  }
  // By folded text and code units: a collator takes seconds over a hundred thousand names.
  const keys = records.map((record) => foldedText(record, column.id, column.text));
  return order.sort((a, b) => {
    const [one = '', other = ''] = [keys[a], keys[b]];
    if (one === other) return a - b;
    // What is empty stands last, either way.
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return one < other === down ? 1 : -1;
  });
}

/** All that each record says, folded. */
export function haystacksOf<T extends object>(
  records: readonly T[],
  columns: readonly Column<T>[],
): readonly string[] {
  const looked = columns.filter(({ amount }) => !amount);
  const text = (record: T) => looked.map((column) => column.text(record)).join('\n');
  return records.map((record) => foldedText(record, 'all', text));
}

/** So many records are folded at a time, and how long others have their turn (milliseconds). */
const SLICE = 400;
const PAUSE = 12;

/** Folds bit by bit what will be searched. @returns the end of it */
export function foldSoon<T extends object>(
  records: readonly T[],
  columns: readonly Column<T>[],
): () => void {
  let next = 0;
  let timer = setTimeout(work, PAUSE);
  function work(): void {
    haystacksOf(records.slice(next, next + SLICE), columns);
    next += SLICE;
    if (next < records.length) timer = setTimeout(work, PAUSE);
  }
  return () => clearTimeout(timer);
}

/** Those of an order whose records hold all words. */
export function filteredBy(
  order: readonly number[],
  haystacks: () => readonly string[],
  query: string,
): readonly number[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return order;
  const texts = haystacks();
  return order.filter((index) => words.every((word) => texts[index]?.includes(word)));
}

/**
 * The records that are shown, as indexes. Held still while records change without coming or going:
 * what is edited stays where it stands until one sorts or filters again.
 */
export function useOrder<T extends object>(
  records: readonly T[],
  columns: readonly Column<T>[],
  idOf: (record: T) => string,
  wish: { readonly query: string; readonly sort: Sort; readonly amounts: unknown },
): readonly number[] {
  const { query, sort } = wish;
  const [held, setHeld] = useState(records);
  const set = sameIds(held, records, idOf) ? held : records;
  if (set !== held) setHeld(set);
  const column = columns.find(({ id }) => id === sort.column);
  const amounts = column?.amount ? wish.amounts : null;
  const sorted = useMemo(
    () => sortedBy(set, column, sort.down),
    // Columns are made anew with each record: only their amounts change the order.
    // oxlint-disable-next-line react/exhaustive-deps
    [set, sort, amounts],
  );
  const haystacks = useMemo(() => {
    let made: readonly string[] | null = null;
    return () => (made ??= haystacksOf(set, columns));
    // oxlint-disable-next-line react/exhaustive-deps
  }, [set]);
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => foldSoon(set, columns), [set]);
  return useMemo(() => filteredBy(sorted, haystacks, query), [sorted, haystacks, query]);
}

function sameIds<T>(a: readonly T[], b: readonly T[], idOf: (record: T) => string): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((record, index) => {
      const other = b[index];
      return other === record || (other !== undefined && idOf(other) === idOf(record));
    })
  );
}
