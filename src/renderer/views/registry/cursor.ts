import { type KeyboardEvent, useMemo, useState } from 'react';

/** The cell that keys act on: a record by its id, and a column. */
export interface Cell {
  readonly id: string;
  readonly column: number;
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

/** Where one is in a table of which the ids of the rows are given in their order. */
export function useCursor(ids: readonly string[], columns: number, wish: string | null): Cursor {
  const rows = useMemo(() => new Map(ids.map((id, row) => [id, row])), [ids]);
  const [cell, setCell] = useState<Cell | null>(wish === null ? null : { id: wish, column: 0 });
  const [from, setFrom] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const row = cell ? (rows.get(cell.id) ?? -1) : -1;

  const go: Cursor['go'] = (to, column = cell?.column ?? 0, { extend = false } = {}) => {
    const id = ids[Math.min(Math.max(to, 0), ids.length - 1)];
    if (id === undefined) return;
    setCell({ id, column: Math.min(Math.max(column, 0), columns - 1) });
    if (!extend) {
      setFrom(null);
      return;
    }
    const start = from ?? cell?.id ?? id;
    setFrom(start);
    const [a = 0, b = 0] = [rows.get(start), rows.get(id)];
    setSelected(new Set(ids.slice(Math.min(a, b), Math.max(a, b) + 1)));
  };
  const follow = (id: string) => setCell({ id, column: cell?.column ?? 0 });
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
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
      End: [isMain ? ids.length - 1 : at, columns - 1],
    };
    const step = steps[event.key];
    if (step && !event.altKey) {
      const isUpOrDown = /^(Arrow(Up|Down)|Page)/.test(event.key);
      go(step[0], step[1], { extend: event.shiftKey && isUpOrDown });
    } else if (event.key === ' ' && cell && !isMain) toggle(cell.id);
    else if (event.key === 'a' && isMain) select(ids);
    else if (event.key === 'Escape' && selected.size > 0) select([]);
    else return false;
    return true;
  };
  return { cell, row, selected, go, follow, toggle, select, onKey };
}
