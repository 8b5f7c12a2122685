import type { Severity } from '../../core/check/finding';
import { folderOf, type Reporter } from './report';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Workflow commands: the host shows each finding at its line. */
export const githubReport: Reporter = function* (report, io) {
  const folder = folderOf(report, io);
  for (const { file: of, finding } of report.findings) {
    if (finding.waiver) continue;
    const isOneLine = finding.line === finding.endLine;
    const at = {
      file: `${folder}${of}`,
      line: finding.line,
      endLine: finding.endLine,
      // Columns are only taken within one line.
      ...(isOneLine ? { col: finding.column, endColumn: finding.endColumn } : {}),
      title: finding.rule,
    };
    const properties = Object.entries(at).map(([key, value]) => `${key}=${property(`${value}`)}`);
    yield `::${COMMANDS[finding.severity]} ${properties.join(',')}::${data(finding.message)}\n`;
  }
};

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
