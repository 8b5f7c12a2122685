import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Calls } from '../../bridge/contract';
import type { Answer, Changed } from '../../bridge/types';
import { applyChange, type WholeChange } from '../../core/plan/index';
import type { ChangePlan, ChangeRequest } from '../../core/plan/types';
import { redoChange, runChange, type Step, stepsOf, undoChange } from '../../disk/change/change';
import { attempt, failed, refuse } from '../../disk/files/problem';
import { Queues } from '../../disk/files/queue';
import { BRIEFS_FOLDER } from '../../disk/workspace/find';
import { ARGUMENTS } from '../app/arguments';
import type { Session } from '../workspace/session';
import { type Context, inSession } from './context';
import { leavesNoneBehind } from './left-behind';

type ChangeCalls = Pick<Calls, 'planChange' | 'runChange' | 'undoChange' | 'redoChange'>;

/** Plans that can still be carried out: the page may ask for another before it shows the first. */
const MOST_PLANS = 4;

interface Kept {
  readonly request: ChangeRequest;
  readonly whole: WholeChange;
}

export function changeCalls(context: Context): ChangeCalls {
  const plans = new Map<string, Kept>();
  const turns = new Queues();
  /** One at a time, and only where the workspace may be written. */
  const inTurn = <T>(work: (session: Session) => Promise<Answer<T>>): Promise<Answer<T>> =>
    inSession<Answer<T>>(context, (session) =>
      turns.run('', () =>
        attempt('The workspace', 'written', async () => {
          if (session.readOnly) refuse('read-only', session.readOnly);
          return work(session);
        }),
      ),
    );
  return {
    planChange: (request) =>
      inTurn(async (session) => {
        const whole = await planned(session, request);
        plans.set(whole.plan.id, { request, whole });
        for (const id of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(id);
        return { kind: 'answer', answer: whole.plan };
      }),
    runChange: (id, without) =>
      inTurn(async (session) => {
        const kept = plans.get(id);
        plans.clear();
        if (!kept) return failed('not-found', 'The plan is out of date. Plan again.');
        return session.alone(() => run(context, session, kept, without));
      }),
    undoChange: () => inTurn((session) => session.alone(() => step(context, session, 'undo'))),
    redoChange: () => inTurn((session) => session.alone(() => step(context, session, 'redo'))),
  };
}

const STEPS = {
  undo: { go: undoChange, nothing: 'There is no change to take back.' },
  redo: { go: redoChange, nothing: 'There is no change to do again.' },
} as const;

async function step(
  context: Context,
  session: Session,
  way: keyof typeof STEPS,
): Promise<Answer<Changed>> {
  const { disk } = context;
  const { go, nothing } = STEPS[way];
  await session.briefs.idle();
  const changed = await go(disk, session.root, async (next) => {
    await areSaved(session, next.files);
    if (way === 'redo') await reachesNoOther(session, next);
    else await leavesNoneBehind(disk, session, next);
  });
  await tell(context, session, changed?.moved ?? []);
  return changed ? { kind: 'answer', answer: changed } : failed('not-found', nothing);
}

/** What has come to depend on the change since would be left behind: a link written after it was taken back. */
async function reachesNoOther({ engine }: Session, { origin }: Step): Promise<void> {
  const request = v.safeParse(ARGUMENTS.planChange, [origin?.request]);
  if (!origin || !request.success || request.output[0].kind.startsWith('fix-')) return;
  await engine.refresh();
  const result = await engine.plan(request.output[0]);
  if (!result.ok) refuse('not-valid', result.reason);
  const other = result.plan.files.find(({ file }) => !origin.files.includes(file));
  if (other) {
    refuse(
      'exists',
      `${other.file} would have to change with it now, so nothing was done again. Plan the change anew.`,
    );
  }
}

async function planned(session: Session, request: ChangeRequest): Promise<WholeChange> {
  const { engine } = session;
  // A link in a file that was written only now must not be missed.
  await engine.refresh();
  const result = await engine.plan(request);
  if (!result.ok) refuse('not-valid', result.reason);
  const plan: ChangePlan = { ...result.plan.plan, id: randomUUID() };
  return { ...result.plan, plan };
}

async function run(
  context: Context,
  session: Session,
  { request, whole }: Kept,
  without: readonly string[],
): Promise<Answer<Changed>> {
  await session.briefs.idle();
  const changes = applyChange(whole, without);
  const files = changes.map(({ file }) => file);
  await areSaved(session, files);
  const { title } = whole.plan;
  const origin = { request, files: whole.files.map(({ file }) => file) };
  const answer = await runChange(context.disk, session.root, title, changes, origin);
  await tell(context, session, answer.moved);
  return { kind: 'answer', answer };
}

/** Text of an earlier session that is kept and not in its file would be lost sight of. */
async function areSaved(session: Session, files: readonly string[]): Promise<void> {
  const drafts = (await session.briefs.drafts()).map(({ slug }) => `${BRIEFS_FOLDER}/${slug}.md`);
  const unsaved = drafts.find((file) => files.includes(file));
  if (unsaved) {
    refuse(
      'exists',
      `${unsaved} has text that is not saved. Open it and save or discard the text, then try again.`,
    );
  }
}

/** Tells the page what can be taken back or done again now, and lets the session look at what was written. */
async function tell({ disk }: Context, session: Session, moved: Changed['moved']): Promise<void> {
  for (const { slug } of moved) await session.journal.discard(slug).catch(() => undefined);
  await session.draftsChanged();
  session.around.emit('workspace', await stepsOf(disk, session.root));
  session.refresh();
}
