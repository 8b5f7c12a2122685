import { mkdir, readdir, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Events } from '../../../src/bridge/contract';
import type { BriefRow } from '../../../src/bridge/types';
import { check, countFindings } from '../../../src/core/check/index';
import { parse } from '../../../src/core/format/parse';
import { briefCalls } from '../../../src/main/calls/briefs';
import { changeCalls } from '../../../src/main/calls/changes';
import { knowledgeOf } from '../../../src/core/workspace/knowledge';
import { recordOf } from '../../../src/core/graph/record';
import { brief, rowsOf, SETTINGS, stage, type Stage, workspace } from '../support';
import { temporary } from '../../disk/temporary';

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  const changes = changeCalls(made);
  return { ...made, calls: briefCalls(made), changes, state: result.workspace };
}

async function deleteBriefs(calls: ReturnType<typeof changeCalls>, ...slugs: readonly string[]) {
  const planned = await calls.planChange({ kind: 'delete-briefs', slugs });
  if (planned.kind !== 'answer') throw new Error(planned.problem.message);
  await calls.runChange(planned.answer.id, []);
}

/** What the workspace of `workspace()` knows. */
const KNOWLEDGE = knowledgeOf({
  settings: SETTINGS,
  entities: [{ slug: 'vladimir-putin', name: 'Vladimir Putin' }],
  outlets: [],
  briefs: [brief('One', ['two']), brief('Two')].map((text, index) =>
    recordOf(index === 0 ? 'one' : 'two', parse(text), SETTINGS),
  ),
});

const has = (slug: string, test: (row: BriefRow) => boolean = () => true) => {
  return (patch: Events['workspace']) =>
    rowsOf(patch).some((row) => row.slug === slug && test(row));
};

describe('the list of briefs', () => {
  it('has title, date, counts and links', async () => {
    const { state, desk, listener } = await opened(await workspace());
    const one = state.briefs.find(({ slug }) => slug === 'one');
    expect(one).toMatchObject({ title: 'One', date: '2026-06-04', type: 'event', takes: 2 });
    await desk.session?.idle();
    const rows = rowsOf(await listener.heard('workspace', has('one')));
    const counted = rows.find(({ slug }) => slug === 'one');
    const alone = check(parse(brief('One', ['two'])), 'one', KNOWLEDGE);
    expect(counted).toEqual({ ...one, findings: countFindings(alone) });
  });

  it('names a file that can be no brief', async () => {
    const { state } = await opened(await workspace({ 'briefs/My Brief.md': 'x' }));
    const row = state.briefs.find(({ slug }) => slug === 'My Brief');
    expect(row?.problem).toMatchObject({ code: 'bad-slug' });
  });

  it('follows what other programs do in the folder', async () => {
    const root = await workspace();
    const { listener } = await opened(root);
    await writeFile(join(root, 'briefs/three.md'), brief('Three'));
    await listener.heard(
      'workspace',
      has('three', ({ title }) => title === 'Three'),
    );
    await writeFile(join(root, 'briefs/three.md'), brief('Third'));
    await listener.heard(
      'workspace',
      has('three', ({ title }) => title === 'Third'),
    );
    await unlink(join(root, 'briefs/three.md'));
    await listener.heard('workspace', ({ gone }) => gone?.includes('three') === true);
  });

  it('goes on where the folder of the briefs is made anew', async () => {
    const root = await workspace();
    const { listener } = await opened(root);
    await rm(join(root, 'briefs'), { recursive: true });
    await listener.heard('workspace', ({ gone }) => gone?.includes('one') === true);
    await mkdir(join(root, 'briefs'));
    await writeFile(join(root, 'briefs/three.md'), brief('Three'));
    await listener.heard(
      'workspace',
      has('three', ({ title }) => title === 'Three'),
    );
    await writeFile(join(root, 'briefs/three.md'), brief('Third'));
    await listener.heard(
      'workspace',
      has('three', ({ title }) => title === 'Third'),
    );
  });

  it('counts the findings of briefs anew that a change elsewhere touches', async () => {
    const root = await workspace();
    const { desk, listener } = await opened(root);
    await desk.session?.idle();
    const rows = rowsOf(await listener.heard('workspace', has('one')));
    const before = rows.find(({ slug }) => slug === 'one')?.findings.error ?? 0;
    listener.forget();
    await unlink(join(root, 'briefs/two.md'));
    await listener.heard(
      'workspace',
      has('one', ({ findings }) => findings.error > before),
    );
    await writeFile(join(root, 'briefs/two.md'), brief('Two'));
    await listener.heard(
      'workspace',
      has('one', ({ findings }) => findings.error === before),
    );
  });

  it('is the same after any changes as one made anew', async () => {
    const root = await workspace();
    const { desk, calls, changes, listener } = await opened(root);
    await calls.createBrief('three', brief('Three', ['one', 'nowhere']));
    await calls.relateBack('one', 'three');
    await calls.duplicateBrief('three', 'four');
    await deleteBriefs(changes, 'two');
    await desk.session?.idle();
    const incremental = listener.rows();
    const byName = (rows: readonly BriefRow[]) =>
      rows.toSorted((a, b) => a.slug.localeCompare(b.slug));
    await desk.close();
    await rm(join(root, '.briefwright/index-cache'), { force: true });
    const anew = await opened(root);
    await anew.desk.session?.idle();
    expect(byName(incremental)).toEqual(byName(anew.listener.rows()));
  });

  it('knows the briefs of the published folders', async () => {
    const settings = { version: 1, site: 'https://rbtfl.xyz', prefix: 'ko', published: ['../out'] };
    const root = await workspace({
      'briefwright.json': JSON.stringify(settings),
      '../out/ko/n/old.md': brief('Old', ['one']),
      '../out/ko/n/two.md': brief('Shadowed'),
      '../out/ko/entity/someone.md': '# Someone',
    });
    const { listener, desk } = await opened(root);
    await desk.session?.idle();
    const { published } = await listener.heard('workspace', (patch) => 'published' in patch);
    expect(JSON.parse(published ?? '')).toEqual([
      { slug: 'old', title: 'Old', date: '2026-06-04', claims: null },
      expect.objectContaining({ slug: 'two' }),
    ]);
  });
});

