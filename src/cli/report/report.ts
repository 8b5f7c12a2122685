import type { Severity } from '../../core/check/finding';
import type { StoredFinding } from '../../core/graph/findings';
import type { Checked } from '../../disk/engine/check';
import type { Io } from '../io';
import { briefFile } from '../workspace';

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
  /** How many of those have a fix. */
  readonly fixable: number;
  readonly waived: number;
  /** Made each time they are gone through, as there may be very many. */
  readonly findings: Iterable<Reported>;
  /** Briefs that can’t be read, each with the reason. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}

/** The report on some of the briefs. */
export function reportOn(checked: Checked, isWanted: (slug: string) => boolean): Report {
  const slugs = checked.slugs.filter(isWanted);
  const findings: Iterable<Reported> = {
    *[Symbol.iterator]() {
      for (const slug of slugs) {
        const file = briefFile(slug);
        for (const finding of checked.findings(slug)) yield { file, finding, edits: null };
      }
    },
  };
  const unread = [...checked.unread]
    .filter(([slug]) => isWanted(slug))
    .map(([slug, { message }]) => ({ file: briefFile(slug), message }));
  return { workspace: checked.root, briefs: slugs.length, ...countOf(findings), findings, unread };
}

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Gives a report in pieces: that of many briefs is no text to hold whole. */
export type Reporter = (report: Report, io: Pick<Io, 'style' | 'cwd'>) => Iterable<string>;

export const rangeOf = ({ line, column, endLine, endColumn }: StoredFinding): PlaceRange => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

function countOf(findings: Iterable<Reported>): Pick<Report, 'counts' | 'fixable' | 'waived'> {
  const counts = { error: 0, warning: 0, info: 0 };
  let fixable = 0;
  let waived = 0;
  for (const { finding } of findings) {
    if (finding.waiver) waived++;
    else {
      counts[finding.severity]++;
      if (finding.fix !== null) fixable++;
    }
  }
  return { counts, fixable, waived };
}
