import type { CountName } from '../../format/brief';
import { countText } from '../../format/counts';
import { editFix, type Rule } from '../rule';

/** The rule that a count of the meta line is the derived one. */
function countRule(name: CountName): Rule {
  return {
    id: `counts/${name}`,
    check({ brief, counts }, report) {
      const count = brief.meta?.counts[name];
      if (!count) return;
      const derived = counts[name];
      if (Number(count.number.text) === derived) return;
      const text = countText(name, derived);
      const { from, to } = count;
      const message = `The brief has ${text}: set the number in the meta line.`;
      report(count.number, message, `Set to ${text}`, (title) =>
        editFix(title, [{ from, to, insert: text }]),
      );
    },
  };
}

export const countTakes = countRule('takes');
export const countLenses = countRule('lenses');
export const countRegions = countRule('regions');
