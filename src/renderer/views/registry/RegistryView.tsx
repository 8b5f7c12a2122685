import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { freeSlug } from '../../../core/registry/import';
import { useCommand } from '../../app/commands';
import { useStore } from '../../app/store';
import { toast } from '../../app/toasts';
import { useWorkspace } from '../../app/workspace';
import { AddRow } from './AddRow';
import type { Column } from './columns';
import { useCursor } from './cursor';
import { DuplicatesPanel } from './DuplicatesPanel';
import { type Sort, useOrder } from './order';
import type { RegistryProps } from './props';
import { RegistryBar } from './RegistryBar';
import { NoMatch, NoRecords, Unreadable } from './RegistryEmpty';
import { RegistryTable } from './RegistryTable';
import { deleteByPlan } from './used-column';
import './registry.css';

/** A registry as a table: filtered, sorted, edited in place, imported into and cleaned up. */
export function RegistryView<T extends object>(props: RegistryProps<T>): ReactNode {
  const { kind, records, columns, edits, uses, wish } = props;
  const { idOf } = edits;
  const readOnly = useWorkspace((workspace) => workspace.readOnly) !== null;
  const file = kind === 'entity' ? 'registry/entities.json' : 'registry/outlets.json';
  const problem = useWorkspace(({ problems }) => problems.find((one) => one.file === file));
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', down: false });
  const [adding, setAdding] = useState<Readonly<Record<string, string>> | null>(null);
  const [shown, setShown] = useState<'all' | 'duplicates'>('all');
  const filter = useRef<HTMLInputElement>(null);
  const late = useDeferredValue(query);
  const order = useOrder(records, columns, idOf, { query: late, sort, amounts: uses });
  const rows = useMemo(
    () => ({
      count: order.length,
      idAt: (row: number) => {
        const record = records[order[row] ?? -1];
        return record && idOf(record);
      },
    }),
    [order, records, idOf],
  );
  const cursor = useCursor(rows, columns.length, wish);
  const { undoable, redoable } = useStore(edits.state);
  useCommand('edit.undo', edits.undo, undoable > 0 && !readOnly);
  useCommand('edit.redo', edits.redo, redoable > 0 && !readOnly);
  useCommand('edit.find', () => filter.current?.select());
  useEffect(() => {
    const table = document.querySelector<HTMLElement>('#registry-table');
    (table ?? filter.current)?.focus();
  }, []);
  const [seen, setSeen] = useState(wish);
  if (seen !== wish) {
    setSeen(wish);
    setQuery('');
    setShown('all');
    if (wish !== null) cursor.follow(wish);
  }

  const change = (after: T, before: T) => {
    const [id, old] = [idOf(after), idOf(before)];
    edits.apply({ put: [after], gone: id === old ? [] : [old] });
    if (id !== old) cursor.follow(id);
  };
  const remove = () => {
    const chosen =
      cursor.selected.size > 0 ? [...cursor.selected] : cursor.cell ? [cursor.cell.id] : [];
    if (readOnly || chosen.length === 0) return;
    removeRecords(props, chosen);
    if (chosen.every((id) => (uses?.[id] ?? -1) === 0)) cursor.select([]);
  };
  const add = (texts: Readonly<Record<string, string>>) => {
    const faults = faultsOf(columns, texts);
    if (Object.keys(faults).length > 0) return faults;
    const record = props.make(texts);
    edits.apply({ put: [record], gone: [] });
    setQuery('');
    cursor.follow(idOf(record));
    return {};
  };
  const startAdding = (name = '') => {
    setShown('all');
    setAdding(name === '' ? {} : { name });
  };
  const bar = {
    kind,
    count: order.length,
    total: records.length,
    query,
    onQuery: setQuery,
    filter,
    readOnly,
    shown,
    onShown: setShown,
    selected: cursor.selected,
    onClear: () => cursor.select([]),
    onAdd: () => startAdding(),
    onDelete: remove,
    onTable: () => document.querySelector<HTMLElement>('#registry-table')?.focus(),
  };
  return (
    <div className="view-page">
      <RegistryBar {...bar} />
      {adding && !readOnly ? (
        <AddRow
          key={adding['name'] ?? ''}
          label={kind === 'entity' ? 'New entity' : 'New outlet'}
          columns={columns}
          guess={props.guess}
          start={adding}
          onAdd={add}
          onClose={() => {
            setAdding(null);
            bar.onTable();
          }}
        />
      ) : null}
      {shown === 'duplicates' ? (
        <DuplicatesPanel
          {...props}
          readOnly={readOnly}
          onShow={(id) => {
            setShown('all');
            setQuery('');
            cursor.follow(id);
          }}
        />
      ) : records.length === 0 && problem ? (
        <Unreadable kind={kind} problem={problem} />
      ) : records.length === 0 ? (
        <NoRecords kind={kind} readOnly={readOnly} onAdd={() => startAdding()} />
      ) : order.length === 0 ? (
        <NoMatch
          kind={kind}
          query={query}
          readOnly={readOnly}
          onAll={() => setQuery('')}
          onAdd={() => startAdding(query.trim())}
        />
      ) : (
        <RegistryTable
          id="registry-table"
          label={kind === 'entity' ? 'Entities' : 'Outlets'}
          columns={columns}
          records={records}
          order={order}
          rows={rows}
          idOf={idOf}
          cursor={cursor}
          sort={sort}
          onSort={setSort}
          readOnly={readOnly}
          onChange={change}
          onDelete={remove}
        />
      )}
    </div>
  );
}

/** What no brief uses goes at once and can be brought back; the rest goes by a plan, one by one. */
function removeRecords<T extends object>(
  { kind, edits, uses }: RegistryProps<T>,
  ids: readonly string[],
): void {
  const [only, ...others] = ids;
  const used = ids.filter((id) => uses === null || (uses[id] ?? 0) > 0);
  if (used.length === 0) {
    edits.apply({ put: [], gone: ids });
    toast(ids.length === 1 ? `${only} is deleted.` : `${ids.length} records are deleted.`, {
      action: { label: 'Undo', run: edits.undo },
    });
  } else if (only !== undefined && others.length === 0) deleteByPlan(kind, only);
  else {
    toast(`${used.length} of them are used in briefs. Delete those one by one, or merge them.`);
  }
}

function faultsOf<T>(
  columns: readonly Column<T>[],
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const faults = columns.flatMap(({ id, edit }) => {
    const fault = edit?.fault(texts[id] ?? '', null);
    return fault ? [[id, fault] as const] : [];
  });
  return Object.fromEntries(faults);
}

/** The slug for a name that no record of the registry has yet. */
export function slugFor(slug: string, records: readonly { readonly slug: string }[]): string {
  return freeSlug(slug, (one) => records.some((record) => record.slug === one));
}