describe('an open brief', () => {
  it('is told of when its file changes outside, and not of its own saves', async () => {
    const root = await workspace();
    const { calls, listener, desk } = await opened(root);
    const open = await calls.openBrief('one');
    if (open.kind !== 'opened') throw new Error('not opened');
    const { disk } = open;
    await calls.saveBrief({ slug: 'one', ...disk, base: disk.hash, text: 'mine' });
    await writeFile(join(root, 'briefs/one.md'), 'theirs');
    const told = await listener.heard('outside');
    expect(told).toMatchObject({ slug: 'one', disk: { text: 'theirs' } });
    await unlink(join(root, 'briefs/one.md'));
    await listener.heard('outside', (change) => change.disk === null);
    await desk.session?.idle();
    expect(listener.told.filter(({ event }) => event === 'outside')).toHaveLength(2);
  });

  it('is not told of when it was closed', async () => {
    const root = await workspace();
    const { calls, listener } = await opened(root);
    await calls.openBrief('one');
    await calls.closeBrief('one');
    await writeFile(join(root, 'briefs/one.md'), brief('Won'));
    await listener.heard(
      'workspace',
      has('one', ({ title }) => title === 'Won'),
    );
    expect(listener.told.filter(({ event }) => event === 'outside')).toEqual([]);
  });
});

