import { knows, type Rule } from '../rule';
import { quoted } from '../text';

export const head: Rule = {
  id: 'format/head',
  check({ brief, vocabularies }, report) {
    const { heads } = vocabularies;
    if (!heads) return;
    for (const value of brief.meta?.heads?.items ?? []) {
      if (knows(heads, value.text)) continue;
      report(
        value,
        `${quoted(value.text)} is not a head of this workspace: choose one or add it to the settings.`,
      );
    }
  },
};
