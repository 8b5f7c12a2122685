import type { Link } from '../../format/brief';
import type { Rule } from '../rule';
import { quoted } from '../text';

export const malformed: Rule = {
  id: 'link/malformed',
  check({ links, knowledge }, report) {
    for (const { link, target } of links) {
      if (target.kind === 'malformed') report(link, complaint(link, knowledge.settings.prefix));
    }
  },
};

function complaint(link: Link, prefix: string): string {
  const text = link.target.text.trim();
  if (!link.closed) return 'This link is not closed: end it with “]]”.';
  if (text === '') return 'This link has no target: fill it in or remove the link.';
  if (
    link.kind === 'wiki' ||
    text.startsWith(`/${prefix}/entity/`) ||
    text.startsWith(`/${prefix}/n/`)
  ) {
    return `${quoted(text)} holds no slug: use small letters, digits and single hyphens.`;
  }
  return `${quoted(text)} leads nowhere: link to “/${prefix}/entity/…” or “/${prefix}/n/…”.`;
}
