import { removeRelated } from '../../edit/index';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const relatedDuplicate: Rule = {
  id: 'graph/related-duplicate',
  check({ brief }, report) {
    const seen = new Set<string>();
    brief.related?.items.forEach((item, index) => {
      const slug = item.slug.text;
      if (!seen.has(slug)) seen.add(slug);
      else if (item.closed) {
        const message = `${quoted(slug)} stands in Related already: remove it here.`;
        report(item, message, 'Remove it', (title) => editFix(title, removeRelated(brief, index)));
      }
    });
  },
};
