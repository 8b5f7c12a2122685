import { mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BriefText, OpenedBrief } from '../../../src/bridge/types';
import { briefCalls } from '../../../src/main/calls/briefs';
import { realDisk } from '../../../src/disk/files/disk';
import { hashOf } from '../../../src/disk/files/text';
import { FAULTS, withEveryFault } from '../../disk/faulty-disk';
import { brief, stage, type Stage, workspace } from '../support';
import { temporary } from '../../disk/temporary';

async function opened(root: string, on?: Stage) {
  const made = on ?? (await stage());
  const result = await made.desk.open(root);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return { ...made, calls: briefCalls(made), state: result.workspace };
}

async function openBrief(calls: ReturnType<typeof briefCalls>, slug: string): Promise<OpenedBrief> {
  const result = await calls.openBrief(slug);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result;
}

const request = (slug: string, disk: BriefText, text: string) => ({
  slug,
  text,
  eol: disk.eol,
  bom: disk.bom,
  base: disk.hash,
});

describe('saving', () => {
  it('writes the text, and nothing where there is no change', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    const path = join(root, 'briefs/one.md');
    const before = await realDisk.facts(path);
    expect(await calls.saveBrief(request('one', disk, disk.text))).toEqual({
      kind: 'saved',
      hash: disk.hash,
    });
    expect(await realDisk.facts(path)).toEqual(before);
    const saved = await calls.saveBrief(request('one', disk, `${disk.text}more`));
    const bytes = await readFile(path);
    expect(bytes.toString()).toBe(`${brief('One', ['two'])}more`);
    expect(saved).toEqual({ kind: 'saved', hash: hashOf(bytes) });
  });

  it('keeps byte-order mark and line breaks', async () => {
    const text = `\ufeff${brief('One').replaceAll('\n', '\r\n')}`;
    const root = await workspace({ 'briefs/one.md': text });
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    await calls.saveBrief(request('one', disk, disk.text.replace('# One', '# Won')));
    const after = await readFile(join(root, 'briefs/one.md'), 'utf8');
    expect(after).toBe(text.replace('# One', '# Won'));
  });

  it.each([
    ['changed', 'other text'],
    ['gone', null],
  ] as const)('is a conflict where the file is %s, and touches nothing', async (_, other) => {
    const root = await workspace();
    const path = join(root, 'briefs/one.md');
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    if (other === null) await unlink(path);
    else await writeFile(path, other);
    const saved = await calls.saveBrief(request('one', disk, 'mine'));
    expect(saved).toMatchObject({ kind: 'conflict', disk: other && { text: other } });
    expect(await readFile(path, 'utf8').catch(() => null)).toBe(other);
  });

  it('is no conflict where the file has come to the same text', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    await writeFile(join(root, 'briefs/one.md'), 'same');
    expect(await calls.saveBrief(request('one', disk, 'same'))).toMatchObject({ kind: 'saved' });
  });

  it('takes saves that overtake each other in order: the last text wins', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    const texts = Array.from({ length: 12 }, (_, n) => `text ${n}`);
    const results = await Promise.all(
      texts.map((text) => calls.saveBrief(request('one', disk, text))),
    );
    expect(results).toEqual(
      texts.map((text) => ({ kind: 'saved', hash: hashOf(Buffer.from(text)) })),
    );
    expect(await readFile(join(root, 'briefs/one.md'), 'utf8')).toBe('text 11');
    expect(await readdir(join(root, 'briefs'))).toEqual(['one.md', 'two.md']);
  });

  it('may be tried again after any failure', async () => {
    const root = await workspace();
    const path = join(root, 'briefs/one.md');
    await withEveryFault(
      FAULTS.filter(({ lasting }) => !lasting),
      async (disk, fault) => {
        await writeFile(path, 'old');
        disk.isArmed = false;
        const on = await opened(root, await stage({ disk }));
        const { disk: old } = await openBrief(on.calls, 'one');
        disk.isArmed = true;
        const first = await on.calls.saveBrief(request('one', old, 'first'));
        disk.isArmed = false;
        expect(['old', 'first'], JSON.stringify(fault)).toContain(await readFile(path, 'utf8'));
        if (first.kind === 'saved') expect(await readFile(path, 'utf8')).toBe('first');
        else expect(first.kind, JSON.stringify(fault)).toBe('problem');
        const second = await on.calls.saveBrief(request('one', old, 'second'));
        expect(second, JSON.stringify(fault)).toMatchObject({ kind: 'saved' });
        expect(await readFile(path, 'utf8')).toBe('second');
        await on.desk.close();
      },
    );
  });

  it('says what happened and keeps the file where the disk is full', async () => {
    const root = await workspace();
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    let isFull = false;
    const disk = {
      ...realDisk,
      create: (path: string) => (isFull ? Promise.reject(full) : realDisk.create(path)),
    };
    const { calls } = await opened(root, await stage({ disk }));
    const { disk: old } = await openBrief(calls, 'one');
    isFull = true;
    expect(await calls.saveBrief(request('one', old, 'new'))).toMatchObject({
      kind: 'problem',
      problem: { code: 'disk-full', message: expect.stringContaining('Free some space') },
    });
    expect(await readFile(join(root, 'briefs/one.md'), 'utf8')).toBe(old.text);
  });

  it('makes a file only where none is', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    expect(await calls.createBrief('three', 'text')).toEqual({ kind: 'done' });
    expect(await readFile(join(root, 'briefs/three.md'), 'utf8')).toBe('text');
    expect(await calls.createBrief('one', 'text')).toMatchObject({
      kind: 'problem',
      problem: { code: 'exists' },
    });
  });

  it.each(['../x', 'A', 'a--b', '', '.hidden', 'a/b', 'x'.repeat(201)])(
    'refuses %j as a name',
    async (slug) => {
      const root = await workspace();
      const { calls } = await opened(root);
      expect(await calls.createBrief(slug, 'text')).toMatchObject({
        problem: { code: 'bad-slug' },
      });
      expect(await calls.openBrief(slug)).toMatchObject({ problem: { code: 'bad-slug' } });
    },
  );

  it('follows a link inside the workspace and refuses one that leads out', async () => {
    const outside = join(await temporary(), 'outside.md');
    await writeFile(outside, 'not yours');
    const root = await workspace({ 'drafts/real.md': 'draft' });
    await symlink('../drafts/real.md', join(root, 'briefs/inside.md'));
    await symlink(outside, join(root, 'briefs/out.md'));
    const { calls, state } = await opened(root);
    const { disk } = await openBrief(calls, 'inside');
    await calls.saveBrief(request('inside', disk, 'saved'));
    expect(await readFile(join(root, 'drafts/real.md'), 'utf8')).toBe('saved');
    expect((await realDisk.facts(join(root, 'briefs/inside.md')))?.kind).toBe('link');
    expect(await calls.openBrief('out')).toMatchObject({ problem: { code: 'outside-workspace' } });
    const row = state.briefs.find(({ slug }) => slug === 'out');
    expect(row?.problem?.code).toBe('outside-workspace');
    const forged = request('out', disk, 'mine now');
    expect(await calls.saveBrief(forged)).toMatchObject({ kind: 'problem' });
    expect(await readFile(outside, 'utf8')).toBe('not yours');
  });

  it('tells a folder that is gone from a file that is gone', async () => {
    const root = await workspace();
    const { calls, desk } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    // What is tidied after the opening would be written into the folder that is made anew.
    await desk.session?.idle();
    await rename(root, `${root}-unplugged`);
    const gone = { kind: 'problem', problem: { code: 'vanished' } };
    expect(await calls.saveBrief(request('one', disk, 'new'))).toMatchObject(gone);
    await mkdir(root);
    expect(await calls.saveBrief(request('one', disk, 'new'))).toMatchObject(gone);
    expect(await calls.createBrief('three', 'new')).toMatchObject(gone);
    expect(await readdir(root)).toEqual([]);
    await rm(root, { recursive: true });
    await rename(`${root}-unplugged`, root);
    expect(await calls.saveBrief(request('one', disk, 'new'))).toMatchObject({ kind: 'saved' });
  });

  it('says so where a file is not UTF-8', async () => {
    const root = await workspace({ 'briefs/latin.md': Buffer.from([0x23, 0x20, 0xe9]) });
    const { calls, state } = await opened(root);
    expect(await calls.openBrief('latin')).toMatchObject({
      problem: { code: 'not-utf8', message: expect.stringContaining('byte 3') },
    });
    const row = state.briefs.find(({ slug }) => slug === 'latin');
    expect(row?.problem?.code).toBe('not-utf8');
  });
});

