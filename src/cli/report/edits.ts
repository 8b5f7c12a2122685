import { check } from '../../core/check/index';
import type { Finding } from '../../core/check/finding';
import { parse } from '../../core/format/parse';
import type { GraphView } from '../../core/graph/view';
import { LineIndex } from '../../core/text/lines';
import { slugOf } from '../workspace';
import type { Report, ReportedFix } from './report';

/** The report with what would mend each finding: worked out only for a report that shows it. */
export function withEdits(report: Report, view: GraphView): Report {
  const fixes = new Map<string, Map<string, ReportedFix>>();
  const findings = report.findings.map((reported) => {
    const { file, finding } = reported;
    if (finding.fix === null || finding.waiver) return reported;
    let known = fixes.get(file);
    if (!known) fixes.set(file, (known = fixesIn(view, slugOf(file))));
    return { file, finding, edits: known.get(keyOf(finding)) ?? null };
  });
  return { ...report, findings };
}

function fixesIn(view: GraphView, slug: string): Map<string, ReportedFix> {
  const text = view.text(slug) ?? '';
  const lines = new LineIndex(text);
  const fixes = new Map<string, ReportedFix>();
  for (const finding of check(parse(text), slug, view)) {
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
