import type { Rule } from '../rule';
import { quoted } from '../text';

export const sectionUnknown: Rule = {
  id: 'format/section-unknown',
  check({ brief }, report) {
    for (const { kind, heading, name } of brief.sections) {
      if (kind !== null) continue;
      report(
        heading,
        `${quoted(name.text.trim())} is none of the six sections: rename it or move its text into one.`,
      );
    }
  },
};
