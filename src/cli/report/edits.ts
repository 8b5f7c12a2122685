import { check } from '../../core/check/index';
import type { Finding } from '../../core/check/finding';
import { parse } from '../../core/format/parse';
import type { StoredFinding } from '../../core/graph/findings';
import { LineIndex } from '../../core/text/lines';
import type { Checked } from '../../disk/engine/checked';
import { slugOf } from '../workspace';
import type { Report, ReportedFix } from './report';

/** The report with what would mend each finding: worked out only for a report that shows it. */
export function withEdits(report: Report, checked: Checked): Report {
  const { files } = report;
  return {
    ...report,
    files: {
      *[Symbol.iterator]() {
        for (const { file, findings } of files) {
          let fixes: ReadonlyMap<string, ReportedFix> | null = null;
          const fixOf = (finding: StoredFinding): ReportedFix | null => {
            if (finding.fix === null || finding.waiver) return null;
            fixes ??= fixesIn(checked, slugOf(file));
            return fixes.get(keyOf(finding)) ?? null;
          };
          yield { file, findings, fixOf };
        }
      },
    },
  };
}

function fixesIn({ knowledge, text: textOf }: Checked, slug: string): Map<string, ReportedFix> {
  const text = textOf(slug) ?? '';
  const lines = new LineIndex(text);
  const fixes = new Map<string, ReportedFix>();
  for (const finding of check(parse(text), slug, knowledge)) {
    const fix = finding.fixes[0];
    if (fix?.kind !== 'edit') continue;
    const edits = fix.edits.map(({ from, to, insert }) => ({
      range: { start: lines.place(from), end: lines.place(to) },
      text: insert,
    }));
    fixes.set(keyOf(finding), { title: fix.title, edits });
  }
  return fixes;
}

const keyOf = ({ rule, from, to }: Pick<Finding, 'rule' | 'from' | 'to'>): string =>
  `${rule} ${from} ${to}`;