describe('a draft', () => {
  it('comes back after the app has died, until it is saved', async () => {
    const root = await workspace();
    const first = await opened(root);
    const { disk } = await openBrief(first.calls, 'one');
    await first.calls.journal('one', 'typed', disk.hash);
    const { userData } = first;
    await first.desk.close();

    const second = await opened(root, await stage({ userData }));
    expect(second.state.drafts.map(({ slug }) => slug)).toEqual(['one']);
    const again = await openBrief(second.calls, 'one');
    expect(again.draft).toMatchObject({ text: 'typed', base: disk.hash });
    await second.calls.saveBrief(request('one', again.disk, 'typed'));
    await second.desk.close();

    const third = await opened(root, await stage({ userData }));
    expect(third.state.drafts).toEqual([]);
    expect((await openBrief(third.calls, 'one')).draft).toBeNull();
  });

  it('goes along when the workspace is moved, and not with a copy', async () => {
    const root = await workspace();
    const first = await opened(root);
    const { disk } = await openBrief(first.calls, 'one');
    await first.calls.journal('one', 'typed', disk.hash);
    const { userData } = first;
    await first.desk.close();
    await rename(root, `${root}-moved`);
    const second = await opened(`${root}-moved`, await stage({ userData }));
    expect(second.state.drafts.map(({ slug }) => slug)).toEqual(['one']);
  });

  it('can still be had where its file is gone', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    const { disk } = await openBrief(calls, 'one');
    await calls.journal('one', 'typed', disk.hash);
    await unlink(join(root, 'briefs/one.md'));
    const again = await openBrief(calls, 'one');
    expect(again).toMatchObject({ disk: { text: '' }, draft: { text: 'typed' } });
    expect(await calls.saveBrief(request('one', again.disk, 'typed'))).toEqual({
      kind: 'conflict',
      disk: null,
    });
    const made = await calls.saveBrief({ ...request('one', again.disk, 'typed'), base: null });
    expect(made.kind).toBe('saved');
  });
});

