import { addRelated } from '../../edit/index';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const relatedMissing: Rule = {
  id: 'graph/related-missing',
  check({ brief, slug, links, knowledge }, report) {
    const seen = new Set([slug, ...(brief.related?.items.map((item) => item.slug.text) ?? [])]);
    for (const { link, target } of links) {
      // An unknown brief is an error of its own; listing it would make it two.
      if (target.kind !== 'brief' || seen.has(target.slug)) continue;
      if (link.kind === 'wiki' || !knowledge.briefs.has(target.slug)) continue;
      seen.add(target.slug);
      report(link, `${quoted(target.slug)} is linked here but not in Related: add it there.`, () =>
        editFix(`Add ${target.slug} to Related`, addRelated(brief, target.slug)),
      );
    }
  },
};
