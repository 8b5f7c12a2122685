import type { Rule } from '../rule';
import { firstLine, isEmpty } from '../text';

export const title: Rule = {
  id: 'format/title',
  check({ brief }, report) {
    if (!brief.title) report(firstLine(brief), 'The first line is no title: start it with “# ”.');
    else if (isEmpty(brief.title.value)) {
      report(brief.title, 'The title is empty: write it after “# ”.');
    }
  },
};
