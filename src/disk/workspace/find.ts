import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../bridge/types';
import { type Disk, isMissing } from '../files/disk';
import { problem, problemOf } from '../files/problem';

export const SETTINGS_FILE = 'briefwright.json';
export const BRIEFS_FOLDER = 'briefs';

/** What a path that someone wants to open turns out to be; `root` is a real path. */
export type Found =
  | { readonly kind: 'workspace'; readonly root: string }
  /** No settings, but briefs in `briefs/`. */
  | { readonly kind: 'adoptable'; readonly root: string }
  | { readonly kind: 'none'; readonly problem: Problem };

/** Looks at a folder, or at the folder around a file. */
export async function findWorkspace(disk: Disk, path: string): Promise<Found> {
  try {
    return await look(disk, path);
  } catch (error) {
    const met = problemOf(error, path, 'read');
    if (!met) throw error;
    return { kind: 'none', problem: met };
  }
}

async function look(disk: Disk, path: string): Promise<Found> {
  const real = await disk.target(path);
  if (real === null) {
    return none(
      'not-found',
      `${path} is not there. If it is on a drive or a server, connect it and try again.`,
    );
  }
  const facts = await disk.facts(real);
  const folder = facts?.kind === 'folder' ? real : dirname(real);
  for (const root of [folder, dirname(folder)]) {
    const isOwn = root === folder || basename(folder) === BRIEFS_FOLDER;
    if (isOwn && (await disk.facts(join(root, SETTINGS_FILE)))) return { kind: 'workspace', root };
  }
  if (await holdsBriefs(disk, join(folder, BRIEFS_FOLDER))) {
    return { kind: 'adoptable', root: folder };
  }
  if (!(await holdsBriefs(disk, folder))) {
    return none(
      'not-a-workspace',
      `${folder} is no workspace and holds no briefs. Choose another folder, or make a new workspace.`,
    );
  }
  if (basename(folder) === BRIEFS_FOLDER) return { kind: 'adoptable', root: dirname(folder) };
  return none(
    'not-a-workspace',
    `${folder} holds Markdown files but no folder “briefs”. Put the briefs into “briefs” there and open it again.`,
  );
}

function none(code: Problem['code'], message: string): Found {
  return { kind: 'none', problem: problem(code, message) };
}

async function holdsBriefs(disk: Disk, folder: string): Promise<boolean> {
  try {
    return (await disk.list(folder)).some((name) => name.endsWith('.md'));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** False where the folder is gone, or only the empty place of a drive is left of it. */
export async function isPresent(disk: Disk, root: string): Promise<boolean> {
  for (const name of [SETTINGS_FILE, BRIEFS_FOLDER]) {
    if (await disk.facts(join(root, name)).catch(() => null)) return true;
  }
  return false;
}
