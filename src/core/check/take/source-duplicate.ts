import type { Rule } from '../rule';
import { isEmpty } from '../text';

export const sourceDuplicate: Rule = {
  id: 'take/source-duplicate',
  check({ brief }, report) {
    const outlets = new Map<string, string>();
    for (const { source, outlet } of brief.takes) {
      if (!source || isEmpty(source)) continue;
      const first = outlets.get(source.text);
      if (first === undefined) outlets.set(source.text, outlet.text.trim());
      else
        report(source, `The take of ${first} has the same source: merge the two or correct one.`);
    }
  },
};
