import { type KeyboardEvent, useMemo, useState } from 'react';

/** The cell that keys act on: a record by its id, and a column. */
export interface Cell {
  readonly id: string;
  readonly column: number;
}

/** The rows of a table, which may be very many. */
export interface Rows {
  readonly count: number;
  readonly idAt: (row: number) => string | undefined;
}

export interface Cursor {
  readonly cell: Cell | null;
  /** The row of the cell; -1 where it is not shown. */
  readonly row: number;
  readonly selected: ReadonlySet<string>;
  readonly go: (row: number, column?: number, how?: { readonly extend?: boolean }) => void;
  /** Goes to a record that may not be shown yet. */
  readonly follow: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly select: (ids: Iterable<string>) => void;
  /** @returns true where the key moved the cell or changed the selection */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

const PAGE = 20;

/** Where one is in a table. @param wish the id of a record to start at */
export function useCursor(rows: Rows, columns: number, wish: string | null): Cursor {
  const { count, idAt } = rows;
  const [cell, setCell] = useState<Cell | null>(wish === null ? null : { id: wish, column: 0 });
  const [from, setFrom] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const id = cell?.id ?? null;
  const row = useMemo(() => rowOf(rows, id), [rows, id]);

  const go: Cursor['go'] = (to, column = cell?.column ?? 0, { extend = false } = {}) => {
    const next = idAt(Math.min(Math.max(to, 0), count - 1));
    if (next === undefined) return;
    setCell({ id: next, column: Math.min(Math.max(column, 0), columns - 1) });
    if (!extend) {
      setFrom(null);
      return;
    }
    const start = from ?? id ?? next;
    setFrom(start);
    const ends = [rowOf(rows, start), rowOf(rows, next)].filter((end) => end >= 0);
    setSelected(new Set(idsOf(rows, Math.min(...ends), Math.max(...ends) + 1)));
  };
  const follow = (wanted: string) => setCell({ id: wanted, column: cell?.column ?? 0 });
  const toggle = (one: string) => {
    const next = new Set(selected);
    if (!next.delete(one)) next.add(one);
    setSelected(next);
  };
  const select = (some: Iterable<string>) => setSelected(new Set(some));

  const onKey = (event: KeyboardEvent): boolean => {
    const isMain = event.ctrlKey || event.metaKey;
    const at = Math.max(row, 0);
    const column = cell?.column ?? 0;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [at - 1, column],
      PageDown: [at + PAGE, column],
      PageUp: [at - PAGE, column],
      ArrowRight: [at, column + 1],
      ArrowLeft: [at, column - 1],
      Home: [isMain ? 0 : at, 0],
      End: [isMain ? count - 1 : at, columns - 1],
    };
    const step = steps[event.key];
    if (step && !event.altKey) {
      const isUpOrDown = /^(Arrow(Up|Down)|Page)/.test(event.key);
      go(step[0], step[1], { extend: event.shiftKey && isUpOrDown });
    } else if (event.key === ' ' && cell && !isMain) toggle(cell.id);
    else if (event.key === 'a' && isMain) select(idsOf(rows, 0, count));
    else if (event.key === 'Escape' && selected.size > 0) select([]);
    else return false;
    return true;
  };
  return { cell, row, selected, go, follow, toggle, select, onKey };
}

/** The ids of some rows. */
export function idsOf({ idAt }: Rows, from: number, to: number): string[] {
  const ids: string[] = [];
  for (let row = from; row < to; row++) {
    const id = idAt(row);
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

/** The row of a record; -1 where it is not shown. */
function rowOf({ count, idAt }: Rows, id: string | null): number {
  if (id !== null) for (let row = 0; row < count; row++) if (idAt(row) === id) return row;
  return -1;
}
