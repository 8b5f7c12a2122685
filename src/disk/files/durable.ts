import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk, Facts } from './disk';
import { errorCode, isMissing } from './disk';
import { refuse } from './problem';
import { hashOf } from './text';

const TEMPORARY = /^\.briefwright-(\d+)-[0-9a-f]+\.tmp$/;

/** A name in the same folder that no one else uses; a rename from it is within one file system. */
export function temporaryBeside(path: string): string {
  const unique = randomBytes(8).toString('hex');
  return join(dirname(path), `.briefwright-${process.pid}-${unique}.tmp`);
}

export interface WriteOptions {
  /** The file must not exist: rejects with EEXIST where it does. */
  readonly create?: boolean;
}

/**
 * Puts bytes in a file so that at any moment, and after any crash, it holds the old bytes or the
 * new ones. Settles when the new bytes have been read back. `path` must be the real path.
 * @returns the SHA-256 of the bytes
 */
export async function writeDurable(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<string> {
  const temporary = temporaryBeside(path);
  const old = await disk.facts(path);
  try {
    await writeAndSync(disk, temporary, bytes, old);
    if (options.create) await takeName(disk, temporary, path);
    else await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(path));
  return confirm(disk, path, bytes);
}

/** Writes a new file and makes sure that its bytes are on the disk; `old` gives mode and owner. */
export async function writeAndSync(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  old: Facts | null,
): Promise<void> {
  const file = await disk.create(path);
  try {
    await file.write(bytes);
    if (old) await file.become(old);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Like a rename that refuses to replace; a link does it in one step where the disk knows links. */
async function takeName(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.link(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || !(await lacksLinks(disk, path, error))) throw error;
    await disk.rename(temporary, path);
    return;
  }
  await disk.remove(temporary).catch(() => undefined);
}

async function lacksLinks(disk: Disk, path: string, error: unknown): Promise<boolean> {
  const code = errorCode(error) ?? '';
  if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(code)) return false;
  return (await disk.facts(path)) === null;
}

async function confirm(disk: Disk, path: string, bytes: Uint8Array): Promise<string> {
  const wanted = hashOf(bytes);
  if (hashOf(await disk.read(path)) !== wanted) {
    refuse(
      'io',
      `${basename(path)} reads back otherwise than it was written. Save a copy elsewhere.`,
    );
  }
  return wanted;
}

/**
 * Removes what a crash left of writes in a folder; writes of this process may be under way. Only for
 * a folder that no other process writes to.
 */
export async function sweepTemporary(
  disk: Disk,
  folder: string,
  ownPid = process.pid,
): Promise<void> {
  for (const name of await namesIn(disk, folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined && pid !== String(ownPid))
      await disk.remove(join(folder, name)).catch(() => undefined);
  }
}

/** The names in a folder; none where there is no folder. */
export async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The file's bytes; null where there is none. */
export async function readIfThere(disk: Disk, path: string): Promise<Buffer | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Makes a folder in one that is there: a workspace that is gone is never made anew by accident. */
export async function makeFolderIn(disk: Disk, path: string): Promise<void> {
  if (await disk.facts(path)) return;
  if (await disk.makeFolder(path)) await disk.syncFolder(dirname(path));
}

/** Makes a folder and those above it that are missing. @returns those made, outermost first */
export async function makeFolders(disk: Disk, path: string): Promise<string[]> {
  const facts = await disk.facts(path);
  if (facts !== null && facts.kind !== 'file') return [];
  const made = await makeFolders(disk, dirname(path));
  if (await disk.makeFolder(path)) {
    await disk.syncFolder(dirname(path));
    made.push(path);
  }
  return made;
}
