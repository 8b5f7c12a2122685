import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Disk } from './disk';
import { refuse } from './problem';

/** True where `path` is `folder` or lies under it; both are real paths. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * The real path of a file that may not exist yet, after all links.
 * @param root the real path of the folder that it must not leave
 * @throws ProblemError `outside-workspace` where it, or a link on its way, leads out
 */
export async function insideOf(disk: Disk, root: string, file: string): Promise<string> {
  const path = join(root, file);
  const real = await realOrPlanned(disk, path);
  if (real === null || !isInside(root, real)) {
    refuse(
      'outside-workspace',
      `${file} is a link that leads out of its folder. Put the file itself there.`,
    );
  }
  return real;
}

/** Null for a link that leads nowhere: where it would lead can't be told. */
async function realOrPlanned(disk: Disk, path: string): Promise<string | null> {
  const real = await disk.target(path);
  if (real !== null) return real;
  if ((await disk.facts(path)) !== null) return null;
  const above = dirname(path);
  if (above === path) return path;
  const folder = await realOrPlanned(disk, above);
  return folder === null ? null : join(folder, path.slice(above.length));
}

/** A short name for a path, the same at every start. */
export function idOfPath(realPath: string): string {
  return createHash('sha256').update(realPath).digest('hex').slice(0, 16);
}
