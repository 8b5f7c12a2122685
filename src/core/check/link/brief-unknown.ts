import type { BriefIndex } from '../../workspace/briefs';
import { targetOf } from '../../format/target';
import { nearest } from '../nearest';
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
          const near = nearest(target.slug, others(briefs, slug));
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

/** The slugs that a brief may link to: all but its own. */
function* others(briefs: BriefIndex, own: string): Generator<string> {
  for (const slug of briefs.slugs()) if (slug !== own) yield slug;
}
