import { join } from 'node:path';
import { parse } from '../../core/format/parse';
import { isSlug } from '../../core/format/slug';
import { entryOf } from '../../core/workspace/entry';
import type { BriefEntry, Settings } from '../../core/workspace/workspace';
import { problemOf } from '../files/problem';
import { decode } from '../files/text';
import { type BriefFile, briefReader, listBriefs, type ReadBrief } from './folder';
import { loose } from './row';
import { inSlices } from './slices';

/**
 * The briefs of the published folders: those under `{prefix}/n/` where a folder has that, else
 * those directly in it. They may stand outside the workspace; they are only ever read.
 */
export async function readPublished(root: string, settings: Settings): Promise<BriefEntry[]> {
  const entries = new Map<string, BriefEntry>();
  const read = briefReader();
  for (const name of settings.published ?? []) {
    const base = join(root, name);
    const { folder, files } = briefsUnder(base, settings.prefix);
    await inSlices(files, (file) => {
      const entry = entries.has(file.slug)
        ? null
        : readEntry(() => read(folder, folder, file), file.slug, settings);
      if (entry) entries.set(entry.slug, entry);
    });
  }
  return [...entries.values()];
}

function briefsUnder(base: string, prefix: string): { folder: string; files: BriefFile[] } {
  for (const folder of [join(base, prefix, 'n'), base]) {
    const files = list(folder).filter(({ slug, isLink }) => isSlug(slug) && !isLink);
    if (files.length > 0) return { folder, files };
  }
  return { folder: base, files: [] };
}

function list(folder: string): BriefFile[] {
  try {
    return listBriefs(folder);
  } catch (error) {
    if (problemOf(error, folder, 'read')) return [];
    throw error;
  }
}

/** A published file that can't be read is no known brief. */
function readEntry(read: () => ReadBrief, slug: string, settings: Settings): BriefEntry | null {
  try {
    const entry = loose(entryOf(slug, parse(decode(read().bytes, slug).text), settings));
    const { title, date, related, claims } = entry;
    return { slug, title, date, related, claims, published: true };
  } catch (error) {
    if (problemOf(error, slug, 'read')) return null;
    throw error;
  }
}
