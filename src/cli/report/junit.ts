import type { Reported, Reporter } from './report';

/** JUnit's XML: a suite a file, a case a finding; errors fail, the rest is told. */
export const junitReport: Reporter = function* ({ counts, findings }) {
  const tests = counts.error + counts.warning + counts.info;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="briefwright" tests="${tests}" failures="${counts.error}">\n`;
  let suite: Reported[] = [];
  for (const reported of findings) {
    if (reported.finding.waiver) continue;
    if (suite[0] && suite[0].file !== reported.file) {
      yield* linesOf(suite);
      suite = [];
    }
    suite.push(reported);
  }
  yield* linesOf(suite);
  yield '</testsuites>\n';
};

/** The suite of a file. */
function* linesOf(findings: readonly Reported[]): Generator<string> {
  const [first] = findings;
  if (!first) return;
  const failures = findings.filter(({ finding }) => finding.severity === 'error').length;
  yield `  <testsuite name="${escaped(first.file)}" tests="${findings.length}" failures="${failures}">\n`;
  for (const reported of findings) for (const line of testCase(reported)) yield `${line}\n`;
  yield '  </testsuite>\n';
}

function testCase({ file, finding }: Reported): string[] {
  const { line, column, rule, severity, message } = finding;
  const place = `${file}:${line}:${column}`;
  const inner =
    severity === 'error'
      ? `<failure type="${rule}" message="${escaped(message)}">${escaped(place)}</failure>`
      : `<system-out>${escaped(`${severity}: ${message} (${place})`)}</system-out>`;
  return [
    `    <testcase classname="${escaped(file)}" name="${escaped(`${rule} ${line}:${column}`)}">${inner}</testcase>`,
  ];
}

/** What XML can't hold at all is replaced, what it reads otherwise is escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
