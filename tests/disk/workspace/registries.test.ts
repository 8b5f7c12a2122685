import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registryCalls } from '../../../src/main/calls/registry';
import { entitiesOf, rowsOf, SETTINGS, stage, type Stage, workspace } from '../../main/support';

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return { ...made, calls: registryCalls(made), state: result.workspace };
}

const ENTITIES = 'registry/entities.json';
const WAIVERS = 'registry/waivers.json';
const BAD = '[\n  {"slug": "a", "name": "A"},\n  {"slug": "b", "nam\n]\n';

describe('the registries', () => {
  it('take a record in and change no other line', async () => {
    const text =
      '[\n  {"slug": "a-a",  "name": "A", "note": "kept"},\n  {"slug": "c", "name": "C"}\n]\n';
    const root = await workspace({ [ENTITIES]: text });
    const { calls, listener } = await opened(root);
    expect(await calls.addEntity({ slug: 'b', name: 'B', aliases: ['Bee'] })).toEqual({
      kind: 'done',
    });
    const lines = text.split('\n');
    lines.splice(2, 0, '  {"slug": "b", "name": "B", "aliases": ["Bee"]},');
    expect(await readFile(join(root, ENTITIES), 'utf8')).toBe(lines.join('\n'));
    const told = await listener.heard('workspace', (patch) => 'entities' in patch);
    expect(entitiesOf(told)).toEqual(['a-a', 'c', 'b']);
    expect(await calls.addEntity({ slug: 'b', name: 'Other' })).toMatchObject({
      problem: { code: 'exists' },
    });
  });

  it('put many records at once, and take others out', async () => {
    const root = await workspace({
      [ENTITIES]: '[\n  {"slug": "a", "name": "A"},\n  {"slug": "c",  "name": "C"}\n]\n',
    });
    const { calls, listener } = await opened(root);
    const put = [
      { slug: 'd', name: 'D' },
      { slug: 'b', name: 'B' },
    ];
    expect(await calls.putEntities(put, ['a', 'x'])).toEqual({ kind: 'done' });
    expect(await readFile(join(root, ENTITIES), 'utf8')).toBe(
      '[\n  {"slug": "b", "name": "B"},\n  {"slug": "c",  "name": "C"},\n  {"slug": "d", "name": "D"}\n]\n',
    );
    const told = await listener.heard('workspace', (patch) => 'entities' in patch);
    expect(entitiesOf(told).sort()).toEqual(['b', 'c', 'd']);
  });

  it('make a file that was not there', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    await calls.addOutlet({ name: 'CNN', domains: ['cnn.com'] });
    expect(await readFile(join(root, 'registry/outlets.json'), 'utf8')).toBe(
      '[\n  {"name": "CNN", "domains": ["cnn.com"]}\n]\n',
    );
  });

  it('take in what another program wrote meanwhile', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    await writeFile(join(root, ENTITIES), '[\n  {"slug": "x", "name": "X"}\n]\n');
    await calls.addEntity({ slug: 'y', name: 'Y' });
    expect(await readFile(join(root, ENTITIES), 'utf8')).toBe(
      '[\n  {"slug": "x", "name": "X"},\n  {"slug": "y", "name": "Y"}\n]\n',
    );
  });

  it('are never written over where they do not parse, and say where the fault is', async () => {
    const root = await workspace({ [ENTITIES]: BAD });
    const { calls, state } = await opened(root);
    expect(state.problems).toMatchObject([
      { file: ENTITIES, code: 'not-json', place: { line: 3 }, lastGood: false },
    ]);
    expect(state.problems[0]?.message).toContain(`${ENTITIES}, line 3, column `);
    expect(await calls.addEntity({ slug: 'b', name: 'B' })).toMatchObject({ kind: 'problem' });
    expect(await readFile(join(root, ENTITIES), 'utf8')).toBe(BAD);
  });

  it('go on with the last good copy, and bring it back on demand', async () => {
    const root = await workspace();
    const good = await readFile(join(root, ENTITIES), 'utf8');
    const first = await opened(root);
    await first.desk.close();
    await writeFile(join(root, ENTITIES), BAD);
    const { calls, state } = await opened(root);
    expect(entitiesOf(state)).toEqual(['vladimir-putin']);
    expect(state.problems).toMatchObject([{ file: ENTITIES, lastGood: true }]);
    expect(await calls.restoreLastGood(ENTITIES)).toEqual({ kind: 'done' });
    expect(await readFile(join(root, ENTITIES), 'utf8')).toBe(good);
    expect(await readFile(join(root, `${ENTITIES}.bad`), 'utf8')).toBe(BAD);
    expect(await readdir(join(root, 'registry'))).toEqual(['entities.json', 'entities.json.bad']);
    expect(await calls.restoreLastGood('../../etc/passwd')).toMatchObject({ kind: 'problem' });
  });

  it('are heard of when they change outside, and findings follow', async () => {
    const root = await workspace();
    const { listener, state } = await opened(root);
    const errors = state.briefs.find(({ slug }) => slug === 'one')?.findings.error ?? 0;
    await writeFile(join(root, ENTITIES), '[]\n');
    await listener.heard('workspace', ({ entities }) => entities === '[]');
    await listener.heard('workspace', (patch) =>
      rowsOf(patch).some(({ slug, findings }) => slug === 'one' && findings.error > errors),
    );
  });
});

