import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLast, workspaceCalls } from '../../../src/main/calls/workspaces';
import { realDisk } from '../../../src/disk/files/disk';
import { copyOfSample } from '../../../src/disk/workspace/create';
import { brief, SETTINGS, stage, workspace } from '../../main/support';
import { fill, temporary } from '../temporary';

const contents = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith('.')).toSorted();

describe('a folder of briefs without settings', () => {
  const files = { 'briefs/one.md': brief('One', ['two']), 'briefs/two.md': brief('Two') };

  it('is offered to be adopted, and nothing is written before', async () => {
    const root = await temporary();
    await fill(root, files);
    const made = await stage();
    const calls = workspaceCalls(made);
    const offered = await made.desk.open(root);
    if (offered.kind !== 'adoptable') throw new Error(JSON.stringify(offered));
    const { proposal } = offered;
    expect(proposal).toMatchObject({
      path: root,
      briefs: 2,
      settings: { version: 1, site: SETTINGS.site, prefix: 'ko', types: ['event'] },
      files: ['briefwright.json', 'registry/entities.json', 'registry/outlets.json'],
    });
    expect(proposal.entities.map(({ slug }) => slug)).toEqual(['vladimir-putin']);
    expect(proposal.outlets.map(({ name }) => name).toSorted()).toEqual(['CNN', 'TASS']);
    expect(await readdir(root)).toEqual(['briefs']);

    const settings = { ...proposal.settings, heads: ['Who Decides'] };
    const opened = await calls.adopt(proposal.token, settings);
    expect(opened).toMatchObject({ kind: 'opened', workspace: { settings } });
    for (const [path, text] of Object.entries(files)) {
      expect(await readFile(join(root, path), 'utf8')).toBe(text);
    }
    expect(await contents(root)).toEqual([
      'briefs',
      'briefs/one.md',
      'briefs/two.md',
      'briefwright.json',
      'registry',
      'registry/entities.json',
      'registry/outlets.json',
    ]);
  });

  it('is found from the folder “briefs” itself, and keeps a registry that is there', async () => {
    const root = await temporary();
    await fill(root, { ...files, 'registry/outlets.json': '[]' });
    const made = await stage();
    const offered = await made.desk.open(join(root, 'briefs'));
    if (offered.kind !== 'adoptable') throw new Error(JSON.stringify(offered));
    expect(offered.proposal.files).toEqual(['briefwright.json', 'registry/entities.json']);
    await workspaceCalls(made).adopt(offered.proposal.token, offered.proposal.settings);
    expect(await readFile(join(root, 'registry/outlets.json'), 'utf8')).toBe('[]');
  });

  it('says what to do where the briefs lie loose', async () => {
    const root = await temporary();
    await fill(root, { 'one.md': brief('One') });
    expect(await (await stage()).desk.open(root)).toMatchObject({
      problem: { code: 'not-a-workspace', message: expect.stringContaining('“briefs”') },
    });
  });

  it('is not adopted by a token that was made up', async () => {
    const calls = workspaceCalls(await stage());
    expect(await calls.adopt('made-up', SETTINGS)).toMatchObject({ kind: 'problem' });
  });
});

describe('a new workspace', () => {
  it.each([false, true])('is made in a chosen folder (with the sample: %s)', async (withSample) => {
    const made = await stage();
    const calls = workspaceCalls(made);
    made.host.folder = join(await temporary(), 'new');
    await mkdir(made.host.folder);
    const chosen = await calls.chooseFolder();
    if (chosen.kind !== 'chosen') throw new Error('cancelled');
    expect(chosen).toMatchObject({ path: made.host.folder, empty: true });
    const { token } = chosen;
    const opened = await calls.createWorkspace({ token, settings: SETTINGS, withSample });
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    expect(opened.workspace.settings).toEqual(SETTINGS);
    expect(opened.workspace.problems).toEqual([]);
    expect(opened.workspace.briefs.length > 0).toBe(withSample);
    expect(await calls.createWorkspace({ token, settings: SETTINGS, withSample })).toMatchObject({
      problem: { code: 'exists' },
    });
  });
});

describe('the sample', () => {
  it('is copied once and kept, and the original never changes', async () => {
    const base = await temporary();
    const original = await workspace();
    const to = join(base, 'sample');
    expect(await copyOfSample(realDisk, original, to)).toBe(to);
    await writeFile(join(to, 'briefs/one.md'), 'mine');
    await copyOfSample(realDisk, original, to);
    expect(await readFile(join(to, 'briefs/one.md'), 'utf8')).toBe('mine');
    expect(await readFile(join(original, 'briefs/one.md'), 'utf8')).toBe(brief('One', ['two']));
    expect(await readdir(base)).toEqual(['sample']);
  });

  it('leaves nothing half-made behind', async () => {
    const base = await temporary();
    const rename = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const copied = copyOfSample({ ...realDisk, rename }, await workspace(), join(base, 'sample'));
    await expect(copied).rejects.toThrow('full');
    expect(await readdir(base)).toEqual([]);
  });

  it('is what opens by itself until another workspace was used', async () => {
    const made = { ...(await stage()), sample: await workspace() };
    const first = await openLast(made);
    const copy = join(made.userData, 'sample-workspace');
    expect(first).toMatchObject({ kind: 'opened', workspace: { path: copy } });
    const root = await workspace();
    await made.desk.open(root);
    await made.desk.close();
    expect(await openLast(made)).toMatchObject({ workspace: { path: root } });
    await made.desk.close();
    await rm(root, { recursive: true });
    expect(await openLast(made)).toMatchObject({ workspace: { path: copy } });
  });
});

describe('recent workspaces', () => {
  it('are listed newest first, say whether they are there, and can be forgotten', async () => {
    const made = await stage();
    const calls = workspaceCalls(made);
    const [a, b] = [await workspace(), await workspace()];
    await made.desk.open(a);
    await made.desk.open(b);
    await made.desk.open(a);
    await calls.closeWorkspace();
    await rm(b, { recursive: true });
    const recents = made.desk.recents;
    expect(recents.map(({ path, present }) => [path, present])).toEqual([
      [a, true],
      [b, false],
    ]);
    expect(await calls.openRecent(recents[1]?.id ?? '')).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await calls.forgetRecent(recents[1]?.id ?? '')).toHaveLength(1);
    expect(await calls.openRecent(recents[0]?.id ?? '')).toMatchObject({ workspace: { path: a } });
  });

  it('keep what the page asked to be remembered, each for itself', async () => {
    const made = await stage();
    const calls = workspaceCalls(made);
    const [a, b] = [await workspace(), await workspace()];
    await made.desk.open(a);
    await calls.remember({ width: 300 });
    expect(await made.desk.open(b)).toMatchObject({ workspace: { memory: {} } });
    const again = await stage({ userData: made.userData });
    await made.desk.close();
    expect(await again.desk.open(a)).toMatchObject({ workspace: { memory: { width: 300 } } });
  });
});
