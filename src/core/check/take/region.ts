import { knows, type Rule } from '../rule';
import { isEmpty, quoted } from '../text';

export const region: Rule = {
  id: 'take/region',
  check({ brief, vocabularies }, report) {
    const { regions } = vocabularies;
    if (!regions) return;
    for (const { region } of brief.takes) {
      if (isEmpty(region) || knows(regions, region.text.trim())) continue;
      report(
        region,
        `${quoted(region.text)} is not a region of this workspace: choose one or add it to the settings.`,
      );
    }
  },
};
