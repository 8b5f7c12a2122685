import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkWorkspace } from '../../../src/disk/engine/check';
import { Keeper } from '../../../src/disk/engine/keeper';
import { surroundingsOf } from '../../../src/disk/engine/surroundings';
import { realDisk } from '../../../src/disk/files/disk';
import { Registries } from '../../../src/disk/workspace/registries';
import { SMALL_ENTITIES, SMALL_OUTLETS } from '../../support/brief';
import { settings, slug, text, waiver } from '../../support/worlds';
import { fill, temporary } from '../temporary';

/** Not UTF-8. */
const BAD = new Uint8Array([0x23, 0x20, 0xe9]);

const world = fc.record({
  briefs: fc.dictionary(slug, fc.oneof({ weight: 9, arbitrary: text }, fc.constant(BAD))),
  published: fc.dictionary(slug, text, { maxKeys: 3 }),
  settings,
  waivers: fc.array(waiver, { maxLength: 3 }),
});

async function foundByIndex(root: string) {
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const keeper = new Keeper(root, surroundingsOf(registries), { read: false, write: false });
  for (const _ of keeper.open()) continue;
  return new Map(keeper.slugs.map((name) => [name, keeper.index.findings(name)]));
}

it('finds at once what the index of a workspace finds', async () => {
  const root = await temporary();
  await fc.assert(
    fc.asyncProperty(world, async ({ briefs, published, settings: own, waivers }) => {
      await rm(root, { recursive: true });
      const files = (folder: string, all: Record<string, string | Uint8Array>) =>
        Object.fromEntries(
          Object.entries(all).map(([name, each]) => [`${folder}/${name}.md`, each]),
        );
      await fill(root, {
        'briefwright.json': JSON.stringify({ ...own, published: ['site'] }),
        'registry/entities.json': JSON.stringify(SMALL_ENTITIES),
        'registry/outlets.json': JSON.stringify(SMALL_OUTLETS),
        'registry/waivers.json': JSON.stringify(waivers),
        ...files('briefs', briefs),
        ...files(join('site', own.prefix, 'n'), published),
      });
      const checked = await checkWorkspace(root, { cache: false });
      const expected = await foundByIndex(root);
      for (const name of checked.unread.keys()) expected.delete(name);
      expect(new Map(checked.slugs.map((name) => [name, checked.findings(name)]))).toEqual(
        expected,
      );
    }),
    { numRuns: 150 },
  );
});
