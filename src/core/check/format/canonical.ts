import { setField } from '../../edit/index';
import { editFix, type Rule } from '../rule';

export const canonical: Rule = {
  id: 'format/canonical',
  check({ brief, address }, report) {
    const line = brief.canonical;
    if (line?.value.text === address) return;
    const end = brief.source.length;
    const message = line
      ? `The canonical line is not this brief’s address: it must read “${address}”.`
      : `There is no canonical line: end the brief with “Canonical: ${address}”.`;
    report(line ?? { from: end, to: end }, message, 'Set the canonical address', (title) =>
      editFix(title, setField(brief, { field: 'canonical' }, address)),
    );
  },
};
