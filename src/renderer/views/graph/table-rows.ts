import type { GraphModel, Shown } from './model';
import { kindWords } from './words';

export const COLUMNS = ['kind', 'title', 'in', 'out', 'broken', 'oneWay'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export interface TableRow {
  /** The node's place. */
  readonly node: number;
  readonly kind: string;
  readonly title: string;
  readonly in: number;
  readonly out: number;
  readonly broken: number;
  readonly oneWay: number;
}

/** What a column is sorted by first: names from A, figures from the greatest. */
export const firstOrder = (column: Column): Order => ({
  column,
  descending: column !== 'kind' && column !== 'title',
});

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The nodes that are shown, in order; those that are alike go by title. */
export function rowsOf({ nodes, figures }: GraphModel, shown: Shown, order: Order): TableRow[] {
  const rows = nodes.flatMap((node, place): TableRow[] => {
    const own = figures[place];
    if (!own || !shown.node(place)) return [];
    return [{ node: place, kind: kindWords(node), title: node.label, ...own }];
  });
  const { column, descending } = order;
  const sign = descending ? -1 : 1;
  return rows.sort(
    (a, b) => sign * compare(a[column], b[column]) || collator.compare(a.title, b.title),
  );
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
