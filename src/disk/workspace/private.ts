import { join } from 'node:path';
import { type Disk, errorCode } from '../files/disk';
import { makeFolderIn, writeDurable } from '../files/durable';

/** The folder of this machine's caches and locks in a workspace; git is told to pass it over. */
export const PRIVATE_FOLDER = '.briefwright';

export async function makePrivateFolder(disk: Disk, root: string): Promise<string> {
  const folder = join(root, PRIVATE_FOLDER);
  await makeFolderIn(disk, folder);
  const ignore = join(folder, '.gitignore');
  if ((await disk.facts(ignore)) === null) await createIfFree(disk, ignore, '*\n');
  return folder;
}

async function createIfFree(disk: Disk, path: string, text: string): Promise<void> {
  try {
    await writeDurable(disk, path, Buffer.from(text, 'utf8'), { create: true });
  } catch (error) {
    // Half-written, it may be swept by who gets the lock at this moment: the next one makes it.
    if (!['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error;
  }
}
