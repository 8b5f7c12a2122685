import type { BriefRow, JsonText } from '../../bridge/types';
import type { StoredFinding } from '../../core/graph/findings';
import type { BriefRecord } from '../../core/graph/record';
import type { FileState } from './cache/cache';

export const NO_FINDINGS: BriefRow['findings'] = { error: 0, warning: 0, info: 0 };

/** What the list shows of a brief. */
export function rowOf(
  slug: string,
  state: FileState,
  record: BriefRecord | undefined,
  findings: readonly StoredFinding[],
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
    findings: state.problem ? NO_FINDINGS : count(findings),
    modified: state.modified,
    problem: state.problem,
  };
}

function count(findings: readonly StoredFinding[]): BriefRow['findings'] {
  if (findings.length === 0) return NO_FINDINGS;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, waiver } of findings) if (!waiver) counts[severity]++;
  return counts;
}

/** Rows as they are told: from the thread that reads them to the page nobody makes objects of them. */
export const textOfRows = (rows: readonly BriefRow[]): JsonText<readonly BriefRow[]> =>
  JSON.stringify(rows);
