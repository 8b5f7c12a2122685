import { rangeOf, type Reporter } from './report';

/** For programs. A waived finding stands with its waiver and is not in the counts. */
export const jsonReport: Reporter = ({ workspace, briefs, counts, findings }) => {
  const items = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    file: finding.file,
    range: rangeOf(finding),
    message: finding.message,
    ...(finding.edits ? { fix: finding.edits } : {}),
    ...(finding.waiver ? { waiver: finding.waiver } : {}),
  }));
  return `${JSON.stringify({ version: 1, workspace, briefs, counts, findings: items }, null, 2)}\n`;
};
