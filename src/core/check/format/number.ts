import type { Rule } from '../rule';
import { isEmpty } from '../text';

export const number: Rule = {
  id: 'format/number',
  check({ brief }, report) {
    for (const item of brief.numbers) {
      if (!isEmpty(item.value) && !isEmpty(item.label)) continue;
      report(item, 'This number lacks its value or its label: write “value, label”.');
    }
  },
};
