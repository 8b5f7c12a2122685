import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { sweepTemporary, temporaryBeside, writeDurable } from '../../../src/disk/files/durable';
import { hashOf } from '../../../src/disk/files/text';
import { FAULTS, withEveryFault } from '../faulty-disk';
import { temporary } from '../temporary';

const OLD = Buffer.from('old text that is longer than the new one');
const NEW = Buffer.from('new text');

describe('a durable write', () => {
  it('leaves the old bytes or the new ones, whichever operation fails', async () => {
    const folder = await temporary();
    const path = join(folder, 'a.md');
    const operations = await withEveryFault(FAULTS, async (disk, fault) => {
      await writeFile(path, OLD);
      const outcome = await writeDurable(disk, path, NEW).catch(() => null);
      const now = await readFile(path);
      expect([OLD.toString(), NEW.toString()], JSON.stringify(fault)).toContain(now.toString());
      if (outcome !== null) {
        expect(outcome).toBe(hashOf(NEW));
        expect(now).toEqual(NEW);
      }
      if (!fault?.lasting && outcome !== null) expect(await readdir(folder)).toEqual(['a.md']);
      await sweepTemporary(realDisk, folder, 0);
      expect(await readdir(folder)).toEqual(['a.md']);
    });
    expect(operations).toBeGreaterThan(6);
  });

  it('makes a new file whole or not at all', async () => {
    const folder = await temporary();
    const path = join(folder, 'a.md');
    await withEveryFault(FAULTS, async (disk) => {
      const outcome = await writeDurable(disk, path, NEW, { create: true }).catch(() => null);
      const now = await readFile(path).catch(() => null);
      if (outcome !== null) expect(now).toEqual(NEW);
      if (now !== null) expect(now).toEqual(NEW);
      await realDisk.remove(path).catch(() => undefined);
      await sweepTemporary(realDisk, folder, 0);
    });
  });

  it('does not replace a file that came in between', async () => {
    const folder = await temporary();
    const path = join(folder, 'a.md');
    await writeFile(path, OLD);
    await expect(writeDurable(realDisk, path, NEW, { create: true })).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(await readFile(path)).toEqual(OLD);
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  it('keeps the mode', async () => {
    const path = join(await temporary(), 'a.md');
    await writeFile(path, OLD);
    await chmod(path, 0o640);
    await writeDurable(realDisk, path, NEW);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('syncs the bytes before the rename and the folder after it', async () => {
    const path = join(await temporary(), 'a.md');
    await writeFile(path, OLD);
    const order: string[] = [];
    await writeDurable(
      {
        ...realDisk,
        create: async (file) => {
          const open = await realDisk.create(file);
          return {
            ...open,
            write: async (bytes) => {
              order.push('write');
              await open.write(bytes);
            },
            sync: async () => {
              order.push('sync');
              await open.sync();
            },
          };
        },
        rename: async (from, to) => {
          order.push('rename');
          await realDisk.rename(from, to);
        },
        syncFolder: async (folder) => {
          order.push('sync folder');
          await realDisk.syncFolder(folder);
        },
      },
      path,
      NEW,
    );
    expect(order).toEqual(['write', 'sync', 'rename', 'sync folder']);
  });

  it('is not believed where the bytes read back otherwise', async () => {
    const path = join(await temporary(), 'a.md');
    const disk = { ...realDisk, read: async () => Buffer.from('garbled') };
    await expect(writeDurable(disk, path, NEW)).rejects.toThrow('reads back otherwise');
  });

  it('sweeps only what a process that is gone left', async () => {
    const folder = await temporary();
    await writeFile(join(folder, '.briefwright-1-0123456789abcdef.tmp'), 'left over');
    await writeFile(join(folder, '.briefwright-notes.tmp'), 'mine');
    const ours = temporaryBeside(join(folder, 'a.md'));
    await writeFile(ours, 'under way');
    await sweepTemporary(realDisk, folder);
    expect((await readdir(folder)).toSorted()).toEqual([basename(ours), '.briefwright-notes.tmp']);
  });
});
