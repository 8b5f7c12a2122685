import type { Rule } from '../rule';

export const sectionEmpty: Rule = {
  id: 'format/section-empty',
  check({ brief }, report) {
    for (const { kind, duplicate, heading, content } of brief.sections) {
      if (duplicate) continue;
      if (kind === 'summary' && !content) report(heading, 'The summary is empty: write it.');
      if (kind === 'why' && !content) {
        report(heading, '“Why it matters” is empty: write why it does.');
      }
      if (kind === 'takes' && brief.takes.length === 0) {
        report(heading, 'There is no take: add at least one.');
      }
    }
  },
};
