import type { BriefRow, JsonText, RowColumns } from '../../bridge/types';
import type { BriefRecord } from '../../core/graph/record';
import type { FileState } from './cache/states';

export const NO_FINDINGS: BriefRow['findings'] = { error: 0, warning: 0, info: 0 };

/** What the list shows of a brief. */
export function rowOf(
  slug: string,
  state: FileState,
  record: BriefRecord | undefined,
  { error, warning, info }: BriefRow['findings'] = NO_FINDINGS,
): BriefRow {
  const takes = record?.takes ?? [];
  const lenses = new Set(takes.map(({ lens }) => lens));
  lenses.delete('');
  return {
    slug,
    title: record?.title ?? '',
    date: record?.date ?? '',
    claims: record?.claims ?? null,
    type: record?.type ?? '',
    heads: record?.heads ?? [],
    lenses: [...lenses],
    takes: takes.length,
    findings: state.problem ? NO_FINDINGS : { error, warning, info },
    modified: state.modified,
    problem: state.problem,
  };
}

/** Rows as they are told: from the thread that reads them to the page nobody makes objects of them. */
export function textOfRows(rows: readonly BriefRow[]): JsonText<RowColumns> {
  const places = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const placeOf = (list: readonly string[]): number => {
    const key = list.join('\0');
    const place = places.get(key) ?? lists.push(list) - 1;
    places.set(key, place);
    return place;
  };
  const columns: RowColumns = {
    slug: rows.map(({ slug }) => slug),
    title: rows.map(({ title }) => title),
    date: rows.map(({ date }) => date),
    claims: rows.map(({ claims }) => claims),
    type: rows.map(({ type }) => type),
    heads: rows.map(({ heads }) => placeOf(heads)),
    lenses: rows.map(({ lenses }) => placeOf(lenses)),
    lists,
    takes: rows.map(({ takes }) => takes),
    error: rows.map(({ findings }) => findings.error),
    warning: rows.map(({ findings }) => findings.warning),
    info: rows.map(({ findings }) => findings.info),
    modified: rows.map(({ modified }) => modified),
    problem: rows.map(({ problem }) => problem),
  };
  return JSON.stringify(columns);
}
