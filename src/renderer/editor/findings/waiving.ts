import type { Finding } from '../../../core/check/finding';
import { isExpired, WAIVER_RULES } from '../../../core/waive/waive';
import { keyOfWaiver, type Waiver } from '../../../core/waive/waiver';
import { bridge, toast, toastProblem } from '../../app/contract';
import { openDialog } from '../../app/dialogs';
import type { Session } from '../session/session';

/** True where a finding may be let stand. */
export const canWaive = (session: Session, { rule, waiver }: Finding): boolean =>
  session.readOnly === null && !waiver && !WAIVER_RULES.some((own) => own === rule);

/** Asks why a finding may stand. */
export function askToWaive(session: Session, finding: Finding): void {
  const place = session.findings.placeOf(finding);
  if (!place) return;
  const { rule, message } = finding;
  openDialog({ kind: 'waive', slug: session.slug, rule, message, ...place });
}

/** A waiver of the open brief, and what it says of a finding. */
export interface Held {
  readonly waiver: Waiver;
  /** What it lets stand; null where nothing of the kind is found, or it has expired. */
  readonly finding: Finding | null;
  readonly state: 'held' | 'expired' | 'unused';
}

/** The waivers of a brief, those that hold first. */
export function heldOf(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  slug: string,
  today: string,
): Held[] {
  const own = waivers.filter((waiver) => waiver.slug === slug);
  const held = new Map(
    findings.flatMap((finding) =>
      finding.waiver ? [[keyOfWaiver(finding.waiver), finding] as const] : [],
    ),
  );
  const all = own.map((waiver): Held => {
    const finding = held.get(keyOfWaiver(waiver)) ?? null;
    const state = finding ? 'held' : isExpired(waiver, today) ? 'expired' : 'unused';
    return { waiver, finding, state };
  });
  return [...all.filter(({ finding }) => finding), ...all.filter(({ finding }) => !finding)];
}

/** Opens the dialog on a waiver that is there. */
export function changeWaiver({ waiver, finding }: Held): void {
  const { slug, rule, text, nth } = waiver;
  const message = finding?.message ?? 'Nothing of the kind is found now.';
  openDialog({
    kind: 'waive',
    slug,
    rule,
    text,
    message,
    ...(nth === undefined ? {} : { nth }),
  });
}

/** Ends a waiver: its finding counts again. */
export async function takeBack(waiver: Waiver): Promise<void> {
  const result = await bridge.removeWaiver(waiver);
  if (result.kind === 'problem') toastProblem(result.problem);
  else {
    toast('The waiver is taken back.', {
      action: { label: 'Undo', run: () => void bridge.putWaiver(waiver) },
    });
  }
}
