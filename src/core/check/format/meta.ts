import type { Meta } from '../../format/brief';
import { COUNT_NAMES } from '../../format/counts';
import type { Rule } from '../rule';
import { isEmpty, listed, quoted, titleLine } from '../text';

export const meta: Rule = {
  id: 'format/meta',
  check({ brief }, report) {
    if (!brief.meta) {
      report(titleLine(brief), 'There is no meta line: write “**Meta:** type: …” under the dek.');
      return;
    }
    const missing = missingParts(brief.meta);
    if (missing.length > 0) {
      const them = missing.length === 1 ? 'it' : 'them';
      report(brief.meta, `The meta line lacks its ${listed(missing)}: add ${them}.`);
    }
    if (brief.meta.unreadable.length > 0) {
      const parts = listed(brief.meta.unreadable.map(({ text }) => quoted(text)));
      report(brief.meta, `The meta line holds what is no part of it: mend or remove ${parts}.`);
    }
  },
};

function missingParts(meta: Meta): string[] {
  return [
    ...(isEmpty(meta.type?.value) ? ['type'] : []),
    ...(isEmpty(meta.date?.value) ? ['date'] : []),
    ...(meta.heads && meta.heads.items.length > 0 ? [] : ['heads']),
    ...COUNT_NAMES.filter((name) => !meta.counts[name]).map((name) => `number of ${name}`),
  ];
}
