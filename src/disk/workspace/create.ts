import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Settings } from '../../core/workspace/workspace';
import type { Disk } from '../files/disk';
import { makeFolders, writeDurable } from '../files/durable';
import { layOut } from './adopt';
import { BRIEFS_FOLDER, SETTINGS_FILE } from './find';
import { ENTITIES_FILE, OUTLETS_FILE } from './registries';

/**
 * Makes a workspace in a folder.
 * @param sample the folder of the sample, whose briefs and registries are put in too; or null
 */
export async function createWorkspace(
  disk: Disk,
  root: string,
  settings: Settings,
  sample: string | null,
): Promise<void> {
  if (sample) await copySampleInto(disk, root, sample);
  await layOut(disk, root, { settings, entities: [], outlets: [] });
}

async function copySampleInto(disk: Disk, root: string, sample: string): Promise<void> {
  const briefs = (await disk.list(join(sample, BRIEFS_FOLDER))).filter((name) =>
    name.endsWith('.md'),
  );
  for (const file of [
    ENTITIES_FILE,
    OUTLETS_FILE,
    ...briefs.map((name) => `${BRIEFS_FOLDER}/${name}`),
  ]) {
    const to = join(root, file);
    if (await disk.facts(to)) continue;
    await makeFolders(disk, dirname(to));
    await writeDurable(disk, to, await disk.read(join(sample, file)), { create: true });
  }
}

/** The user's own copy of the sample: made once, whole or not at all. @returns its folder */
export async function copyOfSample(disk: Disk, sample: string, to: string): Promise<string> {
  if (await disk.facts(join(to, SETTINGS_FILE))) return to;
  await makeFolders(disk, dirname(to));
  const unfinished = join(dirname(to), `.${basename(to)}-${randomBytes(4).toString('hex')}`);
  try {
    await fs.cp(sample, unfinished, { recursive: true });
    if (await disk.facts(to)) await disk.removeFolder(to);
    await disk.rename(unfinished, to);
  } catch (error) {
    await fs.rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await disk.syncFolder(dirname(to));
  return to;
}
