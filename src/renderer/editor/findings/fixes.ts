import type { Finding, Fix } from '../../../core/check/finding';
import { bridge, toast, toastProblem } from '../../app/contract';
import { announce } from '../session/announce';
import type { Session } from '../session/session';
import type { MarkActions } from '../source/marks';

/** True where one click mends it. */
export const canFix = (session: Session, finding: Finding): boolean =>
  session.readOnly === null && !finding.waiver && finding.fixes.length > 0;

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
