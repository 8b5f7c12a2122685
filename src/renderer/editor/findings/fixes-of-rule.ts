import type { RuleId } from '../../../core/check/finding';
import { parse } from '../../../core/format/parse';
import { applyEdits, type TextEdit } from '../../../core/text/edit';
import type { Check } from './findings-store';

/** A fix may uncover more of its rule; a rule that never comes to an end stops here. */
const ROUNDS = 20;

/** The text after every mechanical fix of a rule. */
export function fixedText(text: string, rule: RuleId, check: Check): string {
  let fixed = text;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = separate(
      check(parse(fixed))
        .filter((finding) => finding.rule === rule && !finding.waiver)
        .flatMap(({ fixes }) => {
          const fix = fixes[0];
          return fix?.kind === 'edit' ? [fix.edits] : [];
        }),
    );
    const next = applyEdits(fixed, edits);
    if (next === fixed) return fixed;
    fixed = next;
  }
  return fixed;
}

/** The edits of as many fixes as stand clear of one another. */
function separate(fixes: readonly (readonly TextEdit[])[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const edits of fixes) {
    const clear = edits.every((edit) =>
      taken.every((other) => edit.to < other.from || other.to < edit.from),
    );
    if (clear) taken.push(...edits);
  }
  return taken;
}
