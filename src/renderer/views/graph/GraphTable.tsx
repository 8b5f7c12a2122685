/* A table of rows that are drawn only where they are seen can't be built of table tags. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { VirtualList } from '../../ui/VirtualList';
import { rowAfter } from '../row-keys';
import { NodeSign } from './Legend';
import type { GraphModel, Shown } from './model';
import { glyphOf } from './picture/nodes';
import { type Column, COLUMNS, firstOrder, type Order, rowsOf, type TableRow } from './table-rows';

const LABELS: Readonly<Record<Column, string>> = {
  kind: 'Kind',
  title: 'Title',
  in: 'Links in',
  out: 'Links out',
  broken: 'Broken',
  oneWay: 'One-way',
};

const ROW = 30;

/** The graph in words: a row for each node. */
export function GraphTable(props: {
  readonly model: GraphModel;
  readonly shown: Shown;
  readonly focused: number | null;
  readonly onFocus: (node: number) => void;
  readonly onOpen: (node: number) => void;
}) {
  const { model, shown, focused, onFocus, onOpen } = props;
  const [order, setOrder] = useState<Order>({ column: 'broken', descending: true });
  const rows = useMemo(() => rowsOf(model, shown, order), [model, shown, order]);
  const at = focused === null ? -1 : rows.findIndex(({ node }) => node === focused);
  const id = useId();
  const onKey = (event: KeyboardEvent) => {
    const to = rowAfter(event.key, at, rows.length);
    const row = rows[to ?? at];
    if (!row || (to === null && event.key !== 'Enter')) return;
    event.preventDefault();
    if (to === null) onOpen(row.node);
    else onFocus(row.node);
  };
  return (
    <div className="graph-table">
      {/* Beside the part that scrolls, and yet of its grid: the grid owns it. */}
      <div role="rowgroup" id={`${id}-head`} className="graph-table-head">
        <div role="row" aria-rowindex={1} className="graph-row">
          {COLUMNS.map((column) => (
            <Head key={column} column={column} order={order} onOrder={setOrder} />
          ))}
        </div>
      </div>
      <VirtualList
        count={rows.length}
        rowHeight={ROW}
        keyOf={(index) => String(rows[index]?.node ?? index)}
        current={at}
        attributes={{
          role: 'grid',
          className: 'graph-rows',
          tabIndex: 0,
          'aria-label': 'Nodes',
          'aria-owns': `${id}-head`,
          'aria-rowcount': rows.length + 1,
          'aria-colcount': COLUMNS.length,
          'aria-activedescendant': at < 0 ? undefined : `${id}-${at}`,
          onKeyDown: onKey,
        }}
      >
        {(index) => {
          const row = rows[index];
          return row ? (
            <Row
              id={`${id}-${index}`}
              row={row}
              model={model}
              index={index}
              active={index === at}
              onPress={() => {
                onFocus(row.node);
                onOpen(row.node);
              }}
            />
          ) : null;
        }}
      </VirtualList>
    </div>
  );
}

function Head(props: {
  readonly column: Column;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}) {
  const { column, order, onOrder } = props;
  const sorted = order.column === column;
  const sort = sorted ? (order.descending ? 'descending' : 'ascending') : 'none';
  const turn = () =>
    onOrder(sorted ? { column, descending: !order.descending } : firstOrder(column));
  return (
    <div role="columnheader" aria-sort={sort} className={`graph-cell graph-cell-${column}`}>
      <button type="button" onClick={turn}>
        {LABELS[column]}
        {sorted ? <SortSign descending={order.descending} /> : null}
      </button>
    </div>
  );
}

const SortSign = ({ descending }: { readonly descending: boolean }) =>
  descending ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />;

function Row(props: {
  readonly id: string;
  readonly row: TableRow;
  readonly model: GraphModel;
  readonly index: number;
  readonly active: boolean;
  readonly onPress: () => void;
}) {
  const { id, row, model, index, active, onPress } = props;
  const node = model.nodes[row.node];
  return (
    // Keys are taken by the rows around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      tabIndex={-1}
      className="graph-row"
      onClick={onPress}
    >
      <span role="gridcell" className="graph-cell graph-cell-kind">
        <svg viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">
          {node ? <NodeSign glyph={glyphOf(node)} /> : null}
        </svg>
        {row.kind}
      </span>
      <span role="gridcell" className="graph-cell graph-cell-title">
        {row.title}
      </span>
      {FIGURES.map((column) => (
        <span
          key={column}
          role="gridcell"
          className={`graph-cell graph-cell-${column}`}
          data-some={row[column] > 0 ? '' : undefined}
        >
          {row[column].toLocaleString('en')}
        </span>
      ))}
    </div>
  );
}

const FIGURES = ['in', 'out', 'broken', 'oneWay'] as const;
