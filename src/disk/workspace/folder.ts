import {
  closeSync,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../files/disk';
import { isInside } from '../files/paths';
import { refuse } from '../files/problem';
import { MOST_BYTES } from '../files/text';

/** A Markdown file of a folder of briefs; `slug` is its name without `.md`. */
export interface BriefFile {
  readonly slug: string;
  readonly isLink: boolean;
}

// Read synchronously: for thousands of small files that is many times faster than promises.

/** The Markdown files of a folder; none where there is no folder. */
export function listBriefs(folder: string): BriefFile[] {
  return entriesOf(folder)
    .filter((entry) => entry.name.endsWith('.md') && !entry.name.startsWith('.'))
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ({ slug: entry.name.slice(0, -3), isLink: entry.isSymbolicLink() }));
}

/** One file of the folder; null where there is none of that name. */
export function findBrief(folder: string, slug: string): BriefFile | null {
  const stats = lstatSync(join(folder, `${slug}.md`), { throwIfNoEntry: false });
  if (!stats?.isFile() && !stats?.isSymbolicLink()) return null;
  return { slug, isLink: stats.isSymbolicLink() };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export interface ReadBrief {
  /** Good until the reader reads the next file. */
  readonly bytes: Buffer;
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
}

/**
 * Reads a file of a folder.
 * @param root the folder that a link may not leave
 * @throws the error of the disk, or a ProblemError
 */
export type BriefReader = (root: string, folder: string, file: BriefFile) => ReadBrief;

/** A reader with one buffer for all files: thousands of buffers would keep the collector busy. */
export function briefReader(): BriefReader {
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  const room = (size: number) => {
    if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size * 2);
    return buffer;
  };
  return (root, folder, { slug, isLink }) => {
    const path = join(folder, `${slug}.md`);
    if (isLink && !isInside(root, realpathSync(path))) {
      refuse('outside-workspace', `${slug}.md is a link that leads out of the workspace.`);
    }
    const file = openSync(path, 'r');
    try {
      const { size, mtimeMs, ino } = fstatSync(file);
      if (size > MOST_BYTES) refuse('too-large', `${slug}.md is larger than 32 MB. Split it.`);
      return { bytes: readWhole(file, room(size + 1)), modified: mtimeMs, size, inode: ino };
    } finally {
      closeSync(file);
    }
  };
}

function readWhole(file: number, buffer: Buffer): Buffer {
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
}

/** When the file was last changed, in milliseconds since 1970; null where it is gone. */
export function modifiedOf(folder: string, slug: string): number | null {
  return statSync(join(folder, `${slug}.md`), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
