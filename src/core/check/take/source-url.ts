import type { Rule } from '../rule';
import { isEmpty, quoted } from '../text';

export const sourceUrl: Rule = {
  id: 'take/source-url',
  check({ brief, addresses }, report) {
    brief.takes.forEach(({ source }, index) => {
      if (!source || isEmpty(source) || addresses[index]) return;
      report(source, `${quoted(source.text)} is no web address: start it with “https://”.`);
    });
  },
};
