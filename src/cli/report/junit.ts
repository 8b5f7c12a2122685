import type { Report, Reported, Reporter } from './report';

/** JUnit's XML: a suite a file, a case a finding; errors fail, the rest is told. */
export const junitReport: Reporter = (report) => {
  const all = live(report);
  const suites = new Map<string, Reported[]>();
  for (const finding of all) {
    const found = suites.get(finding.file);
    if (found) found.push(finding);
    else suites.set(finding.file, [finding]);
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="briefwright" tests="${all.length}" failures="${failures(all)}">`,
    ...[...suites].flatMap(([file, findings]) => suite(file, findings)),
    '</testsuites>',
  ];
  return lines.map((line) => `${line}\n`);
};

const live = ({ findings }: Report): Reported[] =>
  findings.filter(({ finding }) => !finding.waiver);
const failures = (findings: readonly Reported[]): number =>
  findings.filter(({ finding }) => finding.severity === 'error').length;

function suite(file: string, findings: readonly Reported[]): string[] {
  return [
    `  <testsuite name="${escaped(file)}" tests="${findings.length}" failures="${failures(findings)}">`,
    ...findings.flatMap(testCase),
    '  </testsuite>',
  ];
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
