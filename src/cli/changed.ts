import type { BriefRecord } from '../core/graph/record';
import { BRIEFS_FOLDER } from '../disk/workspace/find';
import { changedSince } from './git';

/**
 * The briefs that differ from a git revision and those whose findings may depend on them; null
 * where settings or registries differ, on which every brief depends.
 */
export async function changedSlugs(
  root: string,
  revision: string,
  records: () => Iterable<BriefRecord>,
): Promise<ReadonlySet<string> | null> {
  const files = await changedSince(root, revision);
  if (files.some((file) => file === 'briefwright.json' || file.startsWith('registry/')))
    return null;
  const slugs = new Set(files.flatMap(slugOf));
  if (slugs.size === 0) return slugs;
  const found = new Set(slugs);
  const known = new Set<string>();
  const claimed = new Set<string>();
  for (const record of records()) {
    known.add(record.slug);
    if (record.claims !== null && slugs.has(record.slug)) claimed.add(record.claims);
    if (pointsAt(record, slugs)) found.add(record.slug);
  }
  for (const slug of claimed) if (known.has(slug)) found.add(slug);
  return found;
}

const BRIEF_FILE = new RegExp(`^${BRIEFS_FOLDER}/([^/]+)\\.md$`);

function slugOf(file: string): string[] {
  const slug = BRIEF_FILE.exec(file)?.[1];
  return slug === undefined ? [] : [slug];
}

function pointsAt({ links, related, claims }: BriefRecord, slugs: ReadonlySet<string>): boolean {
  return (
    links.some((slug) => slugs.has(slug)) ||
    related.some((slug) => slugs.has(slug)) ||
    (claims !== null && slugs.has(claims))
  );
}
