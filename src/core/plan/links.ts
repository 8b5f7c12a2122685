import type { Brief, Link } from '../format/brief';
import { linkTarget } from '../format/target';
import type { TextEdit } from '../text/edit';
import { withoutMembers } from '../workspace/records';

/** One slug, or any of several. */
export type Slugs = string | ReadonlySet<string>;

export function isOneOf(slugs: Slugs): (slug: string) => boolean {
  return typeof slugs === 'string' ? (slug) => slug === slugs : (slug) => slugs.has(slug);
}

/** A brief's links to briefs or entities. */
export function linksTo(
  brief: Brief,
  kind: 'brief' | 'entity',
  slugs: Slugs,
  prefix: string,
): Link[] {
  const isWanted = isOneOf(slugs);
  return brief.links.filter((link) => {
    const target = linkTarget(link, prefix);
    return target.kind === kind && isWanted(target.slug);
  });
}

/** Points links at another slug; nothing but the slug is touched. */
export function retarget(links: readonly Link[], slug: string, to: string): TextEdit[] {
  return links.map(({ target }) => ({ from: target.to - slug.length, to: target.to, insert: to }));
}

/** Takes each link in the text away and keeps its words; a link may run over two lines. */
export function unlink(links: readonly Link[]): TextEdit[][] {
  return links.flatMap(({ text, from, to }) =>
    text
      ? [
          [
            { from, to: text.from, insert: '' },
            { from: text.to, to, insert: '' },
          ],
        ]
      : [],
  );
}

/** Takes slugs out of the Related line. */
export function unrelate({ related }: Brief, slugs: Slugs): TextEdit[] {
  const isGone = isOneOf(slugs);
  const items = related?.items ?? [];
  return withoutMembers(items, (index) => {
    const item = items[index];
    return item?.closed === true && isGone(item.slug.text);
  });
}
