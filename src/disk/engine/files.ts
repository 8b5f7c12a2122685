import { statSync } from 'node:fs';
import { sep } from 'node:path';
import type { Problem } from '../../bridge/types';
import { problemOf } from '../files/problem';
import { decode, decodeText } from '../files/text';
import { type BriefFile, BriefReader, findBrief, listBriefs } from '../workspace/folder';
import type { FileState } from './cache/states';

/** What the folder tells of a file without its being read. */
export type Look = Pick<FileState, 'modified' | 'size' | 'inode'>;

export const sameLook = (a: Look, b: Look): boolean =>
  a.modified === b.modified && a.size === b.size && a.inode === b.inode;

/** A file as it was read; the text is null where it can't be used, and the state says why. */
export interface ReadFile {
  readonly state: FileState;
  readonly text: string | null;
}

export const NOWHERE: Look = { modified: 0, size: 0, inode: 0 };

/** The briefs of one folder, read synchronously: many times faster than by promises. */
export class BriefFiles {
  readonly #links = new Set<string>();
  readonly #reader = new BriefReader();

  /** @param root the real path of the folder that a link may not leave */
  constructor(
    readonly root: string,
    readonly folder: string,
  ) {}

  /** The names of the Markdown files, without `.md`, in their order. */
  list(): string[] {
    this.#links.clear();
    const files = listBriefs(this.folder);
    for (const { slug, isLink } of files) if (isLink) this.#links.add(slug);
    return files.map(({ slug }) => slug).sort();
  }

  /** A look at a file that may have come or gone since the list; null where there is none. */
  find(slug: string): Look | null {
    const file = findBrief(this.folder, slug);
    if (file?.isLink) this.#links.add(slug);
    else this.#links.delete(slug);
    return file && this.look(slug);
  }

  /** A look at a file of the list; null where it is gone. */
  look(slug: string): Look | null {
    try {
      // Put together plainly: for thousands of names, `join` takes as long as the look.
      const stats = statSync(`${this.folder}${sep}${slug}.md`, { throwIfNoEntry: false });
      return stats ? { modified: stats.mtimeMs, size: stats.size, inode: stats.ino } : null;
    } catch {
      return NOWHERE;
    }
  }

  read(slug: string): ReadFile {
    return this.#try(slug, (file) => {
      const read = this.#reader.read(this.root, this.folder, file);
      const { modified, size, inode } = read;
      const { text, hash } = decode(read.bytes, `${slug}.md`);
      return { state: { modified, size, inode, hash, problem: null }, text };
    });
  }

  /** The text alone, for one who keeps nothing of the file; the state is but for a problem empty. */
  readText(slug: string): ReadFile {
    return this.#try(slug, (file) => {
      const { text } = decodeText(this.#reader.bytes(this.root, this.folder, file), `${slug}.md`);
      return { state: UNSEEN, text };
    });
  }

  #try(slug: string, read: (file: BriefFile) => ReadFile): ReadFile {
    try {
      return read({ slug, isLink: this.#links.has(slug) });
    } catch (error) {
      const problem = problemOf(error, `${slug}.md`, 'read');
      if (!problem) throw error;
      return { state: unreadable(this.look(slug) ?? NOWHERE, problem), text: null };
    }
  }
}

const UNSEEN: FileState = { ...NOWHERE, hash: '', problem: null };

export const unreadable = (look: Look, problem: Problem): FileState => ({
  ...look,
  hash: '',
  problem,
});
