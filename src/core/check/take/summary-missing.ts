import type { Rule } from '../rule';
import { isEmpty } from '../text';

export const summaryMissing: Rule = {
  id: 'take/summary-missing',
  check({ brief }, report) {
    for (const take of brief.takes) {
      if (isEmpty(take.summary)) report(take.head, 'This take has no summary: write one.');
    }
  },
};
