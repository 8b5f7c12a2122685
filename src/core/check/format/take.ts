import type { Rule } from '../rule';
import { isEmpty, listed } from '../text';

export const take: Rule = {
  id: 'format/take',
  check({ brief }, report) {
    for (const island of brief.islands) {
      if (!island.entry) continue;
      const lineBreak = brief.source.slice(island.from, island.to).search(/\r?\n/);
      const to = lineBreak < 0 ? island.to : island.from + lineBreak;
      report(
        { from: island.from, to },
        'This entry can’t be read as a take: start it with “- **outlet** (region, language) — ”.',
      );
    }
    for (const { head, outlet, region, lang } of brief.takes) {
      if (!isEmpty(outlet) && !isEmpty(region) && !isEmpty(lang)) continue;
      const missing = [
        ...(isEmpty(outlet) ? ['outlet'] : []),
        ...(isEmpty(region) ? ['region'] : []),
        ...(isEmpty(lang) ? ['language'] : []),
      ];
      report(head, `This take names no ${listed(missing)}: fill it in.`);
    }
  },
};
