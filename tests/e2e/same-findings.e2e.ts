import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Bridge } from '../../src/bridge/contract';
import type { FoundFinding } from '../../src/core/graph/findings';
import { launch } from '../support/app';
import { brokenWorkspace } from '../support/broken';
import { CHECKOUT } from '../support/folders';
import { ALL_FINDINGS } from '../support/graph';
import { until } from './support';

interface Said {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
  readonly waiver?: unknown;
}

it('finds in the app what the command line finds', async () => {
  const workspace = await brokenWorkspace();
  const { page, close, pageErrors } = await launch({ workspace });
  const told = await byCommandLine(workspace);
  expect(told.length).toBeGreaterThan(60);
  // The app answers from what it has checked so far.
  await until(async () => (await byApp(page)).length, told.length);
  expect(await byApp(page)).toEqual(told);
  expect(pageErrors).toEqual([]);
  await close();
});

async function byApp(page: Page): Promise<Said[]> {
  const items = await page.evaluate(async (query) => {
    const { briefwright } = globalThis as unknown as { briefwright: Bridge };
    const all: FoundFinding[] = [];
    for (let total = 1; all.length < total; ) {
      const answered = await briefwright.findings({ ...query, offset: all.length });
      if (answered.kind !== 'answer') throw new Error(answered.problem.message);
      total = answered.answer.total;
      all.push(...answered.answer.items);
    }
    return all;
  }, ALL_FINDINGS);
  return sorted(
    items.map(({ slug, rule, severity, message, waiver, ...at }) => ({
      file: `briefs/${slug}.md`,
      rule,
      severity,
      message,
      range: {
        start: { line: at.line, column: at.column },
        end: { line: at.endLine, column: at.endColumn },
      },
      ...(waiver ? { waiver } : {}),
    })),
  );
}

async function byCommandLine(workspace: string): Promise<Said[]> {
  const program = join(CHECKOUT, 'out/cli/briefwright.js');
  const args = [program, 'check', '--no-cache', '--format', 'json', workspace];
  const out = await new Promise<string>((resolve) => {
    // It ends with 1: there are errors.
    execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
  });
  const { findings } = JSON.parse(out) as { findings: Said[] };
  return sorted(
    findings.map(({ file, rule, severity, message, range, waiver }) => ({
      file,
      rule,
      severity,
      message,
      range,
      ...(waiver ? { waiver } : {}),
    })),
  );
}

const keyOf = ({ file, rule, message, range }: Said): string =>
  JSON.stringify([file, rule, message, range]);

const sorted = (all: Said[]): Said[] => all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
