import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AdoptProposal } from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import { type Learned, learn } from '../../core/workspace/learn';
import type { Entity, Outlet, Settings } from '../../core/workspace/workspace';
import { printEntities, printOutlets, printSettings } from '../../core/workspace/write';
import type { Disk } from '../files/disk';
import { makeFolders, writeDurable } from '../files/durable';
import { insideOf } from '../files/paths';
import { problemOf, refuse } from '../files/problem';
import { decodeText } from '../files/text';
import { BRIEFS_FOLDER, SETTINGS_FILE } from './find';
import { BriefReader, listBriefs } from './folder';
import { ENTITIES_FILE, OUTLETS_FILE } from './registries';

/** What a folder of briefs would become; nothing is written. */
export async function propose(disk: Disk, root: string, token: string): Promise<AdoptProposal> {
  const { count, ...learned } = await learnFrom(disk, root);
  const files: string[] = [];
  for (const file of [SETTINGS_FILE, ENTITIES_FILE, OUTLETS_FILE]) {
    if (!(await disk.facts(join(root, file)))) files.push(file);
  }
  return { token, path: root, briefs: count, ...learned, files };
}

/** What the briefs of a folder tell of its settings and registries, and how many there are. */
export async function learnFrom(disk: Disk, root: string): Promise<Learned & { count: number }> {
  const real = (await disk.target(root)) ?? root;
  const briefs = await textsOf(join(real, BRIEFS_FOLDER), real);
  return { ...learn(briefs), count: briefs.length };
}

/** Writes what was proposed, with the settings as the user has them; files that are there stay. */
export async function adoptFolder(disk: Disk, root: string, settings: Settings): Promise<void> {
  const { entities, outlets } = await learnFrom(disk, root);
  await layOut(disk, root, { settings, entities, outlets });
}

export interface Layout {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
}

/** Makes the files of a workspace. The settings come last: without them it is no workspace yet. */
export async function layOut(disk: Disk, root: string, layout: Layout): Promise<void> {
  if (await disk.facts(join(root, SETTINGS_FILE))) {
    refuse('exists', `${root} is a workspace already. Open it.`);
  }
  await makeFolders(disk, join(root, BRIEFS_FOLDER));
  await makeFolders(disk, join(root, 'registry'));
  await writeNew(disk, root, ENTITIES_FILE, printEntities(layout.entities));
  await writeNew(disk, root, OUTLETS_FILE, printOutlets(layout.outlets));
  await writeNew(disk, root, SETTINGS_FILE, printSettings(layout.settings));
}

async function writeNew(disk: Disk, root: string, file: string, text: string): Promise<void> {
  const path = await insideOf(disk, root, file);
  if (await disk.facts(path)) return;
  await writeDurable(disk, path, Buffer.from(text, 'utf8'), { create: true });
}

/** The briefs of a folder that can be read, in turns so that the window stays awake. */
async function textsOf(folder: string, root: string): Promise<{ slug: string; text: string }[]> {
  const reader = new BriefReader();
  const texts: { slug: string; text: string }[] = [];
  for (const [index, file] of listBriefs(folder).entries()) {
    if (index % 100 === 99) await setImmediate();
    if (!isSlug(file.slug)) continue;
    try {
      const { text } = decodeText(reader.bytes(root, folder, file), file.slug);
      texts.push({ slug: file.slug, text });
    } catch (error) {
      if (!problemOf(error, file.slug, 'read')) throw error;
    }
  }
  return texts;
}
