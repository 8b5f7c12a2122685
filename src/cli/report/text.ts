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
export const textReport: Reporter = function* (report, io) {
  let file: string | null = null;
  for (const { file: of, finding } of report.findings) {
    if (finding.waiver) continue;
    if (of !== file) {
      const path = io.style('bold', relative(io.cwd, join(report.workspace, of)));
      yield file === null ? `${path}\n` : `\n${path}\n`;
      file = of;
    }
    const place = `${finding.line}:${finding.column}`.padEnd(8);
    const severity = io.style(COLOURS[finding.severity], finding.severity.padEnd(7));
    yield `  ${io.style('dim', place)}${severity}  ${finding.message}  ${io.style('dim', finding.rule)}
`;
  }
  yield file === null ? '' : '\n';
  yield `${summary(report)}\n`;
};

function summary({ briefs, counts, fixable, waived }: Report): string {
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
