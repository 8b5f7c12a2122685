import { join } from 'node:path';
import { isSlug } from '../../core/format/slug';
import { parse } from '../../core/format/parse';
import { Pool } from '../../core/graph/pool';
import { type BriefRecord, recordOf } from '../../core/graph/record';
import type { Settings } from '../../core/workspace/workspace';
import { listBriefs } from '../workspace/folder';
import { problemOf } from '../files/problem';
import type { KeptFolder } from './cache/cache';
import type { FileState } from './cache/states';
import { BriefFiles, sameLook } from './files';

interface PublishedBrief {
  readonly state: FileState;
  readonly record: BriefRecord;
}

/** The briefs of the published folders, which are only ever read; of one slug the first counts. */
export class Published {
  /** By the folder's path. */
  readonly #folders = new Map<string, BriefFiles>();
  readonly #briefs = new Map<string, Map<string, PublishedBrief>>();
  readonly #pool = new Pool();
  #prefix = '';

  constructor(readonly root: string) {}

  /** Takes over what was kept, where its files turn out to be the same. */
  restore(kept: ReadonlyMap<string, KeptFolder>, prefix: string): void {
    this.#prefix = prefix;
    for (const [folder, briefs] of kept) {
      this.#briefs.set(folder, new Map(briefs.map((brief) => [brief.record.slug, brief])));
    }
  }

  /** Reads what has changed since the last time. @returns whether anything had */
  *read(settings: Settings, isInDoubt: (state: FileState) => boolean): Generator<void, boolean> {
    if (settings.prefix !== this.#prefix) this.#briefs.clear();
    this.#prefix = settings.prefix;
    const before = this.#briefs.size;
    let isChanged = false;
    const folders = new Set<string>();
    for (const name of settings.published ?? []) {
      const { folder, slugs } = briefsUnder(join(this.root, name), settings.prefix);
      folders.add(folder);
      if (yield* this.#readFolder(folder, slugs, settings, isInDoubt)) isChanged = true;
    }
    for (const folder of this.#briefs.keys()) {
      if (!folders.has(folder)) this.#briefs.delete(folder);
    }
    return isChanged || before > this.#briefs.size;
  }

  get records(): BriefRecord[] {
    const records = new Map<string, BriefRecord>();
    for (const briefs of this.#briefs.values()) {
      for (const [slug, { record }] of briefs) if (!records.has(slug)) records.set(slug, record);
    }
    return [...records.values()];
  }

  get kept(): Record<string, KeptFolder> {
    return Object.fromEntries(
      Array.from(this.#briefs, ([folder, briefs]) => [folder, [...briefs.values()]]),
    );
  }

  /** The text of a published brief; null where it can't be read. */
  text(slug: string): string | null {
    for (const [folder, briefs] of this.#briefs) {
      if (briefs.has(slug)) return this.#filesOf(folder).read(slug).text;
    }
    return null;
  }

  *#readFolder(
    folder: string,
    slugs: readonly string[],
    settings: Settings,
    isInDoubt: (state: FileState) => boolean,
  ): Generator<void, boolean> {
    const known = this.#briefs.get(folder) ?? new Map<string, PublishedBrief>();
    const now = new Map<string, PublishedBrief>();
    const files = this.#filesOf(folder);
    let isChanged = known.size === 0 && slugs.length > 0;
    for (const slug of slugs) {
      const old = known.get(slug);
      const look = files.look(slug);
      if (old && look && sameLook(old.state, look) && !isInDoubt(old.state)) now.set(slug, old);
      else {
        const read = this.#readBrief(files, slug, settings, old);
        if (read) now.set(slug, read);
        if (read?.record !== old?.record) isChanged = true;
      }
      yield;
    }
    this.#briefs.set(folder, now);
    return isChanged || now.size !== known.size;
  }

  /** Null for a file that can't be read: it is no known brief. */
  #readBrief(
    files: BriefFiles,
    slug: string,
    settings: Settings,
    old: PublishedBrief | undefined,
  ): PublishedBrief | null {
    const { state, text } = files.read(slug);
    if (text === null) return null;
    if (old?.state.hash === state.hash) return { state, record: old.record };
    return { state, record: this.#pool.record(recordOf(slug, parse(text), settings, true)) };
  }

  #filesOf(folder: string): BriefFiles {
    const files = this.#folders.get(folder) ?? new BriefFiles(folder, folder);
    this.#folders.set(folder, files);
    return files;
  }
}

/** Those under `{prefix}/n/` where a folder has that, else those directly in it. */
function briefsUnder(base: string, prefix: string): { folder: string; slugs: string[] } {
  for (const folder of [join(base, prefix, 'n'), base]) {
    const slugs = list(folder);
    if (slugs.length > 0) return { folder, slugs };
  }
  return { folder: base, slugs: [] };
}

function list(folder: string): string[] {
  try {
    return listBriefs(folder)
      .filter(({ slug, isLink }) => isSlug(slug) && !isLink)
      .map(({ slug }) => slug)
      .sort();
  } catch (error) {
    if (problemOf(error, folder, 'read')) return [];
    throw error;
  }
}
