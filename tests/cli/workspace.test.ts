import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, sample, temporaryFolder } from './run';

const SEED = 'putin-zelensky-talks-rebuff';
const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');
const briefs = (root: string) => readdirSync(join(root, 'briefs'));

describe('rename', () => {
  it('shows every line and writes nothing', async () => {
    const root = await sample();
    const before = briefs(root).map((name) => read(root, `briefs/${name}`));
    const { code, out } = await run(root, ['rename', SEED, 'talks']);
    expect(code).toBe(0);
    expect(out).toContain(`-Canonical: https://rbtfl.xyz/ko/n/${SEED}`);
    expect(out).toContain('+Canonical: https://rbtfl.xyz/ko/n/talks');
    expect(out).toContain('[[talks]]');
    expect(briefs(root).map((name) => read(root, `briefs/${name}`))).toEqual(before);
  });

  it('carries it out so that no link is lost, and back is byte for byte', async () => {
    const root = await sample();
    const errors = async () =>
      JSON.parse((await run(root, ['check', '--format', 'json'])).out).counts;
    const [before, counts] = [read(root, `briefs/${SEED}.md`), await errors()];
    await run(root, ['rename', SEED, 'talks', '--write', '--redirect']);
    expect(existsSync(join(root, `briefs/${SEED}.md`))).toBe(false);
    expect(await errors()).toEqual(counts);
    expect(read(root, 'redirects.json')).toContain('"to": "talks"');
    await run(root, ['rename', 'talks', SEED, '--write']);
    expect(read(root, `briefs/${SEED}.md`)).toBe(before);
  });

  it('refuses a slug that is taken, and one that is none', async () => {
    const root = await sample();
    const taken = await run(root, ['rename', SEED, 'seoul-chip-tool-licences', '--write']);
    expect(taken.code).toBe(2);
    expect((await run(root, ['rename', SEED, 'No Slug'])).code).toBe(2);
    expect((await run(root, ['rename', SEED, 'x', '--kind', 'verb'])).error).toContain('Kinds');
  });

  it('renames an entity by its slug, and keeps its name', async () => {
    const root = await sample();
    await run(root, ['rename', '--kind', 'entity', 'vladimir-putin', 'putin', '--write']);
    expect(read(root, `briefs/${SEED}.md`)).toContain('/ko/entity/putin)');
    expect(read(root, 'registry/entities.json')).toContain(
      '"slug": "putin", "name": "Vladimir Putin"',
    );
  });
});

describe('export', () => {
  const ready = async (root: string, to: string, ...args: string[]) =>
    run(root, ['export', '--to', to, ...args]);

  it('writes what is ready byte for byte, and holds back the rest', async () => {
    const root = await sample();
    const to = await temporaryFolder('cli');
    const { code, out, error } = await ready(root, to);
    expect(code).toBe(1);
    expect(error).toContain('held back: ');
    expect(out).toContain(`new       ko/n/${SEED}.md`);
    expect(read(to, `ko/n/${SEED}.md`)).toBe(read(root, `briefs/${SEED}.md`));
    expect((await ready(root, to, SEED)).out).toContain('unchanged');
  });

  it('leaves what somebody else has changed', async () => {
    const root = await sample();
    const to = await temporaryFolder('cli');
    await ready(root, to, SEED);
    writeFileSync(join(to, `ko/n/${SEED}.md`), 'theirs');
    const left = await ready(root, to, SEED);
    expect(left.code).toBe(1);
    expect(left.out).toContain('--overwrite');
    expect(read(to, `ko/n/${SEED}.md`)).toBe('theirs');
    expect((await ready(root, to, SEED, '--overwrite')).code).toBe(0);
    expect(read(to, `ko/n/${SEED}.md`)).toBe(read(root, `briefs/${SEED}.md`));
  });

  it('replaces what it wrote itself', async () => {
    const root = await sample();
    const to = await temporaryFolder('cli');
    await ready(root, to, SEED);
    await run(root, ['set', SEED, 'title', 'Another title', '--write']);
    expect((await ready(root, to, SEED, '--dry-run')).out).toContain('changed   ');
    expect(await ready(root, to, SEED)).toMatchObject({ code: 0 });
    expect(read(to, `ko/n/${SEED}.md`)).toContain('# Another title');
  });

  it('asks where to, and never into the briefs', async () => {
    const root = await sample();
    expect((await run(root, ['export'])).error).toContain('--to');
    expect((await ready(root, join(root, 'briefs'))).code).toBe(2);
  });
});

describe('stats and graph', () => {
  it('count what is there', async () => {
    const root = await sample();
    const figures = JSON.parse((await run(root, ['stats', '--format', 'json'])).out);
    const checked = JSON.parse((await run(root, ['check', '--format', 'json'])).out);
    expect(figures).toMatchObject({ briefs: 7, findings: checked.counts });
    expect((await run(root, ['stats'])).out).toContain('7 briefs');
  });

  it('draw the neighbourhood of a brief', async () => {
    const root = await sample();
    const { out } = await run(root, ['graph', '--around', SEED]);
    const { nodes, edges } = JSON.parse(out);
    expect(nodes.some(({ slug }: { slug: string }) => slug === 'vladimir-putin')).toBe(true);
    for (const { from, to } of edges) expect([nodes[from], nodes[to]]).not.toContain(undefined);
    const dot = (await run(root, ['graph', '--format', 'dot', '--no-entities'])).out;
    expect(dot).toMatch(/^digraph briefs \{\n/);
    expect(dot.match(/ -> /g)?.length).toBeGreaterThan(3);
  });

  it('know what they don’t know', async () => {
    const root = await sample();
    expect((await run(root, ['graph', '--around', 'nobody'])).error).toContain('no brief');
    expect((await run(root, ['graph', '--around', SEED, '--depth', '3'])).code).toBe(2);
    expect((await run(root, ['stats', '--format', 'csv'])).code).toBe(2);
  });
});
