import type { Brief } from '../format/brief';
import { isSlug } from '../format/slug';
import { linkTarget } from '../format/target';
import { readCanonical } from './address';
import type { BriefEntry, Settings } from './workspace';

/** What the list of briefs shows of a brief beside its entry. */
export interface BriefFacts {
  readonly type: string;
  readonly heads: readonly string[];
  /** Names of the lenses that hold a take, in the order of the text. */
  readonly lenses: readonly string[];
  readonly takes: number;
  /** Slugs of the other briefs that it links to, inline or in Related, each once. */
  readonly links: readonly string[];
  /** How often each entity (by slug) is linked in it. */
  readonly entities: Readonly<Record<string, number>>;
}

/** What the workspace keeps of a brief: its entry and its facts; a missing part is an empty text. */
export function entryOf(
  slug: string,
  brief: Brief,
  settings: Pick<Settings, 'prefix'>,
): BriefEntry & BriefFacts {
  const related = relatedOf(brief);
  const { links, entities } = targetsOf(brief, settings.prefix);
  for (const other of related) links.add(other);
  links.delete(slug);
  const lenses = brief.lenses.filter((lens) => lens.heading && lens.takes.length > 0);
  return {
    slug,
    title: brief.title?.value.text.trim() ?? '',
    date: brief.meta?.date?.value.text.trim() ?? '',
    related,
    claims: claimOf(slug, brief),
    published: false,
    type: brief.meta?.type?.value.text.trim() ?? '',
    heads: brief.meta?.heads?.items.map(({ text }) => text) ?? [],
    lenses: [...new Set(lenses.map((lens) => lens.name.text.trim()))],
    takes: brief.takes.length,
    links: [...links],
    entities,
  };
}

/** The slugs of the Related line that are well-formed, in its order. */
export function relatedOf(brief: Brief): string[] {
  const items = brief.related?.items ?? [];
  return items
    .filter((item) => item.closed && isSlug(item.slug.text))
    .map((item) => item.slug.text);
}

/** The slug that the canonical line claims, where it is another than the file's. */
export function claimOf(slug: string, brief: Brief): string | null {
  const claimed = readCanonical(brief.canonical?.value.text ?? '')?.slug;
  return claimed !== undefined && claimed !== slug && isSlug(claimed) ? claimed : null;
}

function targetsOf(brief: Brief, prefix: string) {
  const links = new Set<string>();
  const entities = new Map<string, number>();
  for (const link of brief.links) {
    const target = linkTarget(link, prefix);
    if (target.kind === 'brief') links.add(target.slug);
    if (target.kind === 'entity') entities.set(target.slug, (entities.get(target.slug) ?? 0) + 1);
  }
  return { links, entities: Object.fromEntries(entities) };
}
