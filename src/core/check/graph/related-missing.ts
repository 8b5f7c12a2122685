import { addRelated } from '../../edit/index';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const relatedMissing: Rule = {
  id: 'graph/related-missing',
  check({ brief, slug, links, knowledge }, report) {
    const seen: string[] = [slug];
    for (const { link, target } of links) {
      if (link.kind === 'wiki' || target.kind !== 'brief') continue;
      // An unknown brief is an error of its own; listing it would make it two.
      if (seen.includes(target.slug) || !knowledge.briefs.has(target.slug)) continue;
      seen.push(target.slug);
      if (brief.related?.items.some((item) => item.slug.text === target.slug)) continue;
      const message = `${quoted(target.slug)} is linked here but not in Related: add it there.`;
      report(link, message, `Add ${target.slug} to Related`, (title) =>
        editFix(title, addRelated(brief, target.slug)),
      );
    }
  },
};
