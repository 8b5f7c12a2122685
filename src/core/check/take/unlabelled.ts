import type { Lens } from '../../format/brief';
import type { Rule } from '../rule';

/** The lens of takes that are not assigned yet. */
const UNLABELLED = 'unlabelled';

export function isUnlabelled(lens: Lens): boolean {
  return lens.name.text.trim() === UNLABELLED;
}

export const unlabelled: Rule = {
  id: 'take/unlabelled',
  check({ brief }, report) {
    for (const lens of brief.lenses) {
      const count = lens.takes.length;
      if (!lens.heading || count === 0 || !isUnlabelled(lens)) continue;
      const message =
        count === 1
          ? 'One take has no lens yet: move it to one.'
          : `${count} takes have no lens yet: move them to one.`;
      report(lens.heading, message);
    }
  },
};
