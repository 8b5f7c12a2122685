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
  const claimed = new Set<string>();
  for (const { slug, claims } of records())
    if (claims !== null && slugs.has(slug)) claimed.add(claims);
  const dependants: BriefRecord[] = [];
  for (const record of records()) {
    if (claimed.has(record.slug) || pointsAt(record, slugs)) dependants.push(record);
  }
  return new Set([...slugs, ...dependants.map(({ slug }) => slug)]);
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
