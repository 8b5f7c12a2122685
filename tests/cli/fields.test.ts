import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, sample, temporaryFolder } from './run';

const SEED = 'putin-zelensky-talks-rebuff';
const seedFile = (root: string) => join(root, `briefs/${SEED}.md`);

describe('show', () => {
  it('prints the very bytes as Markdown, whatever the line breaks and the mark', async () => {
    const root = await sample();
    const odd = Buffer.from('\ufeff# Odd\r\n> dek\r\n\r\nno brief at all\r\n', 'utf8');
    writeFileSync(join(root, 'briefs/odd.md'), odd);
    for (const slug of [SEED, 'odd']) {
      const { bytes, code } = await run(root, ['show', slug, '--format', 'markdown']);
      expect(code).toBe(0);
      expect(bytes.equals(readFileSync(join(root, `briefs/${slug}.md`)))).toBe(true);
    }
  });

  it('prints every part as JSON', async () => {
    const { out } = await run(await sample(), ['show', `briefs/${SEED}.md`]);
    const shown = JSON.parse(out);
    expect(shown).toMatchObject({ slug: SEED, type: 'event', counts: { takes: 7 } });
    expect(shown.lenses[0].takes[0]).toMatchObject({ lang: 'ru' });
    expect(shown.links[0]).toMatchObject({ kind: 'inline', line: expect.any(Number) });
    expect(shown.unread).toEqual([]);
  });

  it('knows two formats', async () => {
    const { code, error } = await run(await sample(), ['show', SEED, '--format', 'xml']);
    expect(code).toBe(2);
    expect(error).toContain('no format “xml”');
  });
});

describe('get', () => {
  it.each([
    ['date', /^\d{4}-\d\d-\d\d\n$/],
    ['numbers[0].value', /^\S+\n$/],
    ['takes[2].lens', /^\S.*\n$/],
  ])('prints %s', async (field, text) => {
    const { out, code } = await run(await sample(), ['get', SEED, field]);
    expect(code).toBe(0);
    expect(out).toMatch(text);
  });

  it('says what there is where a part is missing', async () => {
    const { code, out, error } = await run(await sample(), ['get', SEED, 'takes[99].quote']);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain('takes[0].outlet');
  });

  it('refuses a name that is no field, and a brief that is not there', async () => {
    const root = await sample();
    expect((await run(root, ['get', SEED, 'headline'])).code).toBe(2);
    expect((await run(root, ['get', 'no-such-brief', 'title'])).error).toContain('is not there');
    expect((await run(await temporaryFolder('cli'), ['get', SEED, 'title'])).error).toContain(
      'init',
    );
  });
});

describe('set', () => {
  it('shows the difference and leaves the file alone', async () => {
    const root = await sample();
    const before = readFileSync(seedFile(root));
    const { out, code } = await run(root, ['set', SEED, 'date', '2026-06-14']);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => /^[+-]\*/.test(line))).toHaveLength(2);
    expect(readFileSync(seedFile(root)).equals(before)).toBe(true);
  });

  it('writes that field and no other byte', async () => {
    const root = await sample();
    const before = readFileSync(seedFile(root), 'utf8');
    await run(root, ['set', SEED, 'title', 'Talks', '--write']);
    const after = readFileSync(seedFile(root), 'utf8');
    expect(after).toBe(before.replace(/^# .*/, '# Talks'));
  });

  it('moves a take to a lens, and the counts follow', async () => {
    const root = await sample();
    const takes = (await run(root, ['get', SEED, 'takes[0].lens'])).out;
    await run(root, ['set', SEED, 'takes[0].lens', 'a new lens', '--write']);
    const shown = JSON.parse((await run(root, ['show', SEED])).out);
    expect(takes).not.toBe('a new lens\n');
    const moved = shown.lenses.find(({ name }: { name: string }) => name === 'a new lens');
    expect(moved.takes).toHaveLength(1);
    const meta = readFileSync(seedFile(root), 'utf8').split('\n')[3];
    expect(meta).toContain(`${shown.counts.lenses} lens`);
  });

  it('reads a value from the standard input', async () => {
    const root = await sample();
    await run(root, ['set', SEED, 'summary', '-', '--write'], 'One line.\n');
    expect((await run(root, ['get', SEED, 'summary'])).out).toBe('One line.\n');
  });

  it('says why it refuses', async () => {
    const { code, error } = await run(await sample(), ['set', SEED, 'lenses[9].name', 'none']);
    expect(code).toBe(2);
    expect(error).toContain('was not set');
  });
});

describe('new and init', () => {
  it('make a workspace and a brief that has but its empty sections to report', async () => {
    const root = await temporaryFolder('cli');
    await run(root, ['init', '--site', 'https://example.org', '--prefix', 'en']);
    const made = await run(root, ['new', 'port-strike', '--date', '2026-06-12']);
    expect(made.out).toBe('briefs/port-strike.md\n');
    const text = readFileSync(join(root, 'briefs/port-strike.md'), 'utf8');
    expect(text).toMatch(/^# Port strike\n/);
    expect(text).toContain('Canonical: https://example.org/en/n/port-strike');
  });

  it('replace nothing', async () => {
    const root = await sample();
    expect((await run(root, ['init'])).error).toContain('is a workspace already');
    expect((await run(root, ['new', SEED])).error).toContain('is there already');
    expect((await run(root, ['new', 'No Slug'])).error).toContain('is no slug');
  });
});

describe('the command line', () => {
  it('tells of itself', async () => {
    const root = await temporaryFolder('cli');
    expect((await run(root, ['--help'])).out).toContain('check');
    expect((await run(root, ['set', '--help'])).out).toContain('--write');
    expect((await run(root, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('says what it does not know', async () => {
    const root = await temporaryFolder('cli');
    expect((await run(root, ['lint'])).error).toContain('no command “lint”');
    expect((await run(root, ['get', 'x'])).error).toContain('Use it as');
    expect(await run(root, ['get', '--loud', 'x', 'y'])).toMatchObject({ code: 2 });
  });
});
