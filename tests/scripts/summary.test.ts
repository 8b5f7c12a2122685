import { describe, expect, test } from 'vitest';
import { countTests, summarise } from '../../scripts/lib/summary.mjs';

const passing = { code: 0, count: { passed: 3, failed: 0 } };

describe('the count of a run', () => {
  test('takes a file that broke before its first test for one failure', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}, {}] },
      ],
    };
    expect(countTests(report)).toEqual({ passed: 2, failed: 2 });
  });
});

describe('the last line', () => {
  test('sums over the runs', () => {
    const runs = [passing, { code: 1, count: { passed: 4, failed: 2 } }];
    expect(summarise(runs)).toEqual({ code: 1, line: '7 passed, 2 failed' });
    expect(summarise([passing, passing])).toEqual({ code: 0, line: '6 passed, 0 failed' });
  });

  test.each([
    ['had no tests', { code: 0, count: { passed: 0, failed: 0 } }],
    ['left no report', { code: 0, count: null }],
    ['ended badly though its tests passed', { code: 1, count: { passed: 1, failed: 0 } }],
  ])('comes with a failure when a run %s', (_, run) => {
    expect(summarise([passing, run]).code).toBe(1);
  });

  test('comes with a failure when nothing ran at all', () => {
    expect(summarise([]).code).toBe(1);
  });
});
