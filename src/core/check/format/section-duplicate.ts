import type { Rule } from '../rule';
import { quoted } from '../text';

export const sectionDuplicate: Rule = {
  id: 'format/section-duplicate',
  check({ brief }, report) {
    for (const { duplicate, heading, name } of brief.sections) {
      if (!duplicate) continue;
      report(
        heading,
        `The section ${quoted(name.text.trim())} stands twice: merge the two into one.`,
      );
    }
  },
};
