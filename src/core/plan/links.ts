import type { Brief, Link } from '../format/brief';
import { linkTarget } from '../format/target';
import type { TextEdit } from '../text/edit';
import { withoutMembers } from '../workspace/records';

/** A brief's links to a brief or an entity. */
export function linksTo(
  brief: Brief,
  kind: 'brief' | 'entity',
  slug: string,
  prefix: string,
): Link[] {
  return brief.links.filter((link) => {
    const target = linkTarget(link, prefix);
    return target.kind === kind && target.slug === slug;
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

/** Takes a slug out of the Related line. */
export function unrelate({ related }: Brief, slug: string): TextEdit[] {
  const items = related?.items ?? [];
  return withoutMembers(items, (index) => {
    const item = items[index];
    return item?.closed === true && item.slug.text === slug;
  });
}