describe('a workspace', () => {
  it('that vanishes and returns is told of, and nothing in it is taken for deleted', async () => {
    const root = await workspace();
    const { listener, calls, desk } = await opened(root);
    await calls.openBrief('one');
    await desk.session?.idle();
    listener.forget();
    await rename(root, `${root}-unplugged`);
    await listener.heard('vanished', (isGone) => isGone);
    await desk.session?.idle();
    expect(listener.told.map(({ event }) => event)).toEqual(['vanished']);
    await rename(`${root}-unplugged`, root);
    await listener.heard('vanished', (isGone) => !isGone);
    await desk.session?.idle();
    expect(listener.told.filter(({ event }) => event === 'outside')).toEqual([]);
    await writeFile(join(root, 'briefs/three.md'), brief('Three'));
    await listener.heard('workspace', has('three'));
  });

  it('is opened to be read only where another process has it open', async () => {
    const root = await workspace();
    const lock = { pid: process.ppid, host: hostname(), started: Date.now(), token: 'other' };
    await mkdir(join(root, '.briefwright'));
    await writeFile(join(root, '.briefwright/lock'), JSON.stringify(lock));
    const { state, calls, desk, listener } = await opened(root);
    expect(state.readOnly).toContain('open in another Briefwright');
    const open = await calls.openBrief('one');
    if (open.kind !== 'opened') throw new Error('not opened');
    expect(open.readOnly).toBe(state.readOnly);
    const { disk } = open;
    const save = { slug: 'one', ...disk, base: disk.hash, text: 'mine' };
    expect(await calls.saveBrief(save)).toMatchObject({ problem: { code: 'read-only' } });
    expect(await calls.createBrief('three', 'x')).toMatchObject({ problem: { code: 'read-only' } });

    await rm(join(root, '.briefwright/lock'));
    desk.session?.refresh();
    await listener.heard('workspace', (patch) => patch.readOnly === null);
    expect(await calls.saveBrief(save)).toMatchObject({ kind: 'saved' });
  });

  const dead = { pid: 2 ** 22 + 1, host: hostname(), started: Date.now(), token: 'x' };
  it.each([
    ['a process that has died', JSON.stringify(dead), 0],
    [
      'a process before the last start of the machine',
      JSON.stringify({ ...dead, pid: 1, started: 1 }),
      0,
    ],
    ['a machine not heard of for long', JSON.stringify({ ...dead, host: 'elsewhere' }), 600],
    ['no one can tell whom, long ago', 'garbled', 600],
  ])('is taken over from %s', async (_, text, ageSeconds) => {
    const root = await workspace();
    const lock = join(root, '.briefwright/lock');
    await mkdir(join(root, '.briefwright'));
    await writeFile(lock, text);
    const then = Date.now() / 1000 - ageSeconds;
    await utimes(lock, then, then);
    expect((await opened(root)).state.readOnly).toBeNull();
  });

  it('is left to another machine that has been heard of lately', async () => {
    const root = await workspace();
    await mkdir(join(root, '.briefwright'));
    await writeFile(
      join(root, '.briefwright/lock'),
      JSON.stringify({ ...dead, host: 'elsewhere' }),
    );
    expect((await opened(root)).state.readOnly).toContain('on elsewhere');
  });

  it('is given free when it is closed, and its leftovers are swept when it is opened', async () => {
    const left = 'briefs/.briefwright-1-0123456789abcdef.tmp';
    const root = await workspace({ [left]: 'half' });
    const first = await opened(root);
    expect(first.state.readOnly).toBeNull();
    expect(first.state.briefs.map(({ slug }) => slug)).toEqual(['one', 'two']);
    await first.desk.close();
    expect(await readdir(join(root, 'briefs'))).toEqual(['one.md', 'two.md']);
    expect((await opened(root)).state.readOnly).toBeNull();
  });

  it('loses old copies of deleted briefs when it is opened to write, and no sooner', async () => {
    const copy = '.briefwright/trash/long-gone-1000000000000.md';
    const root = await workspace({ [copy]: '# Long gone' });
    const lock = { pid: process.ppid, host: hostname(), started: Date.now(), token: 'other' };
    await writeFile(join(root, '.briefwright/lock'), JSON.stringify(lock));
    const reading = await opened(root);
    await reading.desk.close();
    expect(await readdir(join(root, '.briefwright/trash'))).toHaveLength(1);
    await rm(join(root, '.briefwright/lock'));
    const writing = await opened(root);
    await writing.desk.close();
    expect(await readdir(join(root, '.briefwright/trash'))).toEqual([]);
  });

  it('is opened by its folder, a file in it, or its list of briefs', async () => {
    const root = await workspace();
    const { desk } = await stage();
    for (const path of ['', 'briefs', 'briefs/one.md', 'briefwright.json']) {
      expect(await desk.open(join(root, path)), path).toMatchObject({ workspace: { path: root } });
    }
    expect(desk.recents).toMatchObject([{ path: root, present: true, name: 'desk' }]);
  });

  it('that is not there leaves the open one as it is', async () => {
    const root = await workspace();
    const { desk } = await opened(root);
    expect(await desk.open(join(root, 'nowhere'))).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await desk.open(await temporary())).toMatchObject({
      problem: { code: 'not-a-workspace' },
    });
    expect(desk.session?.root).toBe(root);
  });
});
