import { spawn } from 'node:child_process';
import { chmod, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isHalfDone,
  recoverChanges,
  redoChange,
  runChange,
  type Step,
  stepsOf,
  undoChange,
} from '../../../src/disk/change/change';
import { type Disk, realDisk } from '../../../src/disk/files/disk';
import { withEveryFault } from '../faulty-disk';
import { temporary } from '../temporary';
import { filesOf, fresh, ownFiles } from './desk';
import { CHANGES, NEW, OLD, TITLE } from './texts';

const run = (disk: Disk, root: string) => runChange(disk, root, TITLE, CHANGES);

async function workspace(): Promise<string> {
  const root = join(await temporary(), 'desk');
  await fresh(root);
  return root;
}

/** Carried out already, so that it can be taken back. */
async function changed(root: string): Promise<void> {
  await fresh(root);
  await run(realDisk, root);
}

const undoableOf = async (root: string) => (await stepsOf(realDisk, root)).undoable;
const redoableOf = async (root: string) => (await stepsOf(realDisk, root)).redoable;

/** Carried out and taken back already, so that it can be done again. */
async function undone(root: string): Promise<void> {
  await changed(root);
  await undoChange(realDisk, root);
}

const MOVED = [
  { slug: 'two', to: 'second' },
  { slug: 'three', to: null },
];

