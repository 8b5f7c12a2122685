/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults?: { status: string, assertionResults: unknown[] }[] }} Report vitest's JSON report
 */

/**
 * Counts the tests of a run. A file that fails before its first test counts as one failed.
 * @param {Report} report
 * @returns {Count}
 */
export function countTests(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * The exit code and the last line of a test command.
 * @param {readonly { code: number, count: Count | null }[]} runs null when a run left no report
 * @returns {{ code: number, line: string }}
 */
export function summarise(runs) {
  const sum = (key) => runs.reduce((total, { count }) => total + (count?.[key] ?? 0), 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const ran = runs.every(({ code, count }) => code === 0 && count !== null && count.passed > 0);
  return {
    code: ran && runs.length > 0 && failed === 0 ? 0 : 1,
    line: `${passed} passed, ${failed} failed`,
  };
}
