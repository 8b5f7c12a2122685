import { relative, sep } from 'node:path';
import type { StoredFinding, Tally } from '../../core/graph/findings';
import type { Checked } from '../../disk/engine/checked';
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

/** The findings of a file, of which there is at least one. */
export interface ReportedFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly findings: readonly StoredFinding[];
  /** Null where there is no fix, and where the report does not show any. */
  readonly fixOf: (finding: StoredFinding) => ReportedFix | null;
}

/** What a check has found, in the order of files and places. */
export interface Report {
  /** Real path of the workspace. */
  readonly workspace: string;
  readonly briefs: number;
  readonly counts: Readonly<Tally>;
  /** Made each time they are gone through, as there may be very many. */
  readonly files: Iterable<ReportedFile>;
  /** Briefs that can’t be read, each with the reason. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}

/** The report on some of the briefs. */
export function reportOn(checked: Checked, isWanted: (slug: string) => boolean): Report {
  const slugs = checked.slugs.filter(isWanted);
  const files: Iterable<ReportedFile> = {
    *[Symbol.iterator]() {
      for (const slug of slugs) {
        const findings = checked.findings(slug);
        if (findings.length > 0) yield { file: briefFile(slug), findings, fixOf: noFix };
      }
    },
  };
  const unread = [...checked.unread]
    .filter(([slug]) => isWanted(slug))
    .map(([slug, { message }]) => ({ file: briefFile(slug), message }));
  const counts = { error: 0, warning: 0, info: 0, fixable: 0, waived: 0 };
  for (const slug of slugs) checked.tally(slug, counts);
  return { workspace: checked.root, briefs: slugs.length, counts, files, unread };
}

const noFix = (): null => null;

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What stands before a file of the workspace as the terminal's folder sees it, with `/` between. */
export function folderOf({ workspace }: Report, { cwd }: Pick<Io, 'cwd'>): string {
  const path = relative(cwd, workspace).replaceAll(sep, '/');
  return path === '' ? '' : `${path}/`;
}

/** Gives a report in pieces: that of many briefs is no text to hold whole. */
export type Reporter = (report: Report, io: Pick<Io, 'style' | 'cwd'>) => Iterable<string>;

export const rangeOf = ({ line, column, endLine, endColumn }: StoredFinding): PlaceRange => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
