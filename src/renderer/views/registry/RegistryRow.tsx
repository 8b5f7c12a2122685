// Rows that are drawn only in sight can't be those of a real table or list.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, type MouseEvent } from 'react';
import { classes } from '../../ui/classes';
import { CellEditor } from './CellEditor';
import type { Column } from './columns';
import { cellId, type Leaving, ROW } from './places';

export interface RowProps<T extends object> {
  readonly tableId: string;
  readonly record: T;
  /** The record's id. */
  readonly name: string;
  /** From 0, among the rows that are shown. */
  readonly place: number;
  readonly columns: readonly Column<T>[];
  /** The column of the active cell, where it is in this row. */
  readonly active: number | null;
  readonly selected: boolean;
  readonly edited: { readonly column: number; readonly typed: string | null } | null;
  readonly actions: RowActions<T>;
}

/** What a row asks of its table; rows are numbered from 0, among those that are shown. */
export interface RowActions<T> {
  readonly press: (row: number, column: number, how: { readonly extend: boolean }) => void;
  readonly toggle: (id: string) => void;
  readonly edit: (row: number, column: number) => void;
  readonly change: (record: T, before: T) => void;
  readonly leave: (how: Leaving, row: number, column: number) => void;
}

function Row<T extends object>(props: RowProps<T>) {
  const { tableId, record, name, place, columns, active, selected, edited, actions } = props;
  const press = (event: MouseEvent, column: number) => {
    if (edited?.column === column || event.button !== 0) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) actions.toggle(name);
    actions.press(place, column, { extend: event.shiftKey });
  };
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      className={classes('rg-row', active !== null && 'rg-row-active')}
      style={{ transform: `translateY(${place * ROW}px)` }}
    >
      <div role="gridcell" className="rg-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${name}`}
          checked={selected}
          onChange={() => actions.toggle(name)}
        />
      </div>
      {columns.map((column, index) => {
        const isEdited = edited?.column === index;
        return (
          // Keys go to the table, which knows the cell they are for.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={column.id}
            id={active === index ? cellId(tableId, index) : undefined}
            role="gridcell"
            className={classes(
              'rg-cell',
              column.amount && 'rg-amount',
              active === index && 'rg-active',
              isEdited && 'rg-edited',
            )}
            onMouseDown={(event) => press(event, index)}
            onDoubleClick={() => {
              if (!isEdited) actions.edit(place, index);
            }}
          >
            {isEdited && column.edit ? (
              <CellEditor
                column={column}
                editing={column.edit}
                record={record}
                typed={edited.typed}
                onChange={(after) => actions.change(after, record)}
                onLeave={(how) => actions.leave(how, place, index)}
              />
            ) : (
              (column.show?.(record) ?? <span className="rg-text">{column.text(record)}</span>)
            )}
          </div>
        );
      })}
    </div>
  );
}

// Memoised, it would forget what its records are.
export const RegistryRow = memo(Row) as typeof Row;
