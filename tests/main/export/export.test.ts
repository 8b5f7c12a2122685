import { mkdir, readdir, readFile, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportPlan } from '../../../src/bridge/types';
import { exportCalls } from '../../../src/main/calls/exports';
import { registryCalls } from '../../../src/main/calls/registry';
import { temporary } from '../../disk/temporary';
import { stage, type Stage, workspace } from '../support';
import { SMALL_BRIEF, SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../support/brief';

const named = (slug: string) =>
  SMALL_BRIEF.replace(/(Canonical: .*\/n\/).*/, `$1${slug}`).replaceAll('other', 'brother');

/** Two briefs that may be exported and one, `bad`, that may not. */
const ready = () =>
  workspace({
    'briefwright.json': JSON.stringify(SMALL_SETTINGS),
    'registry/entities.json': JSON.stringify(SMALL_ENTITIES),
    'registry/outlets.json': JSON.stringify(SMALL_OUTLETS),
    'briefs/one.md': named('one'),
    'briefs/two.md': named('two'),
    'briefs/brother.md': named('brother')
      .replace('n/brother)', 'n/one)')
      .replace('[[brother]]', '[[one]]'),
    'briefs/bad.md': '# Bad\n',
  });

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  const calls = exportCalls(made);
  made.host.folder = await temporary();
  return { ...made, calls, state: result.workspace, folder: made.host.folder };
}

type Calls = ReturnType<typeof exportCalls>;

async function plan(calls: Calls, slugs: readonly string[]): Promise<ExportPlan> {
  const result = await calls.planExport(slugs);
  if (result.kind !== 'planned') throw new Error(JSON.stringify(result));
  return result.plan;
}

const states = ({ files }: ExportPlan) => Object.fromEntries(files.map((f) => [f.slug, f.state]));

