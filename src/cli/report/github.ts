import type { Severity } from '../../core/check/finding';
import type { StoredFinding } from '../../core/graph/findings';
import { folderOf, type Reporter } from './report';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Workflow commands: the host shows each finding at its line. */
export const githubReport: Reporter = function* (report, io) {
  const folder = folderOf(report, io);
  for (const { file, findings } of report.files) {
    for (const finding of findings) {
      if (!finding.waiver) yield commandOf(`${folder}${file}`, finding);
    }
  }
};

function commandOf(file: string, finding: StoredFinding): string {
  const { line, column, endLine, endColumn, rule, severity, message } = finding;
  // Columns are only taken within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const at = { file, line, endLine, ...columns, title: rule };
  const properties = Object.entries(at).map(([key, value]) => `${key}=${property(`${value}`)}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
