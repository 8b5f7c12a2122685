import type { Finding, Fix, RuleId } from '../../../core/check/finding';
import { parse } from '../../../core/format/parse';
import { applyEdits, type TextEdit } from '../../../core/text/edit';
import { bridge, toast, toastProblem } from '../../app/contract';
import { announce } from '../session/announce';
import type { Session } from '../session/session';
import type { MarkActions } from '../source/marks';
import type { Check } from './findings-store';

/** True where one click mends it. */
export const canFix = (session: Session, finding: Finding): boolean =>
  session.readOnly === null && finding.fixes.length > 0;

export const markActions = (session: Session): MarkActions => ({
  fix: (finding) => void applyFix(session, finding),
  canFix: (finding) => canFix(session, finding),
});

/** Applies a finding's fix to the text as it is now. */
export async function applyFix(session: Session, shown: Finding, which = 0): Promise<void> {
  const finding = session.findings.current(shown);
  const fix = finding?.fixes[which];
  if (!finding || !fix || session.readOnly !== null) return;
  if (fix.kind === 'edit') {
    session.document.edit(fix.edits, { event: 'fix', caret: () => null });
    announce(`Fixed: ${fix.title}`);
  } else {
    await carryOut(fix);
  }
}

async function carryOut(fix: Exclude<Fix, { kind: 'edit' }>): Promise<void> {
  const result =
    fix.kind === 'add-entity'
      ? await bridge.addEntity({ slug: fix.slug, name: fix.name })
      : await bridge.relateBack(fix.in, fix.slug);
  if (result.kind === 'problem') toastProblem(result.problem);
  else {
    toast(fix.kind === 'add-entity' ? `${fix.name} is now an entity` : `Listed in ${fix.in}`, {
      kind: 'done',
    });
  }
}

/** A fix may uncover more of its rule; a rule that never comes to an end stops here. */
const ROUNDS = 20;

/** The text after every mechanical fix of a rule. */
export function fixedText(text: string, rule: RuleId, check: Check): string {
  let fixed = text;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = separate(
      check(parse(fixed))
        .filter((finding) => finding.rule === rule)
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
