import { targetOf } from '../../format/target';
import { neighboursOf } from '../nearest';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const briefUnknown: Rule = {
  id: 'link/brief-unknown',
  check({ slug, links, knowledge }, report) {
    const { briefs, settings } = knowledge;
    for (const { link, target } of links) {
      if (target.kind !== 'brief' || target.slug === slug || briefs.has(target.slug)) continue;
      report(
        link,
        `No brief ${quoted(target.slug)} is known: correct the link or write the brief.`,
        'Link to the nearest brief',
        () => {
          const near = neighboursOf(briefs).nearest(target.slug, slug);
          if (near === null) return [];
          const insert = link.kind === 'wiki' ? near : targetOf('brief', near, settings.prefix);
          return editFix(`Link to ${near}`, [
            { from: link.target.from, to: link.target.to, insert },
          ]);
        },
      );
    }
  },
};
