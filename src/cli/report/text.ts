import type { Severity } from '../../core/check/finding';
import type { StoredFinding } from '../../core/graph/findings';
import type { Io } from '../io';
import { folderOf, type Report, type Reporter } from './report';

/** For people: grouped by file, a path and place that a terminal can open. */
export const textReport: Reporter = function* (report, io) {
  const folder = folderOf(report, io);
  const lineOf = lineIn(io);
  let isFirst = true;
  for (const { file, findings } of report.files) {
    let lines = '';
    for (const finding of findings) if (!finding.waiver) lines += lineOf(finding);
    if (lines === '') continue;
    yield `${isFirst ? '' : '\n'}${io.style('bold', `${folder}${file}`)}\n${lines}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n'}${summary(report)}\n`;
};

function lineIn({ style }: Pick<Io, 'style'>) {
  const severities: Readonly<Record<Severity, string>> = {
    error: style('red', 'error  '),
    warning: style('yellow', 'warning'),
    info: style('cyan', 'info   '),
  };
  return ({ line, column, severity, message, rule }: StoredFinding): string => {
    const place = `${line}:${column}`.padEnd(8);
    return `  ${style('dim', place)}${severities[severity]}  ${message}  ${style('dim', rule)}\n`;
  };
}

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
