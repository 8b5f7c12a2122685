import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/core/check/finding';
import { brokenWorkspace } from '../support/broken';
import { run } from './run';

describe('a workspace with every rule broken', () => {
  it('is reported with every rule', async () => {
    const { out, code } = await run(await brokenWorkspace(), ['check', '--format', 'json']);
    const { findings } = JSON.parse(out) as { findings: { rule: string; waiver?: unknown }[] };
    expect(code).toBe(1);
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([...RULE_IDS].sort());
    expect(findings.filter(({ waiver }) => waiver)).toHaveLength(1);
  });
});
