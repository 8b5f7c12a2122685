import { useMemo, useRef } from 'react';
import { fold } from '../../../core/complete/fold';
import type { Column } from './columns';

export interface Sort {
  readonly column: string;
  readonly down: boolean;
}

// Of records that stay the same objects as long as they say the same.
const folded = new WeakMap<object, string>();

/** All that a record says, folded. */
function haystackOf<T extends object>(record: T, columns: readonly Column<T>[]): string {
  let text = folded.get(record);
  if (text === undefined) {
    text = fold(columns.map((column) => column.text(record)).join('\n'));
    folded.set(record, text);
  }
  return text;
}

/** The indexes of the records that hold all words, sorted. */
export function orderOf<T extends object>(
  records: readonly T[],
  columns: readonly Column<T>[],
  { query, sort }: { readonly query: string; readonly sort: Sort },
): readonly number[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (const [index, record] of records.entries()) {
    const text = words.length > 0 ? haystackOf(record, columns) : '';
    if (words.every((word) => text.includes(word))) found.push(index);
  }
  const column = columns.find(({ id }) => id === sort.column);
  return column ? sorted(found, records, column, sort.down) : found;
}

function sorted<T>(
  found: number[],
  records: readonly T[],
  column: Column<T>,
  down: boolean,
): readonly number[] {
  const { amount } = column;
  if (amount) {
    const amounts = records.map(amount);
    const by = (a: number, b: number) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || a - b;
    return found.sort((a, b) => (down ? by(b, a) : by(a, b)));
  }
  // By folded text and code units: a collator takes seconds over a hundred thousand names.
  const keys = records.map((record) => fold(column.text(record)));
  const by = (a: number, b: number) => {
    const [one = '', other = ''] = [keys[a], keys[b]];
    // What is empty stands last, either way.
    if (one === '' || other === '') return one === other ? a - b : one === '' ? 1 : -1;
    if (one === other) return a - b;
    return one < other === down ? 1 : -1;
  };
  return found.sort(by);
}

/**
 * The same, held still while records change without coming or going: what is edited stays where it
 * stands until one sorts or filters again.
 */
export function useOrder<T extends object>(
  records: readonly T[],
  columns: readonly Column<T>[],
  idOf: (record: T) => string,
  wish: { readonly query: string; readonly sort: Sort; readonly amounts: unknown },
): readonly number[] {
  const { query, sort, amounts } = wish;
  const last = useRef<readonly T[]>(records);
  const set = useMemo(() => {
    if (!sameIds(last.current, records, idOf)) last.current = records;
    return last.current;
  }, [records, idOf]);
  return useMemo(
    () => orderOf(set, columns, { query, sort }),
    // Columns are made anew with each record: only their amounts change the order.
    // oxlint-disable-next-line react/exhaustive-deps
    [set, query, sort, amounts],
  );
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
