import type { Rule } from '../rule';
import { isEmpty } from '../text';

export const sourceMissing: Rule = {
  id: 'take/source-missing',
  check({ brief }, report) {
    for (const take of brief.takes) {
      if (isEmpty(take.source)) report(take.head, 'This take has no source: add its address.');
    }
  },
};
