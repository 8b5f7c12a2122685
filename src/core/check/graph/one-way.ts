import type { Rule } from '../rule';
import { quoted } from '../text';

export const oneWay: Rule = {
  id: 'graph/one-way',
  check({ brief, slug, knowledge }, report) {
    const seen: string[] = [slug];
    for (const item of brief.related?.items ?? []) {
      const other = knowledge.briefs.get(item.slug.text);
      if (!other || other.related.includes(slug) || seen.includes(other.slug)) continue;
      seen.push(other.slug);
      const name = quoted(other.title || other.slug);
      report(
        item.slug,
        `${name} does not list this brief in its Related: add it there.`,
        // A published folder is only read.
        other.published ? undefined : `Add it in ${name}`,
        (title) => [{ kind: 'relate-back', title, in: other.slug, slug }],
      );
    }
  },
};
