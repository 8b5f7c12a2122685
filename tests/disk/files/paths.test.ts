import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { insideOf, isInside } from '../../../src/disk/files/paths';
import { temporary } from '../temporary';

describe('a path in a folder', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a', '/ab', false],
    ['/a/b', '/a', false],
    ['/a', '/a/..b', true],
    ['/a', '/', false],
  ])('%s holds %s: %s', (folder, path, expected) => {
    expect(isInside(folder, path)).toBe(expected);
  });

  it('follows links that stay inside', async () => {
    const root = await temporary();
    await writeFile(join(root, 'real.md'), '');
    await symlink('real.md', join(root, 'link.md'));
    expect(await insideOf(realDisk, root, 'link.md')).toBe(join(root, 'real.md'));
    expect(await insideOf(realDisk, root, 'new/deep/a.md')).toBe(join(root, 'new/deep/a.md'));
  });

  it('refuses links that lead out, by file or by folder, and links to nowhere', async () => {
    const root = await temporary();
    const outside = await temporary();
    await writeFile(join(outside, 'a.md'), '');
    await mkdir(join(root, 'sub'));
    await symlink(join(outside, 'a.md'), join(root, 'file.md'));
    await symlink(outside, join(root, 'sub', 'folder'));
    await symlink(join(outside, 'nothing.md'), join(root, 'nowhere.md'));
    for (const path of ['file.md', 'sub/folder/a.md', 'sub/folder/new.md', 'nowhere.md']) {
      await expect(insideOf(realDisk, root, path), path).rejects.toThrow('leads out');
    }
    await expect(insideOf(realDisk, root, '../x.md')).rejects.toThrow('leads out');
  });
});
