import type { Rule } from '../rule';
import { isEmpty, titleLine } from '../text';

export const dek: Rule = {
  id: 'format/dek',
  check({ brief }, report) {
    if (isEmpty(brief.dek?.value)) {
      report(titleLine(brief), 'There is no dek: write one under the title, after “> ”.');
    }
  },
};
