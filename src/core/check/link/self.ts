import { removeRelated } from '../../edit/index';
import type { Brief, Link } from '../../format/brief';
import type { Fix } from '../finding';
import { editFix, type Rule } from '../rule';

export const self: Rule = {
  id: 'link/self',
  check({ brief, slug, links }, report) {
    for (const { link, target } of links) {
      if (target.kind !== 'brief' || target.slug !== slug) continue;
      report(link, 'This brief links to itself: remove the link.', 'Remove the link', (title) =>
        remove(brief, link, title),
      );
    }
  },
};

function remove(brief: Brief, link: Link, title: string): readonly Fix[] {
  if (link.text) {
    const insert = brief.source.slice(link.text.from, link.text.to);
    return editFix(title, [{ from: link.from, to: link.to, insert }]);
  }
  const index = brief.related?.items.findIndex(({ from }) => from === link.from) ?? -1;
  return index < 0 ? [] : editFix(title, removeRelated(brief, index));
}
