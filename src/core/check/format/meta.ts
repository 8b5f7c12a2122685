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
  const missing: string[] = [];
  if (isEmpty(meta.type?.value)) missing.push('type');
  if (isEmpty(meta.date?.value)) missing.push('date');
  if (!meta.heads || meta.heads.items.length === 0) missing.push('heads');
  for (const name of COUNT_NAMES) if (!meta.counts[name]) missing.push(`number of ${name}`);
  return missing;
}
