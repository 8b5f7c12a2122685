import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, sample, temporaryFolder } from './run';

const SEED = 'putin-zelensky-talks-rebuff';

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly range: Record<'start' | 'end', { line: number; column: number }>;
  readonly fix?: { title: string; edits: { range: Found['range']; text: string }[] };
}

async function json(root: string, ...args: string[]) {
  const { out, code } = await run(root, ['check', '--format', 'json', ...args]);
  const report = JSON.parse(out) as {
    version: number;
    workspace: string;
    briefs: number;
    counts: Record<'error' | 'warning' | 'info', number>;
    findings: Found[];
  };
  return { ...report, code };
}

const edit = (root: string, slug: string, change: (text: string) => string): void => {
  const file = join(root, `briefs/${slug}.md`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

/** The seed of the sample, alone with what it links to. */
const lines = (found: readonly Found[], rule: string): number[] =>
  found.filter((one) => one.rule === rule).map(({ range }) => range.start.line);

describe('check', () => {
  it('finds in the published brief what is expected of it, at its lines', async () => {
    const { findings, briefs } = await json(await sample(), SEED);
    expect(briefs).toBe(1);
    expect(lines(findings, 'link/partial-word')).toEqual([11]);
    expect(lines(findings, 'graph/entity-unlisted')).toEqual([12]);
    expect(lines(findings, 'take/unlabelled')).toEqual([41]);
    expect(lines(findings, 'take/summary-missing')).toEqual([44, 46, 48, 50]);
    expect(lines(findings, 'take/quote-missing')).toEqual([42, 44, 46, 48, 50]);
    expect(lines(findings, 'take/source-date')).toEqual([47]);
  });

  it('is sorted by file and place, relative to the workspace', async () => {
    const root = await sample();
    const report = await json(root);
    expect(report).toMatchObject({ version: 1, workspace: root });
    const keys = report.findings.map(({ file, range: { start } }) => [
      file,
      start.line,
      start.column,
    ]);
    const sorted = keys.toSorted(
      ([a = '', m = 0, x = 0], [b = '', n = 0, y = 0]) =>
        (a < b ? -1 : a > b ? 1 : 0) || Number(m) - Number(n) || Number(x) - Number(y),
    );
    expect(keys).toEqual(sorted);
    expect(new Set(report.findings.map(({ file }) => file.split('/')[0]))).toEqual(
      new Set(['briefs']),
    );
  });

  it('says the same with a cache as without, and notices what has changed', async () => {
    const root = await sample();
    const plain = await json(root, '--no-cache');
    expect((await json(root)).findings).toEqual(plain.findings);
    expect((await json(root)).findings).toEqual(plain.findings);
    edit(root, SEED, (text) => text.replace('type: event', 'type: rumour'));
    const after = await json(root);
    expect(lines(after.findings, 'format/type')).not.toEqual(lines(plain.findings, 'format/type'));
    expect(after.findings).toEqual((await json(root, '--no-cache')).findings);
  });

  it('tells by its exit code', async () => {
    const root = await sample();
    expect((await run(root, ['check', SEED])).code).toBe(0);
    expect((await run(root, ['check', SEED, '--max-warnings', '0'])).code).toBe(1);
    expect((await run(root, ['check', SEED, '--max-warnings', '50'])).code).toBe(0);
    edit(root, SEED, (text) => text.slice(1));
    expect((await run(root, ['check', SEED])).code).toBe(1);
    const lost = await run(await temporaryFolder('cli'), ['check']);
    expect(lost).toMatchObject({ code: 2, out: '' });
    writeFileSync(join(root, 'registry/entities.json'), '[{');
    const broken = await run(root, ['check']);
    expect(broken).toMatchObject({ code: 2, out: '' });
    expect(broken.error).toContain('registry/entities.json, line 1');
  });

  it('names a brief that can’t be read', async () => {
    const root = await sample();
    writeFileSync(join(root, 'briefs/latin.md'), Buffer.from([0x23, 0x20, 0xe9]));
    const { code, error } = await run(root, ['check', 'briefs/latin.md']);
    expect(code).toBe(1);
    expect(error).toContain('not UTF-8');
  });

  it('mends what needs no choice, and nothing else', async () => {
    const root = await sample();
    edit(root, SEED, (text) => text.replace(/\d+ takes/, '99 takes'));
    const before = readFileSync(join(root, `briefs/${SEED}.md`), 'utf8');
    const { findings } = await json(root, SEED, '--fix');
    const after = readFileSync(join(root, `briefs/${SEED}.md`), 'utf8');
    expect(lines(findings, 'counts/takes')).toEqual([]);
    expect(lines(findings, 'graph/entity-unlisted')).toEqual([]);
    const changed = before.split('\n').filter((line, at) => line !== after.split('\n')[at]);
    expect(changed.map((line) => line.slice(0, 9))).toEqual(['**Meta:**', '- Entitie']);
    expect(await json(root, SEED, '--fix')).toMatchObject({ findings });
  });

  it('gives the edits of a fix', async () => {
    const root = await sample();
    const { findings } = await json(root, SEED);
    const unlisted = findings.find(({ rule }) => rule === 'graph/entity-unlisted');
    expect(unlisted?.fix?.edits[0]?.text).toContain('Donald Trump');
  });

  it('reports on what a change touches', async () => {
    const root = await sample();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: root,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    expect((await json(root, '--changed', 'HEAD')).briefs).toBe(0);
    edit(root, 'seoul-chip-tool-licences', (text) => `${text}\n`);
    const files = async () =>
      new Set((await json(root, '--changed', 'HEAD')).findings.map(({ file }) => file));
    expect(await files()).toContain('briefs/seoul-chip-tool-licences.md');
    expect((await json(root, '--changed', 'HEAD')).briefs).toBeLessThan(7);
    rmSync(join(root, `briefs/g7-evian-macron-ukraine-pivot.md`));
    expect(await files()).toContain(`briefs/${SEED}.md`);
    const bad = await run(root, ['check', '--changed', 'no-such-rev']);
    expect(bad.code).toBe(2);
    expect(bad.error).toContain('git');
  });
});

describe('the formats', () => {
  it('text is for people', async () => {
    const { out } = await run(await sample(), ['check', SEED]);
    expect(out).toMatch(/^briefs\/putin-zelensky-talks-rebuff\.md\n {2}11:\d+ /);
    expect(out).toMatch(/1 brief: 0 errors, \d+ warnings, \d+ info \(\d+ with a fix\)\n$/);
  });

  it('SARIF names each rule and place', async () => {
    const { out } = await run(await sample(), ['check', '--format', 'sarif', SEED]);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [first] = log.runs[0].results;
    expect(log.runs[0].tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId);
    expect(first.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
  });

  it('workflow commands escape what would end them', async () => {
    const root = await sample();
    edit(root, SEED, (text) => text.replace('type: event', 'type: a,b:%'));
    const { out } = await run(root, ['check', '--format', 'github', SEED]);
    const line = out.split('\n').find((one) => one.includes('format/type')) ?? '';
    expect(line).toMatch(/^::error file=briefs\/putin-zelensky-talks-rebuff\.md,line=\d+,/);
    expect(line.split('::')[2]).toContain('%25');
  });

  it('JUnit fails for errors only, and is well-formed whatever stands in a brief', async () => {
    const root = await sample();
    edit(root, SEED, (text) => text.replace('type: event', 'type: <&"\u0001'));
    const { out } = await run(root, ['check', '--format', 'junit', SEED]);
    expect(out.match(/<failure /g)).toHaveLength(1);
    expect(out).toContain('&lt;&amp;&quot;\uFFFD');
    expect(out).not.toContain('\u0001');
  });

  it('there is no other', async () => {
    const { code, error } = await run(await sample(), ['check', '--format', 'html']);
    expect(code).toBe(2);
    expect(error).toContain('junit');
  });

  it('waits for the reader of a long report', async () => {
    const root = await sample();
    const before = await run(root, ['check']);
    for (let copy = 0; copy < 40; copy++) {
      const text = readFileSync(join(root, `briefs/${SEED}.md`), 'utf8');
      writeFileSync(join(root, `briefs/copy-${copy}.md`), text);
    }
    let [waiting, pieces, out] = [0, 0, ''];
    const { code } = await run(root, ['check'], '', {
      out: (piece) => {
        out += piece;
        pieces++;
        waiting++;
        expect(waiting).toBe(1);
      },
      taken: async () => {
        await new Promise(setImmediate);
        waiting = 0;
      },
    });
    expect(code).toBe(before.code);
    expect(pieces).toBeGreaterThan(3);
    expect(out).toBe((await run(root, ['check'])).out);
  });
});
