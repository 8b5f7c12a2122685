import { join } from 'node:path';
import type { Disk } from '../files/disk';
import { namesIn } from '../files/durable';
import { PRIVATE_FOLDER } from '../workspace/private';

/** Where copies of deleted briefs lie, relative to the workspace. */
export const TRASH = `${PRIVATE_FOLDER}/trash`;

/** So long a copy is kept: a slip is noticed within a month. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const COPY = /^[a-z0-9-]+-(\d{13,})\.md$/;

/** The place of a copy of a brief that is deleted now. */
export const trashFile = (slug: string): string => `${TRASH}/${slug}-${Date.now()}.md`;

/**
 * Removes the copies of briefs that were deleted more than thirty days ago; whatever else lies there
 * stays. Only with the lock held.
 */
export async function tidyTrash(disk: Disk, root: string, now = Date.now()): Promise<void> {
  for (const name of await namesIn(disk, join(root, TRASH))) {
    const deleted = Number(COPY.exec(name)?.[1]);
    if (now - deleted > KEPT_MS) await disk.remove(join(root, TRASH, name));
  }
}
