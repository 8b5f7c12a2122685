import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../src/disk/engine/check';
import type { Checked } from '../../../src/disk/engine/checked';
import { writeCache } from '../../../src/disk/engine/cache/cache';
import { readCache } from '../../../src/disk/engine/cache/kept';
import { piecesOf, type ReadAt, readSections } from '../../../src/disk/engine/cache/sections';
import { briefRelatedTo, SMALL_BRIEF, SMALL_ENTITIES, SMALL_SETTINGS } from '../../support/brief';
import { slug, text, waiver } from '../../support/worlds';
import { fill, temporary } from '../temporary';
import { builtHalf } from './built-worker';

/** Long ago: a file of then is not in doubt. */
const THEN = 1_700_000_000;

const MORE = '[Nobody](/ko/entity/nobody).\n\n## By';

/** Briefs of which each lists the next, so that most are in a relation. */
async function workspace(count = 60): Promise<string> {
  const root = await temporary();
  const nameOf = (index: number) => `brief-${index % count}`;
  const briefs = Array.from({ length: count }, (_, index) => [
    `briefs/${nameOf(index)}.md`,
    SMALL_BRIEF.replace('[[other]]', `[[${nameOf(index + 1)}]]`)
      .replace('/ko/n/other', `/ko/n/${nameOf(index + 2)}`)
      .replace('/n/small', `/n/${nameOf(index)}`),
  ]);
  await fill(root, {
    'briefwright.json': JSON.stringify(SMALL_SETTINGS),
    'registry/entities.json': JSON.stringify(SMALL_ENTITIES),
    ...(Object.fromEntries(briefs) as Record<string, string>),
  });
  for (let index = 0; index < count; index++) await age(root, nameOf(index));
  return root;
}

const fileOf = (root: string, slug: string) => join(root, `briefs/${slug}.md`);
const cacheOf = (root: string) => join(root, '.briefwright/index-cache');
const bytesOf = (bytes: Buffer): ReadAt => {
  return (from, length) => bytes.subarray(from, from + length);
};
const keptIn = async (root: string) => readCache(bytesOf(await readFile(cacheOf(root))));
const age = (root: string, slug: string) => utimes(fileOf(root, slug), THEN, THEN);

const anew = async (root: string) => plain(await checkWorkspace(root, { cache: false }));
const cached = async (root: string) => plain(await checkWorkspace(root, { cache: true }));

/** What was found, to be compared as a whole. */
function plain({ problems, unread, slugs, findings }: Checked) {
  return { problems, unread, findings: new Map(slugs.map((slug) => [slug, findings(slug)])) };
}

type Found = ReturnType<typeof plain>;

async function expectSame(root: string): Promise<Found> {
  const found = await cached(root);
  expect(found).toEqual(await anew(root));
  return found;
}

