import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/disk/files/disk';
import { openOwnStore } from '../../../src/disk/stores/own';
import { FAULTS, withEveryFault } from '../faulty-disk';
import { temporary } from '../temporary';

const SCHEMA = v.object({ count: v.number() });
const open = (folder: string, disk = realDisk) =>
  openOwnStore(disk, folder, 'a.json', SCHEMA, { count: 0 });

describe('a store', () => {
  it('really writes, also where tests run', async () => {
    expect(process.env['NODE_ENV']).toBe('test');
    const folder = await temporary();
    const store = await open(folder);
    await store.update(({ count }) => ({ count: count + 1 }));
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toEqual({ count: 1 });
    expect((await open(folder)).data).toEqual({ count: 1 });
  });

  it('makes changes one after the other', async () => {
    const store = await open(await temporary());
    const add = () => store.update(({ count }) => ({ count: count + 1 }));
    await Promise.all(Array.from({ length: 20 }, add));
    expect(store.data).toEqual({ count: 20 });
  });

  it.each(['', '{"count": 1', '\0\0\0\0', '{"count": "one"}', '[]'])(
    'sets a file that holds %j aside',
    async (bad) => {
      const folder = await temporary();
      await writeFile(join(folder, 'a.json'), bad);
      const store = await open(folder);
      expect(store.data).toEqual({ count: 0 });
      await store.update(() => ({ count: 7 }));
      expect(await readFile(join(folder, 'a.json.bad'), 'utf8')).toBe(bad);
      expect((await open(folder)).data).toEqual({ count: 7 });
    },
  );

  it('holds in memory what the disk holds, whichever operation fails', async () => {
    const folder = await temporary();
    await withEveryFault(
      FAULTS.filter(({ lasting }) => !lasting),
      async (disk) => {
        await writeFile(join(folder, 'a.json'), '{"count": 1}');
        const store = await open(folder, disk);
        const done = await store
          .update(() => ({ count: 2 }))
          .then(
            () => true,
            () => false,
          );
        const onDisk = (await open(folder)).data;
        expect([{ count: 1 }, { count: 2 }]).toContainEqual(onDisk);
        if (done) expect(onDisk).toEqual({ count: 2 });
        if (!disk.wasHit) return;
        await store.update(() => ({ count: 3 }));
        expect((await open(folder)).data).toEqual({ count: 3 });
        expect((await readdir(folder)).filter((name) => name.endsWith('.bad'))).toEqual([]);
      },
    );
  });
});