describe('a change of many files', () => {
  it('writes, renames and deletes, and keeps line breaks, marks and modes', async () => {
    const root = await workspace();
    await chmod(join(root, 'briefs/two.md'), 0o600);
    expect(await run(realDisk, root)).toEqual({ files: 4, moved: MOVED });
    expect(await filesOf(root)).toEqual(NEW);
    expect((await stat(join(root, 'briefs/second.md'))).mode & 0o777).toBe(0o600);
    expect(await ownFiles(root)).toEqual(['trash', 'undo-….bytes', 'undo.json']);
  });

  it('keeps a copy of a deleted brief in the trash until it is back', async () => {
    const root = await workspace();
    const trash = join(root, '.briefwright/trash');
    await run(realDisk, root);
    const [name = '', ...others] = await readdir(trash);
    expect(name).toMatch(/^three-\d+\.md$/);
    expect(others).toEqual([]);
    expect(await readFile(join(trash, name), 'utf8')).toBe('# Three\n');
    await undoChange(realDisk, root);
    expect(await readdir(trash)).toEqual([]);
  });

  it('is taken back as one step, once', async () => {
    const root = await workspace();
    expect(await undoableOf(root)).toBeNull();
    const modes = { 'one.md': 0o640, 'two.md': 0o600, 'three.md': 0o660 };
    for (const [name, mode] of Object.entries(modes)) {
      await chmod(join(root, 'briefs', name), mode);
    }
    await run(realDisk, root);
    expect(await undoableOf(root)).toBe(TITLE);
    expect(await undoChange(realDisk, root)).toEqual({
      files: 4,
      moved: [{ slug: 'second', to: 'two' }],
    });
    expect(await filesOf(root)).toEqual(OLD);
    for (const [name, mode] of Object.entries(modes)) {
      expect((await stat(join(root, 'briefs', name))).mode & 0o777, name).toBe(mode);
    }
    expect(await undoableOf(root)).toBeNull();
    expect(await undoChange(realDisk, root)).toBeNull();
    expect(await ownFiles(root)).toEqual(['redo.json', 'trash', 'undo-….bytes']);
  });

  it('is done again once it was taken back, and so on', async () => {
    const root = await workspace();
    expect(await redoChange(realDisk, root)).toBeNull();
    const modes = { 'one.md': 0o640, 'two.md': 0o600, 'three.md': 0o660 };
    for (const [name, mode] of Object.entries(modes)) {
      await chmod(join(root, 'briefs', name), mode);
    }
    const modeOf = async (name: string) => (await stat(join(root, 'briefs', name))).mode & 0o777;
    await run(realDisk, root);
    expect(await redoableOf(root)).toBeNull();
    expect(await redoChange(realDisk, root)).toBeNull();
    for (let round = 0; round < 3; round++) {
      await undoChange(realDisk, root);
      expect(await filesOf(root)).toEqual(OLD);
      for (const [name, mode] of Object.entries(modes)) expect(await modeOf(name)).toBe(mode);
      expect(await redoableOf(root)).toBe(TITLE);
      expect(await readdir(join(root, '.briefwright/trash'))).toEqual([]);
      expect(await redoChange(realDisk, root)).toEqual({ files: 4, moved: MOVED });
      expect(await filesOf(root)).toEqual(NEW);
      expect(await modeOf('second.md')).toBe(0o600);
      expect(await readdir(join(root, '.briefwright/trash'))).toHaveLength(1);
      expect(await undoableOf(root)).toBe(TITLE);
      expect(await redoableOf(root)).toBeNull();
      expect(await ownFiles(root)).toEqual(['trash', 'undo-….bytes', 'undo.json']);
    }
  });

  it('is not done again over what somebody has written since', async () => {
    for (const [file, text] of [
      ['briefs/one.md', '# Other\n'],
      ['briefs/second.md', '# Second\n'],
      ['briefs/three.md', '# Three, longer\n'],
      ['redirects.json', '[]\n'],
    ] as const) {
      const root = await workspace();
      await undone(root);
      await writeFile(join(root, file), text);
      await expect(redoChange(realDisk, root)).rejects.toThrow(
        `${file} was changed since, so nothing was done again. Plan the change anew.`,
      );
      expect(await filesOf(root)).toEqual({ ...OLD, [file]: text });
      expect(await redoableOf(root)).toBe(TITLE);
    }
  });

  it('is not done again after another one', async () => {
    const root = await workspace();
    await undone(root);
    const other = [{ file: 'redirects.json', to: 'redirects.json', before: null, after: '[ ]\n' }];
    await runChange(realDisk, root, 'Make it', other);
    expect(await redoableOf(root)).toBeNull();
    expect(await redoChange(realDisk, root)).toBeNull();
    expect(await filesOf(root)).toEqual({ ...OLD, 'redirects.json': '[ ]\n' });
    expect(await ownFiles(root)).toEqual(['trash', 'undo-….bytes', 'undo.json']);
  });

  it('asks before a step that could be made, and tells what it was planned from', async () => {
    const root = await workspace();
    const origin = { request: { kind: 'any' }, files: ['briefs/one.md', 'briefs/left.md'] };
    await runChange(realDisk, root, TITLE, CHANGES, origin);
    const files = [...new Set([...Object.keys(OLD), ...Object.keys(NEW)])]
      .filter((file) => file !== 'registry/waivers.json')
      .sort();
    const refusing = async (step: Step) => {
      expect(step.files.toSorted()).toEqual(files);
      expect(step.origin).toEqual(origin);
      throw new Error('not now');
    };
    await expect(undoChange(realDisk, root, refusing)).rejects.toThrow('not now');
    expect(await filesOf(root)).toEqual(NEW);
    await undoChange(realDisk, root);
    await expect(redoChange(realDisk, root, refusing)).rejects.toThrow('not now');
    expect(await filesOf(root)).toEqual(OLD);
    await writeFile(join(root, 'briefs/one.md'), '# Other\n');
    await expect(redoChange(realDisk, root, refusing)).rejects.toThrow('was changed since');
  });

  it('is not begun where a file is not what was planned with', async () => {
    for (const [file, text] of [
      ['briefs/one.md', '# Other\n'],
      ['briefs/second.md', 'taken'],
      ['redirects.json', '[]\n'],
    ] as const) {
      const root = await workspace();
      await writeFile(join(root, file), text);
      await expect(run(realDisk, root)).rejects.toThrow(file);
      expect(await filesOf(root)).toEqual({ ...OLD, [file]: text });
    }
    const root = await workspace();
    await rm(join(root, 'briefs/three.md'));
    await expect(run(realDisk, root)).rejects.toThrow('briefs/three.md was changed');
  });

  it('is not taken back over what somebody has written since', async () => {
    for (const [file, text] of [
      ['briefs/one.md', '# Other\n'],
      ['briefs/second.md', '# Other\n'],
      ['briefs/two.md', '# Two again\n'],
      ['redirects.json', '[ ]\n'],
    ] as const) {
      const root = await workspace();
      await run(realDisk, root);
      await writeFile(join(root, file), text);
      await expect(undoChange(realDisk, root)).rejects.toThrow(`${file} was changed since`);
      expect(await filesOf(root)).toEqual({ ...NEW, [file]: text });
      expect(await undoableOf(root)).toBe(TITLE);
    }
  });

  it('leaves links to other files, and what lies outside, alone', async () => {
    const root = await workspace();
    const away = join(await temporary(), 'two.md');
    await writeFile(away, '# Two\n');
    await rm(join(root, 'briefs/two.md'));
    await symlink(away, join(root, 'briefs/two.md'));
    await expect(run(realDisk, root)).rejects.toThrow('leads out');
    await rm(join(root, 'briefs/two.md'));
    await writeFile(join(root, 'two.md'), '# Two\n');
    await symlink('../two.md', join(root, 'briefs/two.md'));
    await expect(run(realDisk, root)).rejects.toThrow('is a link');
    expect(await readFile(away, 'utf8')).toBe('# Two\n');
  });

  it('counts only the last of several for undo', async () => {
    const root = await workspace();
    await run(realDisk, root);
    const more = [{ file: 'redirects.json', to: null, before: '[]\n', after: null }];
    await runChange(realDisk, root, 'Delete it', more);
    expect(await undoableOf(root)).toBe('Delete it');
    expect(await undoChange(realDisk, root)).toEqual({ files: 1, moved: [] });
    expect(await filesOf(root)).toEqual(NEW);
    expect(await ownFiles(root)).toEqual(['redo.json', 'trash', 'undo-….bytes']);
  });
});

