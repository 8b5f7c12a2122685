import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { hashOf } from '../../../src/disk/files/text';
import { recover, writeAll, type Writing } from '../../../src/disk/change/transaction';
import { FAULTS, withEveryFault } from '../faulty-disk';
import { temporary } from '../temporary';

// Each run syncs dozens of files: one kind of error that passes and one that stays will do.
const SHAPES = [FAULTS[0], FAULTS[3]];

const OLD = { 'a.md': 'old a', 'deep/b.md': 'old b' } as const;
const NEW = { 'a.md': 'new a', 'deep/b.md': 'new b', 'new/deep/c.md': 'new c' } as const;

/** All files below a folder with their texts. */
async function tree(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length + 1)] = await readFile(path, 'utf8');
    else files[`${path.slice(folder.length + 1)}/`] = '';
  }
  return files;
}

const OLD_TREE = { ...OLD, 'deep/': '' };
const NEW_TREE = { ...NEW, 'deep/': '', 'new/': '', 'new/deep/': '' };

async function writings(folder: string): Promise<Writing[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'deep'), { recursive: true });
  for (const [path, text] of Object.entries(OLD)) await writeFile(join(folder, path), text);
  return Object.entries(NEW).map(([path, text]) => {
    const old = path in OLD ? OLD[path as keyof typeof OLD] : null;
    const before = old === null ? null : hashOf(Buffer.from(old));
    return { path, target: join(folder, path), bytes: Buffer.from(text), before };
  });
}

describe('writing many files', () => {
  it('leaves all old or all new, whichever operation fails, also after a crash', async () => {
    const base = await temporary();
    const folder = join(base, 'out');
    const journal = join(base, 'journal', 'underway.json');
    let rolledBack = 0;
    const operations = await withEveryFault(SHAPES, async (disk, fault) => {
      const what = await writings(folder);
      const done = await writeAll(disk, journal, 'here', what).then(
        () => true,
        () => false,
      );
      const completed = await recover(realDisk, journal);
      const now = await tree(folder);
      expect([OLD_TREE, NEW_TREE], JSON.stringify(fault)).toContainEqual(now);
      if (done) expect(now).toEqual(NEW_TREE);
      if (completed) expect(now).toEqual(NEW_TREE);
      if (!done && now['a.md'] === OLD['a.md']) rolledBack++;
      expect(await recover(realDisk, journal)).toBeNull();
    });
    expect(operations).toBeGreaterThan(40);
    expect(rolledBack).toBeGreaterThan(40);
  });

  it('may be cut short while it is put back, too', async () => {
    const base = await temporary();
    const folder = join(base, 'out');
    const journal = join(base, 'journal', 'underway.json');
    await withEveryFault([{ code: 'EIO', lasting: true }], async (faulty) => {
      const what = await writings(folder);
      const stopped = { ...realDisk, rename: stopAtRename(2) };
      await writeAll(stopped, journal, 'here', what).catch(() => undefined);
      await recover(faulty, journal).catch(() => undefined);
      await recover(realDisk, journal);
      expect(await tree(folder)).toEqual(OLD_TREE);
    });
  });

  it('puts nothing back over what someone wrote after a crash', async () => {
    const base = await temporary();
    const folder = join(base, 'out');
    const journal = join(base, 'journal', 'underway.json');
    const what = await writings(folder);
    const stopped = { ...realDisk, rename: stopAtRename(2) };
    await writeAll(stopped, journal, 'here', what).catch(() => undefined);
    await writeFile(join(folder, 'a.md'), 'edited after the crash');
    await recover(realDisk, journal);
    expect(await tree(folder)).toEqual({ ...OLD_TREE, 'a.md': 'edited after the crash' });
  });

  it('leaves a journal that can’t be read alone', async () => {
    const journal = join(await temporary(), 'underway.json');
    await writeFile(journal, '{"place":');
    expect(await recover(realDisk, journal)).toBeNull();
    expect(await readFile(journal, 'utf8')).toBe('{"place":');
  });
});

/** From the n-th rename within the export folder on, nothing is renamed any more. */
function stopAtRename(n: number) {
  let count = 0;
  return async (from: string, to: string) => {
    if (!to.endsWith('.json') && ++count >= n) throw new Error('stopped');
    await realDisk.rename(from, to);
  };
}
