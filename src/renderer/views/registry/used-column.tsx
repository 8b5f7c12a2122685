import { openDialog } from '../../app/dialogs';
import { showView } from '../../app/navigation';
import type { Column } from './columns';
import type { Uses } from './use-uses';

/** In how many briefs a record occurs; leads to them. */
export function usedColumn<T>(
  kind: 'entity' | 'outlet',
  uses: Uses,
  idOf: (record: T) => string,
): Column<T> {
  const countOf = (record: T) => uses?.[idOf(record)] ?? 0;
  const open = (record: T) => {
    if (countOf(record) > 0) showView('search', searchFor(kind, idOf(record)));
  };
  return {
    id: 'used',
    title: 'Used in',
    width: '84px',
    text: (record) => (uses === null ? '' : String(countOf(record))),
    amount: countOf,
    show: (record) => {
      const count = countOf(record);
      if (uses === null) return <span className="rg-none">…</span>;
      if (count === 0) return <span className="rg-none">–</span>;
      return (
        <button
          type="button"
          className="rg-uses"
          tabIndex={-1}
          aria-label={`Show the briefs: ${count.toLocaleString()}`}
          onClick={() => open(record)}
        >
          {count.toLocaleString()}
        </button>
      );
    },
    open,
  };
}

/** The search that finds the briefs of a record. */
export const searchFor = (kind: 'entity' | 'outlet', id: string): string =>
  /[\s"]/.test(id) ? `${kind}:"${id.replaceAll('"', '')}"` : `${kind}:${id}`;

/** Takes a record out by a plan, which shows what depends on it. */
export function deleteByPlan(kind: 'entity' | 'outlet', id: string): void {
  openDialog({
    kind: 'change',
    request:
      kind === 'entity' ? { kind: 'delete-entity', slug: id } : { kind: 'delete-outlet', name: id },
  });
}