describe('the settings', () => {
  it('keep the keys that the app does not know', async () => {
    const text =
      '{\n  "version": 1,\n  "site": "https://a.org",\n  "prefix": "ko", "ours": [1,2]\n}';
    const root = await workspace({ 'briefwright.json': text });
    const { calls, state } = await opened(root);
    await calls.saveSettings({ ...state.settings, prefix: 'en' });
    expect(await readFile(join(root, 'briefwright.json'), 'utf8')).toBe(text.replace('ko', 'en'));
  });

  it.each(['{"version": 1,', '{"version": 2, "site": "https://a.org", "prefix": "a"}', ''])(
    'that can’t be used (%j) are guessed from the briefs, and left as they are',
    async (bad) => {
      const root = await workspace({ 'briefwright.json': bad });
      const { calls, state } = await opened(root);
      expect(state.settings).toMatchObject({ site: SETTINGS.site, prefix: SETTINGS.prefix });
      expect(state.problems).toMatchObject([{ file: 'briefwright.json' }]);
      expect(await calls.saveSettings(SETTINGS)).toMatchObject({ kind: 'problem' });
      expect(await readFile(join(root, 'briefwright.json'), 'utf8')).toBe(bad);
    },
  );

  it('keep what another program wrote into a waiver, and take it back', async () => {
    const text =
      '[\n  {"slug": "one", "rule": "format/dek", "text": "# One", "reason": "R", "by": "A", "desk": 1}\n]\n';
    const root = await workspace({ [WAIVERS]: text });
    const { calls, state } = await opened(root);
    expect(state.waivers).toMatchObject([{ slug: 'one', reason: 'R' }]);
    const waiver = { slug: 'one', rule: 'format/dek', text: '# One', by: 'B' } as const;
    await calls.putWaiver({ ...waiver, reason: 'Better', until: '2026-12-31' });
    expect(await readFile(join(root, WAIVERS), 'utf8')).toBe(
      '[\n  {"desk": 1, "slug": "one", "rule": "format/dek", "text": "# One", "by": "B", ' +
        '"reason": "Better", "until": "2026-12-31"}\n]\n',
    );
    await calls.putWaiver({ ...waiver, reason: 'Better' });
    expect(await readFile(join(root, WAIVERS), 'utf8')).not.toContain('until');
    await calls.removeWaiver({ ...waiver, reason: 'Any' });
    expect(await readFile(join(root, WAIVERS), 'utf8')).toBe('[]\n');
  });

  it('hear of waivers that another program changed, and name what is wrong with one', async () => {
    const root = await workspace();
    const { listener } = await opened(root);
    await mkdir(join(root, 'registry'), { recursive: true });
    await writeFile(
      join(root, WAIVERS),
      '[\n  {"slug": "one", "rule": "format/dek", "text": "", "reason": "R", "by": ""},\n' +
        '  {"slug": "one", "rule": "waiver/unused", "text": "", "reason": "R", "by": ""}\n]\n',
    );
    const patch = await listener.heard('workspace', ({ waivers = [] }) => waivers.length > 0);
    expect(patch.waivers).toMatchObject([{ rule: 'format/dek' }]);
    expect(patch.problems).toMatchObject([
      { file: WAIVERS, place: { line: 3, column: 27 }, code: 'not-valid' },
    ]);
  });
});