describe('an export', () => {
  it('writes the bytes of the brief, and nothing the second time', async () => {
    const root = await ready();
    const { calls, folder } = await opened(root);
    expect(await calls.chooseExportFolder()).toEqual({ kind: 'chosen', path: folder });
    const first = await plan(calls, ['one', 'two']);
    expect(first.blocked).toEqual([]);
    expect(states(first)).toEqual({ one: 'new', two: 'new' });
    expect(await calls.runExport(first.id, [])).toEqual({
      kind: 'exported',
      written: 2,
      unchanged: 0,
    });
    expect(await readFile(join(folder, 'ko/n/one.md'))).toEqual(
      await readFile(join(root, 'briefs/one.md')),
    );
    expect(await readdir(join(folder, 'ko/n'))).toEqual(['one.md', 'two.md']);
    const second = await plan(calls, ['one', 'two']);
    expect(states(second)).toEqual({ one: 'unchanged', two: 'unchanged' });
    expect(await calls.runExport(second.id, [])).toMatchObject({ written: 0, unchanged: 2 });
  });

  it('is held back by errors, each with its line', async () => {
    const { calls } = await opened(await ready());
    await calls.chooseExportFolder();
    const { blocked, files } = await plan(calls, ['bad', 'one']);
    expect(files.map(({ slug }) => slug)).toEqual(['one']);
    expect(blocked).toMatchObject([{ slug: 'bad', errors: expect.any(Array) }]);
    expect(blocked[0]?.errors[0]).toMatchObject({ line: 1, message: expect.any(String) });
  });

  it('lets a brief pass whose errors are all waived, and holds it again when they no longer are', async () => {
    const waiver = { slug: 'one', rule: 'counts/takes', text: '3', reason: 'Embargo', by: 'Anna' };
    const root = await ready();
    await writeFile(join(root, 'briefs/one.md'), named('one').replace('2 takes', '3 takes'));
    await writeFile(join(root, 'registry/waivers.json'), JSON.stringify([waiver]));
    const made = await opened(root);
    const { calls } = made;
    await calls.chooseExportFolder();
    expect(await plan(calls, ['one'])).toMatchObject({ blocked: [], files: [{ slug: 'one' }] });
    const registry = registryCalls(made);
    const expired = { ...waiver, rule: 'counts/takes', until: '2020-01-01' } as const;
    expect(await registry.putWaiver(expired)).toEqual({ kind: 'done' });
    expect(await plan(calls, ['one'])).toMatchObject({ blocked: [{ slug: 'one' }], files: [] });
  });

  it('replaces what it exported itself, and asks before it replaces another’s change', async () => {
    const root = await ready();
    const { calls, folder, desk } = await opened(root);
    await calls.chooseExportFolder();
    await calls.runExport((await plan(calls, ['one', 'two'])).id, []);
    for (const slug of ['one', 'two']) {
      await writeFile(join(root, `briefs/${slug}.md`), `${named(slug)}\n`);
    }
    const target = join(folder, 'ko/n/two.md');
    await writeFile(target, 'theirs');
    desk.session?.refresh();
    const second = await plan(calls, ['one', 'two']);
    expect(states(second)).toEqual({ one: 'changed', two: 'changed-outside' });
    expect(second.files[1]).toMatchObject({ before: 'theirs', after: `${named('two')}\n` });
    expect(await calls.runExport(second.id, [])).toMatchObject({ written: 1 });
    expect(await readFile(target, 'utf8')).toBe('theirs');
    const third = await plan(calls, ['two']);
    expect(await calls.runExport(third.id, ['ko/n/two.md'])).toMatchObject({ written: 1 });
    expect(await readFile(target, 'utf8')).toBe(`${named('two')}\n`);
  });

  it('does not trust a target that it never wrote', async () => {
    const { calls, folder } = await opened(await ready());
    await calls.chooseExportFolder();
    await mkdir(join(folder, 'ko/n'), { recursive: true });
    await writeFile(join(folder, 'ko/n/one.md'), 'there before');
    expect(states(await plan(calls, ['one']))).toEqual({ one: 'changed-outside' });
  });

  it('writes nothing where a target changed after the plan', async () => {
    const { calls, folder } = await opened(await ready());
    await calls.chooseExportFolder();
    const { id } = await plan(calls, ['one', 'two']);
    await mkdir(join(folder, 'ko/n'), { recursive: true });
    await writeFile(join(folder, 'ko/n/two.md'), 'came in between');
    expect(await calls.runExport(id, ['ko/n/two.md'])).toMatchObject({
      problem: { message: expect.stringContaining('since the plan was made') },
    });
    expect(await readdir(join(folder, 'ko/n'))).toEqual(['two.md']);
    expect(await readFile(join(folder, 'ko/n/two.md'), 'utf8')).toBe('came in between');
  });

  it('puts all back where one file can’t be written', async () => {
    const { calls, folder } = await opened(await ready());
    await calls.chooseExportFolder();
    const { id } = await plan(calls, ['one', 'two']);
    await writeFile(join(folder, 'ko'), 'a file where a folder should be');
    expect(await calls.runExport(id, [])).toMatchObject({ kind: 'problem' });
    expect(await readdir(folder)).toEqual(['ko']);
  });

  it('does not leave its folder by a link', async () => {
    const { calls, folder } = await opened(await ready());
    await calls.chooseExportFolder();
    await symlink(await temporary(), join(folder, 'ko'));
    expect(await calls.planExport(['one'])).toMatchObject({
      problem: { code: 'outside-workspace' },
    });
  });

  it('needs a folder that is there, and is not that of the briefs', async () => {
    const root = await ready();
    const { calls, host } = await opened(root);
    expect(await calls.planExport(['one'])).toMatchObject({ problem: { code: 'not-found' } });
    host.folder = join(root, 'briefs');
    expect(await calls.chooseExportFolder()).toMatchObject({ kind: 'problem' });
    host.folder = null;
    expect(await calls.chooseExportFolder()).toEqual({ kind: 'cancelled' });
  });

  it('remembers its folder and what it wrote', async () => {
    const root = await ready();
    const first = await opened(root);
    await first.calls.chooseExportFolder();
    await first.calls.runExport((await plan(first.calls, ['one'])).id, []);
    await first.desk.close();
    await writeFile(join(root, 'briefs/one.md'), `${named('one')}\n`);
    const second = await opened(root, await stage({ userData: first.userData }));
    expect(second.state.exportFolder).toBe(first.folder);
    expect(states(await plan(second.calls, ['one']))).toEqual({ one: 'changed' });
  });

  it('carries out a plan though another was asked for meanwhile', async () => {
    const { calls } = await opened(await ready());
    await calls.chooseExportFolder();
    const [first] = await Promise.all([plan(calls, ['one']), plan(calls, ['one', 'two'])]);
    expect(await calls.runExport(first.id, [])).toMatchObject({ kind: 'exported', written: 1 });
  });

  it('takes a plan once, and a brief as it is on disk', async () => {
    const root = await ready();
    const { calls } = await opened(root);
    await calls.chooseExportFolder();
    const { id } = await plan(calls, ['one']);
    expect(await calls.runExport(id, [])).toMatchObject({ kind: 'exported' });
    expect(await calls.runExport(id, [])).toMatchObject({ kind: 'problem' });
    expect(await calls.runExport('made-up', [])).toMatchObject({ kind: 'problem' });
    await unlink(join(root, 'briefs/one.md'));
    expect(await calls.planExport(['one'])).toMatchObject({ problem: { code: 'not-found' } });
  });
});
