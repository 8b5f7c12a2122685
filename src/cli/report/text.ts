import type { Severity } from '../../core/check/finding';
import type { Style } from '../io';
import { folderOf, type Report, type Reporter } from './report';

const COLOURS: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** For people: grouped by file, a path and place that a terminal can open. */
export const textReport: Reporter = function* (report, io) {
  const folder = folderOf(report, io);
  let file: string | null = null;
  for (const { file: of, finding } of report.findings) {
    if (finding.waiver) continue;
    if (of !== file) {
      const path = io.style('bold', `${folder}${of}`);
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

function summary({ briefs, counts }: Report): string {
  const { fixable, waived } = counts;
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
