import type { Severity } from '../../core/check/finding';
import type { StoredFinding } from '../../core/graph/findings';
import type { Io } from '../io';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns from 1, in UTF-16 units, end exclusive. */
export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** What mends a finding, as edits of its file. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly { readonly range: PlaceRange; readonly text: string }[];
}

/** A finding with its file, relative to the workspace. */
export interface Reported {
  readonly file: string;
  readonly finding: StoredFinding;
  /** Null where there is no fix, and where the report does not show any. */
  readonly edits: ReportedFix | null;
}

/** What a check has found, in the order of files and places. */
export interface Report {
  /** Real path of the workspace. */
  readonly workspace: string;
  readonly briefs: number;
  /** Without those that are waived. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly findings: readonly Reported[];
  /** Briefs that can’t be read, each with the reason. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Gives a report in pieces: that of many briefs is no text to hold whole. */
export type Reporter = (report: Report, io: Pick<Io, 'style' | 'cwd'>) => Iterable<string>;

export const rangeOf = ({ line, column, endLine, endColumn }: StoredFinding): PlaceRange => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

export function countOf(findings: readonly Reported[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { finding } of findings) if (!finding.waiver) counts[finding.severity]++;
  return counts;
}
