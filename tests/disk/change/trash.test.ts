import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runChange } from '../../../src/disk/change/change';
import { TRASH, tidyTrash } from '../../../src/disk/change/trash';
import { realDisk } from '../../../src/disk/files/disk';
import { fill, temporary } from '../temporary';

const DAY = 24 * 60 * 60 * 1000;

it('keeps a deleted brief for thirty days', async () => {
  const root = await temporary();
  await fill(root, { 'briefwright.json': '{}', 'briefs/g20-in-2026.md': '# G20' });
  const change = { file: 'briefs/g20-in-2026.md', to: null, before: '# G20', after: null };
  await runChange(realDisk, root, 'Delete the brief g20-in-2026', [change]);
  const trash = () => readdir(join(root, TRASH));
  const then = Date.now();
  await tidyTrash(realDisk, root, then + 29 * DAY);
  expect(await trash()).toHaveLength(1);
  await tidyTrash(realDisk, root, then + 31 * DAY);
  expect(await trash()).toEqual([]);
});

it('leaves what is not its own', async () => {
  const root = await temporary();
  const others = ['notes.md', 'old-1234.md', 'old-1000000000000.txt', `fresh-${Date.now()}.md`];
  await fill(root, {
    ...Object.fromEntries(others.map((name) => [`${TRASH}/${name}`, 'x'])),
    [`${TRASH}/old-1000000000000.md`]: 'x',
  });
  await tidyTrash(realDisk, root);
  expect((await readdir(join(root, TRASH))).sort()).toEqual(others.sort());
  await tidyTrash(realDisk, await temporary());
});