describe('a cache', () => {
  it('is made, and gives what is found without it', async () => {
    const root = await workspace();
    const first = await cached(root);
    expect(existsSync(cacheOf(root))).toBe(true);
    expect(await readFile(join(root, '.briefwright/.gitignore'), 'utf8')).toBe('*\n');
    expect([...first.findings.keys()]).toHaveLength(60);
    expect(await expectSame(root)).toEqual(first);
  });

  it('is gone by: what it holds of a file that is the same is what is found', async () => {
    const root = await workspace();
    await cached(root);
    const kept = await keptIn(root);
    if (!kept) throw new Error('Nothing was kept');
    const briefs = kept.slugs.map((slug, place) => {
      const findings = slug === 'brief-3' ? [] : kept.findings(place);
      return { slug, state: kept.state(place), record: kept.record(place), findings };
    });
    await writeFile(cacheOf(root), Buffer.concat(writeCache(kept.key, kept.savedAt, briefs, {})));
    const found = await cached(root);
    expect(found.findings.get('brief-3')).toEqual([]);
    expect((await anew(root)).findings.get('brief-3')).not.toEqual([]);
  });

  it('is neither read nor written where it is not wanted', async () => {
    const root = await workspace();
    await anew(root);
    expect(existsSync(join(root, '.briefwright'))).toBe(false);
  });

  it('holds for all but what has changed, come or gone', async () => {
    const root = await workspace();
    await cached(root);
    await writeFile(fileOf(root, 'brief-3'), briefRelatedTo('brief-2'));
    await expectSame(root);
    await unlink(fileOf(root, 'brief-7'));
    await expectSame(root);
    await writeFile(fileOf(root, 'brief-7'), briefRelatedTo('brief-8', 'brief-6'));
    await writeFile(fileOf(root, 'new'), briefRelatedTo('brief-1'));
    const found = await expectSame(root);
    expect(found.findings.has('new')).toBe(true);
  });

  it('does not trust a file that is as old as itself, though size and time are the same', async () => {
    const root = await workspace();
    const path = fileOf(root, 'brief-5');
    await writeFile(path, briefRelatedTo('brief-1'));
    const before = await stat(path);
    await cached(root);
    await writeFile(path, briefRelatedTo('brief-2'));
    await utimes(path, before.atimeMs / 1000, before.mtimeMs / 1000);
    expect((await stat(path)).size).toBe(before.size);
    await expectSame(root);
  });

  it('trusts the bytes of a file whose time alone has changed', async () => {
    const root = await workspace();
    const first = await cached(root);
    await utimes(fileOf(root, 'brief-5'), THEN + 60, THEN + 60);
    expect(await cached(root)).toEqual(first);
  });

  it('is passed over where settings, registries or waivers are others', async () => {
    const root = await workspace();
    await cached(root);
    const settings = { ...SMALL_SETTINGS, rules: { 'graph/one-way': 'error' } };
    await writeFile(join(root, 'briefwright.json'), JSON.stringify(settings));
    const strict = await expectSame(root);
    expect(strict.findings.get('brief-0')?.some(({ severity }) => severity === 'error')).toBe(true);
    await writeFile(join(root, 'registry/entities.json'), '[]');
    await expectSame(root);
    const waiver = {
      rule: 'graph/one-way',
      slug: 'brief-0',
      text: 'brief-1',
      reason: 'x',
      by: 'Ada',
    };
    await writeFile(join(root, 'registry/waivers.json'), JSON.stringify([waiver]));
    const waived = await expectSame(root);
    expect(waived.findings.get('brief-0')?.some((finding) => finding.waiver !== null)).toBe(true);
  });

  it('follows the published folders', async () => {
    const root = await workspace();
    const settings = { ...SMALL_SETTINGS, published: ['site'] };
    await fill(root, {
      'briefwright.json': JSON.stringify(settings),
      'site/ko/n/old.md': briefRelatedTo('brief-0'),
      'briefs/brief-0.md': briefRelatedTo('old', 'older'),
    });
    await expectSame(root);
    await expectSame(root);
    await writeFile(join(root, 'site/ko/n/old.md'), briefRelatedTo());
    await expectSame(root);
    await writeFile(join(root, 'site/ko/n/older.md'), briefRelatedTo('brief-0'));
    await expectSame(root);
    await unlink(join(root, 'site/ko/n/old.md'));
    await expectSame(root);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut to its head', (bytes: Buffer) => bytes.subarray(0, 30)],
    ['empty', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('{"version": 1}')],
  ])('that is %s is made anew', async (_, damage) => {
    const root = await workspace();
    await cached(root);
    const whole = await readFile(cacheOf(root));
    await writeFile(cacheOf(root), damage(Buffer.from(whole)));
    expect(await keptIn(root)).toBeNull();
    await expectSame(root);
    expect(await keptIn(root)).not.toBeNull();
  });

  it('with one bit turned in any part finds the same', async () => {
    const root = await workspace();
    await cached(root);
    const whole = await readFile(cacheOf(root));
    const sections = Object.values(readSections(bytesOf(whole)) ?? {});
    const parts = sections.filter(({ length }) => length > 0);
    expect(parts.length).toBeGreaterThan(9);
    const found = await anew(root);
    for (const part of parts) {
      const at = part.byteOffset - whole.byteOffset + Math.floor(part.length / 2);
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      await writeFile(cacheOf(root), damaged);
      expect(await keptIn(root)).toBeNull();
      expect(await cached(root)).toEqual(found);
    }
  });

  it('is not read whole where only texts have changed', async () => {
    const root = await workspace();
    await cached(root);
    const before = await stat(cacheOf(root));
    const text = await readFile(fileOf(root, 'brief-3'), 'utf8');
    await writeFile(
      fileOf(root, 'brief-3'),
      text.replace('who decides.', 'who decides, and when. [x](/ko/entity/nobody)'),
    );
    const whole = await readFile(cacheOf(root));
    const records = readSections(bytesOf(whole), new Set(['records']))?.['records'];
    records?.fill(0);
    await writeFile(cacheOf(root), whole);
    await expectSame(root);
    expect((await stat(cacheOf(root))).ino).toBe(before.ino);
  });

  it('holds through any changes', async () => {
    const root = await temporary();
    // Written anew, taken away, or another in what only its own findings hang on.
    const change = fc.oneof(text, fc.constant(null), fc.constant(MORE));
    const step = fc.dictionary(slug, change, { maxKeys: 2 });
    const world = {
      briefs: fc.dictionary(slug, text),
      waivers: fc.array(waiver, { maxLength: 2 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(world), fc.array(step), async ({ briefs, waivers }, steps) => {
        await rm(root, { recursive: true });
        await fill(root, {
          'briefwright.json': JSON.stringify(SMALL_SETTINGS),
          'registry/entities.json': JSON.stringify(SMALL_ENTITIES),
          'registry/waivers.json': JSON.stringify(waivers),
          'briefs/first.md': SMALL_BRIEF,
        });
        for (const changes of [briefs, ...steps]) {
          for (const [name, now] of Object.entries(changes)) {
            const path = fileOf(root, name);
            if (now === null) await rm(path, { force: true });
            else if (now !== MORE) await writeFile(path, now);
            else if (existsSync(path)) {
              await writeFile(path, (await readFile(path, 'utf8')).replace('\n## By', MORE));
            }
          }
          await expectSame(root);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of another version, or other rules, is no cache', () => {
    const key = { surroundings: 'x', day: '' };
    const bytes = Buffer.concat(writeCache(key, 0, [], {}));
    expect(readCache(bytesOf(bytes))?.slugs).toEqual([]);
    const sections = readSections(bytesOf(bytes));
    const header = Buffer.from(sections?.['header'] ?? []).toString('utf8');
    for (const other of [
      header.replace(/"version":\d+/, '"version":0'),
      header.replace('"format/title",', ''),
    ]) {
      expect(other).not.toBe(header);
      const others = Object.entries({ ...sections, header: Buffer.from(other, 'utf8') });
      const pieces = piecesOf(Object.fromEntries(others.map(([name, one]) => [name, [one]])));
      const changed = Buffer.concat(pieces);
      expect(readSections(bytesOf(changed))).not.toBeNull();
      expect(readCache(bytesOf(changed))).toBeNull();
    }
  });

  it('is not written where the settings can’t be read', async () => {
    const root = await workspace();
    await writeFile(join(root, 'briefwright.json'), '{');
    const { problems } = await cached(root);
    expect(problems[0]?.file).toBe('briefwright.json');
    expect(existsSync(cacheOf(root))).toBe(false);
  });

  it('is not read once it is gone', async () => {
    const root = await workspace();
    await cached(root);
    await rm(cacheOf(root));
    await expectSame(root);
  });
});

describe('a second thread', () => {
  it('changes nothing of what is found', async () => {
    const root = await workspace(1_600);
    await writeFile(fileOf(root, 'brief-1'), Buffer.from([0x23, 0x20, 0xe9]));
    await writeFile(fileOf(root, 'My Brief'), 'x');
    const alone = await anew(root);
    expect(alone.findings.size).toBe(1_599);
    const helper = await builtHalf();
    expect(plain(await checkWorkspace(root, { cache: true, helper }))).toEqual(alone);
    expect(await cached(root)).toEqual(alone);
  });

  it('is not missed where it does not start', async () => {
    const root = await workspace(1_600);
    const helper = join(root, 'nowhere.mjs');
    const found = plain(await checkWorkspace(root, { cache: false, helper }));
    expect(found).toEqual(await anew(root));
  });
});

describe('a file that can’t be read', () => {
  it('is named, and is a known brief all the same', async () => {
    const root = await workspace();
    await writeFile(fileOf(root, 'brief-1'), Buffer.from([0x23, 0x20, 0xe9]));
    await writeFile(fileOf(root, 'My Brief'), 'x');
    for (const found of [await anew(root), await cached(root), await expectSame(root)]) {
      expect([...found.unread.keys()]).toEqual(['My Brief', 'brief-1']);
      expect(found.findings.has('brief-1')).toBe(false);
      const rules = found.findings.get('brief-0')?.map(({ rule }) => rule);
      expect(rules).not.toContain('link/brief-unknown');
    }
  });
});
