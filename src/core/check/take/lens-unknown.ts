import { knows, type Rule } from '../rule';
import { quoted } from '../text';
import { isUnlabelled } from './unlabelled';

export const lensUnknown: Rule = {
  id: 'take/lens-unknown',
  check({ brief, vocabularies }, report) {
    const { lenses } = vocabularies;
    if (!lenses) return;
    for (const lens of brief.lenses) {
      const name = lens.name.text.trim();
      if (!lens.heading || isUnlabelled(lens) || knows(lenses, name)) continue;
      report(
        lens.heading,
        `${quoted(name)} is not a lens of this workspace: choose one or add it to the settings.`,
      );
    }
  },
};
