import type { Rule } from '../rule';
import { isEmpty } from '../text';

export const quoteMissing: Rule = {
  id: 'take/quote-missing',
  check({ brief }, report) {
    for (const take of brief.takes) {
      if (isEmpty(take.quote))
        report(take.head, 'This take has no quote: add one if there is any.');
    }
  },
};
