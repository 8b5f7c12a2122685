import { removeLens } from '../../edit/index';
import { editFix, type Rule } from '../rule';
import { quoted } from '../text';

export const lensEmpty: Rule = {
  id: 'take/lens-empty',
  check({ brief }, report) {
    brief.lenses.forEach(({ heading, name, takes, to }, index) => {
      if (!heading || takes.length > 0) return;
      report(
        heading,
        `The lens ${quoted(name.text.trim())} holds no take: remove it or add one.`,
        // What stands under the heading is nobody's to throw away.
        to > heading.to ? undefined : 'Remove the lens',
        (title) => editFix(title, removeLens(brief, index)),
      );
    });
  },
};