describe('briefs', () => {
  it('are duplicated under a new title and address', async () => {
    const root = await workspace();
    const { calls } = await opened(root);
    expect(await calls.duplicateBrief('one', 'one-more')).toEqual({ kind: 'done' });
    const text = await readFile(join(root, 'briefs/one-more.md'), 'utf8');
    expect(text).toBe(brief('One (copy)', ['two']).replace(/(Canonical: .*\/n\/).*/, '$1one-more'));
  });

  it('are listed back in the other brief, once', async () => {
    const root = await workspace();
    const { calls, listener } = await opened(root);
    await openBrief(calls, 'two');
    expect(await calls.relateBack('two', 'one')).toEqual({ kind: 'done' });
    expect(await calls.relateBack('two', 'one')).toEqual({ kind: 'done' });
    const text = await readFile(join(root, 'briefs/two.md'), 'utf8');
    expect(text).toContain('- Related: [[one]]\n');
    const told = await listener.heard('outside', ({ slug }) => slug === 'two');
    expect(told.disk?.text).toBe(text);
  });

  it('are saved elsewhere when nothing else works', async () => {
    const root = await workspace();
    const { calls, host } = await opened(root);
    expect(await calls.saveCopy('text', 'one.md')).toEqual({ kind: 'cancelled' });
    host.file = join(await temporary(), 'copy.md');
    expect(await calls.saveCopy('text\r\n', 'one.md')).toEqual({ kind: 'done' });
    expect(await readFile(host.file, 'utf8')).toBe('text\r\n');
  });
});
