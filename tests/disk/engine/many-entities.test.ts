import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WorkerEngine } from '../../../src/disk/engine/client';
import type { EngineNews } from '../../../src/disk/engine/protocol';
import { aroundOf, surroundingsOf } from '../../../src/disk/engine/surroundings';
import { realDisk } from '../../../src/disk/files/disk';
import { hashOf } from '../../../src/disk/files/text';
import { Registries } from '../../../src/disk/workspace/registries';
import { SMALL_BRIEF, SMALL_SETTINGS } from '../../support/brief';
import { ALL_FINDINGS } from '../../support/graph';
import { fill, temporary } from '../temporary';
import { builtWorker } from './built-worker';

const FILE = 'registry/entities.json';
const many = Array.from({ length: 9000 }, (_, at) => ({
  slug: `entity-${at}`,
  name: `The entity that has the number ${at}`,
}));

async function workspace(): Promise<string> {
  const root = await temporary();
  await fill(root, {
    'briefwright.json': JSON.stringify(SMALL_SETTINGS),
    'briefs/small.md': SMALL_BRIEF,
    [FILE]: JSON.stringify([...many, { slug: 'vladimir-putin', name: 'Vladimir Putin' }]),
  });
  return root;
}

/** An engine whose page knows the entities of the file of this hash. */
async function started(root: string, entitiesTold: string | null) {
  const registries = new Registries(realDisk, root, () => false);
  await registries.readFirst();
  const news: EngineNews[] = [];
  const errors: unknown[] = [];
  const engine = new WorkerEngine({
    worker: await builtWorker(),
    root,
    around: aroundOf(registries),
    shown: [],
    entitiesTold,
    caches: { read: true, write: true },
    news: (one) => news.push(one),
    report: (error) => errors.push(error),
  });
  onTestFinished(async () => {
    await engine.close();
    expect(errors).toEqual([]);
  });
  await engine.idle();
  const told = news.flatMap(({ moreEntities: part }) => (part ? [part.to - part.from] : []));
  return { engine, told: told.reduce((sum, count) => sum + count, 0), registries };
}

it('reads entities that are many, and tells those that are not told yet', async () => {
  const root = await workspace();
  const hash = hashOf(await readFile(join(root, FILE)));
  expect((await started(root, null)).told).toBe(9001);
  expect((await started(root, 'another')).told).toBe(9001);
  expect((await started(root, hash)).told).toBe(0);
});

it('finds with them what is found where they are handed over', async () => {
  const root = await workspace();
  const { engine, registries } = await started(root, null);
  const { items } = await engine.findings(ALL_FINDINGS);
  expect(items.map(({ rule }) => rule)).not.toContain('link/entity-unknown');
  await registries.read();
  engine.tell({ kind: 'surround', around: surroundingsOf(registries) });
  await engine.idle();
  expect((await engine.findings(ALL_FINDINGS)).items).toEqual(items);
});
