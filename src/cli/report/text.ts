import { join, relative } from 'node:path';
import type { Severity } from '../../core/check/finding';
import type { Style } from '../io';
import type { Report, Reporter } from './report';

const COLOURS: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** For people: grouped by file, a path and place that a terminal can open. */
export const textReport: Reporter = (report, io) => {
  const lines: string[] = [];
  let file: string | null = null;
  for (const finding of report.findings) {
    if (finding.waiver) continue;
    if (finding.file !== file) {
      file = finding.file;
      lines.push(
        ...(lines.length > 0 ? [''] : []),
        io.style('bold', relative(io.cwd, join(report.workspace, file))),
      );
    }
    const place = `${finding.line}:${finding.column}`.padEnd(8);
    const severity = io.style(COLOURS[finding.severity], finding.severity.padEnd(7));
    lines.push(
      `  ${io.style('dim', place)}${severity}  ${finding.message}  ${io.style('dim', finding.rule)}`,
    );
  }
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(report), ''].join('\n');
};

function summary({ briefs, counts, findings }: Report): string {
  const waived = findings.filter(({ waiver }) => waiver).length;
  const fixable = findings.filter(({ fix, waiver }) => fix !== null && !waiver).length;
  const found = [
    count(counts.error, 'error'),
    count(counts.warning, 'warning'),
    `${counts.info} info`,
  ].join(', ');
  const more = [
    ...(fixable > 0 ? [`${fixable} with a fix`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return `${count(briefs, 'brief')}: ${found}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
