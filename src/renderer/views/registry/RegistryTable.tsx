// Rows that are drawn only in sight can't be those of a real table or list.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { registerCommand } from '../../app/commands';
import { classes } from '../../ui/classes';
import type { Column } from './columns';
import { type Cursor, idsOf, type Rows } from './cursor';
import type { Sort } from './order';
import { cellId, ROW, type Leaving } from './places';
import { RegistryRow, type RowActions } from './RegistryRow';

export interface TableProps<T extends object> {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly records: readonly T[];
  /** Indexes of the records that are shown. */
  readonly order: readonly number[];
  readonly rows: Rows;
  readonly idOf: (record: T) => string;
  readonly cursor: Cursor;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly readOnly: boolean;
  readonly onChange: (record: T, before: T) => void;
  readonly onDelete: () => void;
}

interface Edited {
  readonly id: string;
  readonly column: number;
  /** What was typed to begin with; null to begin with what is there. */
  readonly typed: string | null;
}

/** A table of records of which only the rows in sight are drawn, and which one edits in place. */
export function RegistryTable<T extends object>(props: TableProps<T>) {
  const { id, label, columns, records, order, idOf, cursor, readOnly } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  // No compiler memoises here, so its changing functions do no harm.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: order.length,
    estimateSize: () => ROW,
    getScrollElement: () => scroller.current,
    overscan: 10,
    scrollMargin: ROW,
    scrollPaddingStart: ROW,
    initialRect: { width: 800, height: 900 },
  });
  useEffect(() => {
    if (cursor.row >= 0) virtual.scrollToIndex(cursor.row);
  }, [cursor.row, virtual]);

  const recordAt = (row: number): T | undefined => records[order[row] ?? -1];
  const edit = (row: number, column: number, typed: string | null = null): boolean => {
    const record = recordAt(row);
    const editing = columns[column]?.edit;
    if (!record || !editing || readOnly) return false;
    if (editing.instead?.(record)) return true;
    cursor.go(row, column);
    setEdited({ id: idOf(record), column, typed });
    return true;
  };
  const leave = (how: Leaving, row: number, column: number) => {
    setEdited(null);
    if (how === 'away') return;
    scroller.current?.focus();
    if (how === 'down') cursor.go(row + 1, column);
    if (how !== 'next' && how !== 'previous') return;
    const next = nextEditable(columns, column, how === 'next' ? 1 : -1);
    edit(row + next.row, next.column);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const { cell, row } = cursor;
    const record = recordAt(row);
    if (cursor.onKey(event)) event.preventDefault();
    else if (!cell || !record) return;
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (!edit(row, cell.column)) columns[cell.column]?.open?.(record);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      props.onDelete();
    } else if (isTyped(event) && edit(row, cell.column, event.key)) event.preventDefault();
  };
  const begin = () => {
    if (cursor.cell) edit(cursor.row, cursor.cell.column);
  };
  const latest = useRef<RowActions<T> & { readonly begin: () => void }>(null);
  // In step with what is shown: a press finds the columns that it was aimed at.
  useLayoutEffect(() => {
    latest.current = {
      begin,
      press: (row, column, how) => {
        scroller.current?.focus();
        cursor.go(row, column, how);
      },
      toggle: cursor.toggle,
      edit: (row, column) => {
        const record = recordAt(row);
        if (record && !edit(row, column)) columns[column]?.open?.(record);
      },
      change: props.onChange,
      leave,
    };
  });
  // The same for all rows and all times, so that scrolling draws only the rows that come.
  const [actions] = useState<RowActions<T>>(() => ({
    press: (...given) => latest.current?.press(...given),
    toggle: (...given) => latest.current?.toggle(...given),
    edit: (...given) => latest.current?.edit(...given),
    change: (...given) => latest.current?.change(...given),
    leave: (...given) => latest.current?.leave(...given),
  }));
  const [focused, setFocused] = useState(false);
  useEffect(
    // Elsewhere the key renames the brief: function keys are commands, wherever the focus is.
    () => (focused ? registerCommand('brief.rename', () => latest.current?.begin()) : undefined),
    [focused],
  );
  const tracks = `32px ${columns.map(({ width }) => width).join(' ')}`;
  const { cell } = cursor;
  return (
    <div
      ref={scroller}
      id={id}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={order.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-readonly={readOnly || undefined}
      aria-activedescendant={cell && cursor.row >= 0 ? cellId(id, cell.column) : undefined}
      className="rg-table"
      style={{ '--rg-tracks': tracks } as CSSProperties}
      onKeyDown={onKey}
      onFocus={({ target, currentTarget }) => {
        if (target !== currentTarget) return;
        setFocused(true);
        if (cursor.row < 0) cursor.go(0, 0);
      }}
      onBlur={({ target, currentTarget }) => {
        if (target === currentTarget) setFocused(false);
      }}
    >
      <Head {...props} />
      <div role="presentation" style={{ height: order.length * ROW, position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index }) => {
          const record = recordAt(index);
          if (!record) return null;
          const own = idOf(record);
          return (
            <RegistryRow
              key={own}
              tableId={id}
              record={record}
              name={own}
              place={index}
              columns={columns}
              active={cell?.id === own ? cell.column : null}
              selected={cursor.selected.has(own)}
              edited={edited?.id === own ? edited : null}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head<T extends object>({ columns, rows, cursor, sort, onSort }: TableProps<T>) {
  const isAll = rows.count > 0 && cursor.selected.size >= rows.count;
  const some = cursor.selected.size > 0 && !isAll;
  return (
    <div role="row" aria-rowindex={1} className="rg-row rg-head">
      <div role="columnheader" className="rg-check">
        <input
          type="checkbox"
          aria-label="Select all"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = some;
          }}
          onChange={({ target }) => cursor.select(target.checked ? idsOf(rows, 0, rows.count) : [])}
        />
      </div>
      {columns.map(({ id, title, amount }) => {
        const isSorted = sort.column === id;
        return (
          <div
            key={id}
            role="columnheader"
            aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
            className={classes('rg-cell', amount && 'rg-amount')}
          >
            <button
              type="button"
              className="rg-sort"
              onClick={() =>
                onSort({ column: id, down: isSorted ? !sort.down : amount !== undefined })
              }
            >
              {title}
              {isSorted ? (
                sort.down ? (
                  <ArrowDown aria-hidden="true" />
                ) : (
                  <ArrowUp aria-hidden="true" />
                )
              ) : null}
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** The next column that can be written in, in this row or the one beside it. */
function nextEditable<T>(
  columns: readonly Column<T>[],
  from: number,
  by: 1 | -1,
): { readonly row: number; readonly column: number } {
  const count = columns.length;
  for (let step = 1; step <= count; step++) {
    const at = from + by * step;
    const column = (at + count) % count;
    if (columns[column]?.edit) return { row: Math.floor(at / count), column };
  }
  return { row: 0, column: from };
}

const isTyped = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
