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
import { join, sep } from 'node:path';
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
  const files: BriefFile[] = [];
  for (const entry of entriesOf(folder)) {
    const { name } = entry;
    if (!name.endsWith('.md') || name.startsWith('.')) continue;
    const isLink = entry.isSymbolicLink();
    if (isLink || entry.isFile()) files.push({ slug: name.slice(0, -3), isLink });
  }
  return files;
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

/** Reads files of folders into one buffer: thousands of buffers would keep the collector busy. */
export class BriefReader {
  #buffer = Buffer.allocUnsafeSlow(64 * 1024);

  /**
   * @param root the folder that a link may not leave
   * @throws the error of the disk, or a ProblemError
   */
  read(root: string, folder: string, brief: BriefFile): ReadBrief {
    const file = open(root, folder, brief);
    try {
      const { size, mtimeMs, ino } = fstatSync(file);
      return { bytes: this.#read(file, brief, size), modified: mtimeMs, size, inode: ino };
    } finally {
      closeSync(file);
    }
  }

  /** The bytes alone, good until the next file is read: a call of the system fewer. */
  bytes(root: string, folder: string, brief: BriefFile): Buffer {
    const file = open(root, folder, brief);
    try {
      const length = readSync(file, this.#buffer, 0, this.#buffer.length, 0);
      // A file that does not fill the buffer is whole.
      if (length < this.#buffer.length) return this.#buffer.subarray(0, length);
      return this.#read(file, brief, fstatSync(file).size);
    } finally {
      closeSync(file);
    }
  }

  #read(file: number, { slug }: BriefFile, size: number): Buffer {
    if (size > MOST_BYTES) refuse('too-large', `${slug}.md is larger than 32 MB. Split it.`);
    if (size >= this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(size * 2);
    return readWhole(file, this.#buffer);
  }
}

function open(root: string, folder: string, { slug, isLink }: BriefFile): number {
  // Put together plainly: for thousands of names, `join` takes as long as the call.
  const path = `${folder}${sep}${slug}.md`;
  if (isLink && !isInside(root, realpathSync(path))) {
    refuse('outside-workspace', `${slug}.md is a link that leads out of the workspace.`);
  }
  return openSync(path, 'r');
}

function readWhole(file: number, buffer: Buffer): Buffer {
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
}

/** When the file was last changed, in milliseconds since 1970; null where it is gone. */
export function modifiedOf(folder: string, slug: string): number | null {
  return statSync(join(folder, `${slug}.md`), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
