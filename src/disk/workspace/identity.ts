import { join } from 'node:path';
import * as v from 'valibot';
import type { Disk } from '../files/disk';
import { readIfThere, writeDurable } from '../files/durable';
import { idOfPath } from '../files/paths';
import { PRIVATE_FOLDER } from './private';

const IDENTITY = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  path: v.string(),
});
type Identity = v.InferOutput<typeof IDENTITY>;

/**
 * The name under which drafts of a workspace are kept. It goes along when the folder is moved or
 * renamed; a copy of the folder gets its own; without the file it is found again from the path.
 */
export async function identityOf(disk: Disk, root: string): Promise<string> {
  const known = await read(disk, pathOf(root));
  if (known?.path === root) return known.id;
  const isMoved = known !== null && (await disk.facts(known.path).catch(() => null)) === null;
  return isMoved ? known.id : idOfPath(root);
}

/** A workspace opens though this can't be kept: the identity is found from the path then. */
export async function keepIdentity(disk: Disk, root: string, id: string): Promise<void> {
  const known = await read(disk, pathOf(root));
  if (known?.id === id && known.path === root) return;
  const bytes = Buffer.from(JSON.stringify({ id, path: root } satisfies Identity), 'utf8');
  await writeDurable(disk, pathOf(root), bytes).catch(() => undefined);
}

async function read(disk: Disk, path: string): Promise<Identity | null> {
  try {
    const bytes = await readIfThere(disk, path);
    return bytes && v.parse(IDENTITY, JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

const pathOf = (root: string) => join(root, PRIVATE_FOLDER, 'identity.json');
