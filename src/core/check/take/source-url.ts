import { readWebAddress } from '../../workspace/address';
import type { Rule } from '../rule';
import { isEmpty, quoted } from '../text';

export const sourceUrl: Rule = {
  id: 'take/source-url',
  check({ brief }, report) {
    for (const { source } of brief.takes) {
      if (!source || isEmpty(source) || readWebAddress(source.text)) continue;
      report(source, `${quoted(source.text)} is no web address: start it with “https://”.`);
    }
  },
};
