import type { Severity } from '../../core/check/finding';
import { fold } from '../../core/complete/fold';
import { onFirstUse } from '../../core/text/on-first-use';
import type { BriefRow, WorkspaceState } from '../../bridge/types';
import { recall, remember } from './memory';
import { ordering } from './order';
import { atOnce } from './slices';
import { createStore } from './store';
import { workspaceStore } from './workspace';

export const SORTS = ['date', 'title', 'findings', 'modified'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list shows, and in which order. */
export interface Query {
  readonly text: string;
  /** Each narrows where it is not empty. */
  readonly lenses: readonly string[];
  readonly types: readonly string[];
  readonly severities: readonly Severity[];
  readonly sort: Sort;
  readonly descending: boolean;
}

export const EMPTY_QUERY: Query = {
  text: '',
  lenses: [],
  types: [],
  severities: [],
  sort: 'date',
  descending: true,
};

export const queryStore = createStore<Query>(EMPTY_QUERY);
/** The briefs that are chosen in the list, for what works on several. */
export const selectionStore = createStore<ReadonlySet<string>>(new Set());

export const isNarrowed = (query: Query): boolean =>
  query.text.trim() !== '' ||
  query.lenses.length + query.types.length + query.severities.length > 0;

/** Changes the query; the order is remembered, what narrows is not. */
export function setQuery(change: Partial<Query>): void {
  queryStore.update((query) => ({ ...query, ...change }));
  if (change.sort !== undefined) remember('list-sort', change.sort);
  if (change.descending !== undefined) remember('list-descending', change.descending);
}

/** Puts the list as the workspace remembers it. */
export function resetQuery(): void {
  const sort = SORTS.find((each) => each === recall('list-sort')) ?? EMPTY_QUERY.sort;
  const kept = recall('list-descending');
  const descending = typeof kept === 'boolean' ? kept : EMPTY_QUERY.descending;
  queryStore.set({ ...EMPTY_QUERY, sort, descending });
  selectionStore.set(new Set());
}

/** The rows that fit, in order. */
export const listed = (rows: readonly BriefRow[], query: Query): readonly BriefRow[] =>
  atOnce(listing(rows, query));

/** So many rows are looked at at a time: about a millisecond. */
const STEP = 500;

/** Finds the rows that fit, in order. */
export function* listing(
  rows: readonly BriefRow[],
  query: Query,
): Generator<void, readonly BriefRow[]> {
  const { sort, descending } = query;
  const compare = descending ? falling[sort] : rising[sort];
  const all = yield* ordering(rows, `${sort} ${descending}`, compare);
  if (!isNarrowed(query)) return all;
  const fit = fits(query);
  const some: BriefRow[] = [];
  for (const [at, row] of all.entries()) {
    if (fit(row)) some.push(row);
    if (at % STEP === STEP - 1) yield;
  }
  return some;
}

function fits(query: Query): (row: BriefRow) => boolean {
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  return (row) =>
    words.every((word) => textOf(row).includes(word)) &&
    anyOf(query.lenses, row.lenses) &&
    anyOf(query.types, [row.type]) &&
    (query.severities.length === 0 || query.severities.some((each) => row.findings[each] > 0));
}

/** The brief before or after one in the list as it stands; the first where there is none. */
export function neighbour(slug: string | null, step: 1 | -1): string | null {
  const rows = listed(workspaceStore.get()?.briefs ?? [], queryStore.get());
  const at = rows.findIndex((row) => row.slug === slug);
  return (at < 0 ? rows[0] : rows[at + step])?.slug ?? null;
}

/** The brief to show at first: the one that was open, else the first of the list. */
export function initialSlug(workspace: WorkspaceState): string | null {
  const kept = workspace.memory['open-brief'];
  const found = workspace.briefs.find((row) => row.slug === kept);
  return (found ?? listed(workspace.briefs, EMPTY_QUERY)[0])?.slug ?? null;
}

/** The different values of a column, by how often they occur. */
export function facets(rows: readonly BriefRow[], of: (row: BriefRow) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of of(row)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, count }));
}

const collator = onFirstUse(
  () => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }),
);
const byTitle = (a: BriefRow, b: BriefRow) => collator().compare(nameOf(a), nameOf(b));
const weight = ({ findings }: BriefRow) =>
  findings.error * 1e6 + findings.warning * 1e3 + findings.info;

// Of one date there may be thousands: their slugs are compared many times faster than titles are.
const bySlug = (a: BriefRow, b: BriefRow) => (a.slug < b.slug ? -1 : 1);

type Orders = Readonly<Record<Sort, (a: BriefRow, b: BriefRow) => number>>;

const rising: Orders = {
  date: (a, b) => (a.date === b.date ? bySlug(a, b) : a.date < b.date ? -1 : 1),
  title: (a, b) => byTitle(a, b) || bySlug(a, b),
  findings: (a, b) => weight(a) - weight(b) || bySlug(a, b),
  modified: (a, b) => a.modified - b.modified || bySlug(a, b),
};

const falling: Orders = {
  date: (a, b) => (a.date === b.date ? bySlug(a, b) : a.date < b.date ? 1 : -1),
  title: (a, b) => byTitle(b, a) || bySlug(a, b),
  findings: (a, b) => weight(b) - weight(a) || bySlug(a, b),
  modified: (a, b) => b.modified - a.modified || bySlug(a, b),
};

/** What a brief is called where its title can't be had. */
export const nameOf = (row: Pick<BriefRow, 'title' | 'slug'>): string => row.title || row.slug;

const anyOf = (wanted: readonly string[], has: readonly string[]) =>
  wanted.length === 0 || wanted.some((each) => has.includes(each));

const texts = new WeakMap<BriefRow, string>();

function textOf(row: BriefRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    text = fold(`${row.title} ${row.slug} ${row.date}`);
    texts.set(row, text);
  }
  return text;
}
