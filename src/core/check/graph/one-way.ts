import type { Rule } from '../rule';
import { quoted } from '../text';

export const oneWay: Rule = {
  id: 'graph/one-way',
  check({ brief, slug, knowledge }, report) {
    const seen = new Set([slug]);
    for (const item of brief.related?.items ?? []) {
      const other = knowledge.briefs.get(item.slug.text);
      if (!other || seen.has(other.slug) || other.related.includes(slug)) continue;
      seen.add(other.slug);
      const name = quoted(other.title || other.slug);
      report(item.slug, `${name} does not list this brief in its Related: add it there.`, () =>
        // A published folder is only read.
        other.published
          ? []
          : [{ kind: 'relate-back', title: `Add it in ${name}`, in: other.slug, slug }],
      );
    }
  },
};
