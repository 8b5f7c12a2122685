import type { StoredFinding } from '../../core/graph/findings';
import type { Reporter } from './report';

/** JUnit's XML: a suite a file, a case a finding; errors fail, the rest is told. */
export const junitReport: Reporter = function* ({ counts, files }) {
  const tests = counts.error + counts.warning + counts.info;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="briefwright" tests="${tests}" failures="${counts.error}">\n`;
  for (const { file, findings } of files) {
    const told = findings.filter(({ waiver }) => !waiver);
    if (told.length > 0) yield suite(file, told);
  }
  yield '</testsuites>\n';
};

function suite(file: string, findings: readonly StoredFinding[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const cases = findings.map((finding) => testCase(file, finding)).join('');
  return `  <testsuite name="${escaped(file)}" tests="${findings.length}" failures="${failures}">
${cases}  </testsuite>
`;
}

function testCase(file: string, { line, column, rule, severity, message }: StoredFinding): string {
  const place = `${file}:${line}:${column}`;
  const inner =
    severity === 'error'
      ? `<failure type="${rule}" message="${escaped(message)}">${escaped(place)}</failure>`
      : `<system-out>${escaped(`${severity}: ${message} (${place})`)}</system-out>`;
  return `    <testcase classname="${escaped(file)}" name="${escaped(`${rule} ${line}:${column}`)}">${inner}</testcase>
`;
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
