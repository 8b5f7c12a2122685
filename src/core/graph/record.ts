import type { Brief, Take } from '../format/brief';
import { linkTargets } from '../format/target';
import { claimOf, relatedOf } from '../workspace/entry';
import type { BriefEntry, Settings } from '../workspace/workspace';

/** What the graph keeps of a take; a missing part is an empty text. */
export interface TakeRecord {
  readonly outlet: string;
  readonly region: string;
  readonly lang: string;
  /** The name of its lens; empty before the first heading. */
  readonly lens: string;
  readonly source: string;
  readonly quoted: boolean;
}

/** What the graph keeps of a brief, of the workspace or published; a missing part is an empty text. */
export interface BriefRecord extends BriefEntry {
  readonly type: string;
  readonly heads: readonly string[];
  readonly takes: readonly TakeRecord[];
  /** Slugs of the briefs that it links to inline, each once, in the order of the text. */
  readonly links: readonly string[];
  /** How often each entity (by slug) is linked in it. */
  readonly entities: Readonly<Record<string, number>>;
  /** The Entities line as it stands; which names it holds is read against the registry (`splitNames`). */
  readonly named: string;
}

/** The record of a brief that is there but was not, or can't be, read. */
export const emptyRecord = (slug: string): BriefRecord => ({
  slug,
  title: '',
  date: '',
  related: [],
  claims: null,
  published: false,
  type: '',
  heads: [],
  takes: [],
  links: [],
  entities: {},
  named: '',
});

/** The record of a parsed brief. */
export function recordOf(
  slug: string,
  brief: Brief,
  settings: Pick<Settings, 'prefix'>,
  published = false,
): BriefRecord {
  const { links, entities } = targetsOf(brief, settings.prefix);
  return {
    slug,
    title: brief.title?.value.text.trim() ?? '',
    date: brief.meta?.date?.value.text.trim() ?? '',
    related: relatedOf(brief),
    claims: claimOf(slug, brief),
    published,
    type: brief.meta?.type?.value.text.trim() ?? '',
    heads: brief.meta?.heads?.items.map(({ text }) => text) ?? [],
    takes: brief.lenses.flatMap(({ name, takes }) =>
      takes.map((take) => takeOf(take, name.text.trim())),
    ),
    links,
    entities,
    named: brief.entities?.value.text ?? '',
  };
}

function takeOf({ outlet, region, lang, source, quote }: Take, lens: string): TakeRecord {
  return {
    outlet: outlet.text.trim(),
    region: region.text.trim(),
    lang: lang.text.trim(),
    lens,
    source: source?.text.trim() ?? '',
    quoted: (quote?.text.trim() ?? '') !== '',
  };
}

function targetsOf(brief: Brief, prefix: string) {
  const links = new Set<string>();
  // Without a prototype it is a plain table: thousands of objects of different keys would be dear.
  const entities = Object.create(null) as Record<string, number>;
  linkTargets(brief, prefix).forEach((target, at) => {
    if (brief.links[at]?.kind === 'wiki') return;
    if (target.kind === 'brief') links.add(target.slug);
    if (target.kind === 'entity') entities[target.slug] = (entities[target.slug] ?? 0) + 1;
  });
  return { links: [...links], entities };
}
