import type { ChangePlan, ChangeRequest } from '../../../core/plan/types';
import type { Problem } from '../../../bridge/types';
import { bridge } from '../../app/bridge';
import { neighbour, selectionStore } from '../../app/list';
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

/** What was last carried out from here, for taking it back by its notice. */
let last: { readonly request: ChangeRequest } | null = null;

/** Carries out a plan and says so. @returns why nothing was changed, or null */
export async function runChange(
  request: ChangeRequest,
  plan: ChangePlan,
  without: ReadonlySet<string>,
): Promise<Problem | null> {
  const stays = request.kind === 'delete-brief' ? besides(request.slug) : null;
  const result = await bridge.runChange(plan.id, [...without]);
  if (result.kind === 'problem') return result.problem;
  const done = { request };
  last = done;
  if (request.kind === 'rename-brief') moveOn(request.slug, request.to);
  if (request.kind === 'delete-brief') moveOn(request.slug, stays);
  toast(`${plan.title}: ${sizeWords(sizeOf(plan, without))}.`, {
    kind: 'done',
    action: { label: 'Undo', run: () => void undoOf(done) },
  });
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
  const problem = await runChange(request, plan, new Set());
  if (problem) toastProblem(problem);
  return null;
}

async function undoOf(done: { readonly request: ChangeRequest }): Promise<void> {
  if (last === done) await undoChange();
  else if (last) toast('More was changed since. Undo the last change to many files first.');
  else toast('This was taken back already.');
}

/** Takes the last change back, as one step. */
export async function undoChange(): Promise<boolean> {
  const done = last;
  if (!(await saveAll())) {
    toast(UNSAVED, { kind: 'error' });
    return false;
  }
  const result = await bridge.undoChange();
  if (result.kind === 'problem') {
    toastProblem(result.problem);
    return false;
  }
  last = null;
  if (done?.request.kind === 'rename-brief') moveOn(done.request.to, done.request.slug);
  toast('The change was taken back.', { kind: 'done' });
  return true;
}

/** A brief is not there any more under its slug: another takes its place on the desk. */
function moveOn(slug: string, to: string | null): void {
  const held = sessions.get(slug);
  // What it held is in the files; kept, it would be taken for text whose file is gone.
  if (held) sessions.drop(held);
  if (placeStore.get().slug !== slug) return;
  placeStore.update((place) => ({ ...place, slug: to, reveal: null }));
  selectionStore.set(new Set(to === null ? [] : [to]));
}

/** The nearest brief in the list to one that goes. */
const besides = (slug: string): string | null =>
  neighbour(slug, 1) ??
  neighbour(slug, -1) ??
  workspaceStore.get()?.briefs.find((row) => row.slug !== slug)?.slug ??
  null;
