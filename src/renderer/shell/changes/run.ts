import type { ChangePlan, ChangeRequest } from '../../../core/plan/types';
import type { BriefRow, Changed, Problem } from '../../../bridge/types';
import { bridge } from '../../app/bridge';
import { listed, queryStore, selectionStore } from '../../app/list';
import { placeStore } from '../../app/navigation';
import { toast, toastProblem } from '../../app/toasts';
import { workspaceStore } from '../../app/workspace';
import { sessions } from '../../editor/session/desk';
import { sizeOf, sizeWords } from './selection';

/** What became of a wish to change many files. */
export type Planned =
  | { readonly kind: 'planned'; readonly plan: ChangePlan }
  /** Text of an open brief could not be saved, and a plan is made of the files. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export const UNSAVED =
  'A brief could not be saved, and a change is made to what is saved. Save it, then try again.';

export async function planChange(request: ChangeRequest): Promise<Planned> {
  if (!(await saveAll())) return { kind: 'unsaved' };
  const result = await bridge.planChange(request);
  return result.kind === 'answer'
    ? { kind: 'planned', plan: result.answer }
    : { kind: 'failed', problem: result.problem };
}

/** What is typed and not saved takes part. @returns false where some of it could not be saved */
const saveAll = async (): Promise<boolean> => (await sessions.settle()).length === 0;

/** Carries out a plan and says so. @returns why nothing was changed, or null */
export async function runChange(
  plan: ChangePlan,
  without: ReadonlySet<string>,
): Promise<Problem | null> {
  const beside = besides();
  const result = await bridge.runChange(plan.id, [...without]);
  if (result.kind === 'problem') return result.problem;
  moveOn(result.answer.moved, beside);
  say(`${plan.title}: ${sizeWords(sizeOf(plan, without))}.`, 'undo');
  return null;
}

/** Plans a change that is small enough to be done without being shown, and does it. */
export async function changeAtOnce(request: ChangeRequest): Promise<ChangePlan | null> {
  const planned = await planChange(request);
  if (planned.kind === 'unsaved') toast(UNSAVED, { kind: 'error' });
  if (planned.kind === 'failed') toastProblem(planned.problem);
  if (planned.kind !== 'planned') return null;
  const { plan } = planned;
  if (plan.files.length > 1 || plan.remarks.length + plan.outside.length > 0) return plan;
  const problem = await runChange(plan, new Set());
  if (problem) toastProblem(problem);
  return null;
}

/** Takes the last change back, or does it again, as one step. */
export async function stepChange(way: 'undo' | 'redo'): Promise<void> {
  if (!(await saveAll())) {
    toast(UNSAVED, { kind: 'error' });
    return;
  }
  const beside = besides();
  const result = await (way === 'undo' ? bridge.undoChange() : bridge.redoChange());
  if (result.kind === 'problem') {
    toastProblem(result.problem);
    return;
  }
  moveOn(result.answer.moved, beside);
  if (way === 'undo') say('The change was taken back.', 'redo');
  else say('The change was done again.', 'undo');
}

/** The last notice that offers a way back: an older one is out of date. */
let offered: object | null = null;

function say(text: string, way: 'undo' | 'redo'): void {
  const offer = {};
  offered = offer;
  const run = () => {
    if (offered === offer) void stepChange(way);
    else toast('More was changed since. The Edit menu has the last change to many files.');
  };
  toast(text, { kind: 'done', action: { label: way === 'undo' ? 'Undo' : 'Redo', run } });
}

/** The nearest brief, in the list as it is now, to one that goes; those in `gone` go too. */
function besides(): (slug: string, gone: ReadonlySet<string>) => string | null {
  const briefs = workspaceStore.get()?.briefs ?? [];
  const rows = listed(briefs, queryStore.get());
  return (slug, gone) => {
    const stays = (row: BriefRow) => !gone.has(row.slug);
    const at = rows.findIndex((row) => row.slug === slug);
    const near = rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays);
    return (near ?? briefs.find(stays))?.slug ?? null;
  };
}

/** Briefs that are not there any more under their slugs: another takes the place of the open one. */
function moveOn(moved: Changed['moved'], beside: ReturnType<typeof besides>): void {
  const open = placeStore.get().slug;
  const gone = new Set(moved.map(({ slug }) => slug));
  for (const { slug, to } of moved) {
    const held = sessions.get(slug);
    // What it held is in the files; kept, it would be taken for text whose file is gone.
    if (held) sessions.drop(held);
    if (open === slug) show(to ?? beside(slug, gone));
  }
  const chosen = [...selectionStore.get()].filter((slug) => !gone.has(slug));
  if (chosen.length < selectionStore.get().size) selectionStore.set(new Set(chosen));
}

function show(slug: string | null): void {
  placeStore.update((place) => ({ ...place, slug, reveal: null }));
  selectionStore.set(new Set(slug === null ? [] : [slug]));
}