const SHAPES = [
  { code: 'ENOSPC', lasting: false },
  { code: 'EIO', lasting: true },
] as const;

describe('a disk that fails', () => {
  it('leaves all old or all new, and what takes all new back', async () => {
    const root = await workspace();
    const operations = await withEveryFault(SHAPES, async (disk, fault) => {
      await fresh(root);
      const done = await run(disk, root).then(
        () => true,
        () => false,
      );
      await recoverChanges(realDisk, root);
      const files = await filesOf(root);
      expect([OLD, NEW], JSON.stringify(fault)).toContainEqual(files);
      if (done) expect(files).toEqual(NEW);
      const isNew = 'redirects.json' in files;
      expect(await undoableOf(root)).toBe(isNew ? TITLE : null);
      expect(await ownFiles(root)).toEqual(isNew ? ['trash', 'undo-….bytes', 'undo.json'] : []);
      if (isNew) await undoChange(realDisk, root);
      expect(await filesOf(root)).toEqual(OLD);
    });
    expect(operations).toBeGreaterThan(80);
  }, 60_000);

  it.each(['undo', 'redo'] as const)(
    'leaves all old or all new, and a way on: %s',
    async (way) => {
      const root = await workspace();
      const [prepare, go] =
        way === 'undo' ? ([changed, undoChange] as const) : ([undone, redoChange] as const);
      await withEveryFault([SHAPES[1]], async (disk, fault) => {
        disk.isArmed = false;
        await prepare(root);
        disk.isArmed = true;
        const done = await go(disk, root).then(
          () => true,
          () => false,
        );
        await recoverChanges(realDisk, root);
        const files = await filesOf(root);
        expect([OLD, NEW], JSON.stringify(fault)).toContainEqual(files);
        if (done) expect(files).toEqual(way === 'undo' ? OLD : NEW);
        const isNew = 'redirects.json' in files;
        expect(await undoableOf(root), JSON.stringify(fault)).toBe(isNew ? TITLE : null);
        expect(await redoableOf(root), JSON.stringify(fault)).toBe(isNew ? null : TITLE);
        await (isNew ? undoChange : redoChange)(realDisk, root);
        expect(await filesOf(root)).toEqual(isNew ? OLD : NEW);
      });
    },
    120_000,
  );
});

describe('a process that is killed', () => {
  let script = '';
  beforeAll(async () => {
    const outDir = await temporary();
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: { ssr: join(import.meta.dirname, 'killed.ts'), outDir, target: 'node20' },
    });
    script = join(outDir, 'killed.mjs');
    // The folder has no package.json that would say what its modules are.
    await writeFile(script, await readFile(join(outDir, 'killed.js')));
  });

  /** Runs the script and kills it at the n-th operation. @returns how many it has told of */
  async function killedAt(n: number, root: string, what: string): Promise<number> {
    const child = spawn(process.execPath, [script, root, what, String(n)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let count = 0;
    for await (const _ of createInterface(child.stdout)) if (++count === n) child.kill('SIGKILL');
    return count;
  }

  it.each(['run', 'undo', 'redo'])(
    'leaves all old or all new: %s',
    async (what) => {
      const root = await workspace();
      const prepare = { run: fresh, undo: changed, redo: undone }[what] ?? fresh;
      await prepare(root);
      const operations = await killedAt(Infinity, root, what);
      expect(await filesOf(root)).toEqual(what === 'undo' ? OLD : NEW);
      const seen = new Set<boolean>();
      for (let n = 1; n <= operations; n += 1 + Math.floor(Math.random() * (operations / 4))) {
        await prepare(root);
        await killedAt(n, root, what);
        if (!(await isHalfDone(realDisk, root))) {
          const there = Object.entries(await filesOf(root));
          const own = there.filter(([file]) => !file.includes('/.briefwright-'));
          expect([OLD, NEW]).toContainEqual(Object.fromEntries(own));
        }
        // The start that mends it may be killed, too.
        await killedAt(1 + Math.floor(Math.random() * 12), root, 'recover');
        await recoverChanges(realDisk, root);
        const files = await filesOf(root);
        expect([OLD, NEW], `killed at ${n}`).toContainEqual(files);
        expect(await isHalfDone(realDisk, root)).toBe(false);
        seen.add('redirects.json' in files);
        expect(await undoableOf(root)).toBe('redirects.json' in files ? TITLE : null);
      }
      expect(seen.has(what === 'undo')).toBe(true);
    },
    120_000,
  );
});
