import type { BriefRow, JsonText, RowColumns } from '../../bridge/types';

export const parsed = <T>(text: JsonText<T>): T => JSON.parse(text) as T;

/** Rows as they came from the main process, sharing what many of them repeat and what was known. */
export function rowsIn(
  text: JsonText<RowColumns>,
  known: (slug: string) => BriefRow | undefined = () => undefined,
): BriefRow[] {
  const columns = parsed(text);
  const lists = columns.lists.map((list) => one(`list ${list.join('\0')}`, () => list));
  return columns.slug.map((told, at) => {
    const before = known(told);
    const row = rowAt(columns, lists, at, before);
    return before && isSame(before, row) ? before : row;
  });
}

function rowAt(
  columns: RowColumns,
  lists: RowColumns['lists'],
  at: number,
  before: BriefRow | undefined,
): BriefRow {
  const slug = columns.slug[at] ?? '';
  const title = columns.title[at] ?? '';
  return {
    slug: before?.slug ?? slug,
    title: before?.title === title ? before.title : title,
    date: word(columns.date[at] ?? ''),
    claims: columns.claims[at] ?? null,
    type: word(columns.type[at] ?? ''),
    heads: lists[columns.heads[at] ?? -1] ?? NONE,
    lenses: lists[columns.lenses[at] ?? -1] ?? NONE,
    takes: columns.takes[at] ?? 0,
    findings: counts(columns.error[at] ?? 0, columns.warning[at] ?? 0, columns.info[at] ?? 0),
    modified: columns.modified[at] ?? 0,
    problem: columns.problem[at] ?? null,
  };
}

/** Lists and counts are one and the same where they are written alike. */
const isSame = (a: BriefRow, b: BriefRow): boolean =>
  a.title === b.title &&
  a.date === b.date &&
  a.claims === b.claims &&
  a.type === b.type &&
  a.heads === b.heads &&
  a.lenses === b.lenses &&
  a.takes === b.takes &&
  a.findings === b.findings &&
  a.modified === b.modified &&
  a.problem === b.problem;

/** A row for each brief that is there and not read yet. */
export function unreadRows(names: JsonText<readonly string[]>): BriefRow[] {
  return parsed(names).map(unreadRow);
}

const NONE: readonly never[] = [];
const NO_FINDINGS: BriefRow['findings'] = { error: 0, warning: 0, info: 0 };

const unreadRow = (slug: string): BriefRow => ({
  slug,
  title: '',
  date: '',
  claims: null,
  type: '',
  heads: NONE,
  lenses: NONE,
  takes: 0,
  findings: NO_FINDINGS,
  modified: 0,
  problem: null,
});

/** More than any vocabulary makes of lists and counts: past this, the pool starts anew. */
const MOST = 20_000;
const pool = new Map<string, unknown>();

const counts = (error: number, warning: number, info: number): BriefRow['findings'] =>
  one(`counts ${error} ${warning} ${info}`, () => ({ error, warning, info }));

const words = new Map<string, string>();
const word = (text: string): string => one(text, () => text, words);

/** The one value that is written so. */
function one<T>(written: string, make: () => T, values: Map<string, unknown> = pool): T {
  const known = values.get(written);
  if (known !== undefined) return known as T;
  if (values.size >= MOST) values.clear();
  const made = make();
  values.set(written, made);
  return made;
}

/** Rows by their slugs. */
export type RowsBySlug = Pick<ReadonlyMap<string, BriefRow>, 'get' | 'has' | 'keys' | 'size'> & {
  readonly rows: readonly BriefRow[];
};

const indexes = new WeakMap<readonly BriefRow[], RowIndex>();

export function rowsBySlug(rows: readonly BriefRow[]): RowsBySlug {
  return indexOf(rows);
}

/** The rows after a change: what is known keeps its place, what is new comes last. */
export function mergedRows(
  before: readonly BriefRow[],
  changed: readonly BriefRow[],
  gone: readonly string[],
): readonly BriefRow[] {
  const { places } = indexOf(before);
  if (gone.some((slug) => places.has(slug)) || changed.some(({ slug }) => !places.has(slug))) {
    return placedAnew(before, changed, gone);
  }
  const rows = [...before];
  for (const row of changed) rows[places.get(row.slug) ?? rows.length] = row;
  indexes.set(rows, new RowIndex(rows, places));
  return rows;
}

function placedAnew(
  before: readonly BriefRow[],
  changed: readonly BriefRow[],
  gone: readonly string[],
): readonly BriefRow[] {
  const rows = new Map(before.map((row) => [row.slug, row]));
  for (const slug of gone) rows.delete(slug);
  for (const row of changed) rows.set(row.slug, row);
  return [...rows.values()];
}

function indexOf(rows: readonly BriefRow[]): RowIndex {
  let index = indexes.get(rows);
  if (!index) {
    index = new RowIndex(rows, new Map(rows.map(({ slug }, place) => [slug, place])));
    indexes.set(rows, index);
  }
  return index;
}

/** Places outlive the rows that stand there: while thousands come in, nothing is made anew. */
class RowIndex implements RowsBySlug {
  constructor(
    readonly rows: readonly BriefRow[],
    readonly places: ReadonlyMap<string, number>,
  ) {}

  get size(): number {
    return this.rows.length;
  }

  has(slug: string): boolean {
    return this.places.has(slug);
  }

  get(slug: string): BriefRow | undefined {
    const place = this.places.get(slug);
    return place === undefined ? undefined : this.rows[place];
  }

  keys(): MapIterator<string> {
    return this.places.keys();
  }
}
