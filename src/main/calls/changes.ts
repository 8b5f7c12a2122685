import { randomUUID } from 'node:crypto';
import type { Calls } from '../../bridge/contract';
import type { Answer } from '../../bridge/types';
import { applyChange, type WholeChange } from '../../core/plan/index';
import type { ChangePlan, ChangeRequest } from '../../core/plan/types';
import { runChange, undoableOf, undoChange } from '../../disk/change/change';
import { attempt, failed, refuse } from '../../disk/files/problem';
import { Queues } from '../../disk/files/queue';
import type { Session } from '../workspace/session';
import { type Context, inSession } from './context';

type ChangeCalls = Pick<Calls, 'planChange' | 'runChange' | 'undoChange'>;
type Changed = Answer<{ readonly files: number }>;

/** Plans that can still be carried out: the page may ask for another before it shows the first. */
const MOST_PLANS = 4;

export function changeCalls(context: Context): ChangeCalls {
  const plans = new Map<string, WholeChange>();
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
        plans.set(whole.plan.id, whole);
        for (const id of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(id);
        return { kind: 'answer', answer: whole.plan };
      }),
    runChange: (id, without) =>
      inTurn(async (session) => {
        const whole = plans.get(id);
        plans.clear();
        if (!whole) return failed('not-found', 'The plan is out of date. Plan again.');
        return run(context, session, whole, without);
      }),
    undoChange: () =>
      inTurn(async (session) => {
        await session.briefs.idle();
        const files = await undoChange(context.disk, session.root);
        await tell(context, session);
        if (files === null) return failed('not-found', 'There is no change to take back.');
        return { kind: 'answer', answer: { files } };
      }),
  };
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
  whole: WholeChange,
  without: readonly string[],
): Promise<Changed> {
  await session.briefs.idle();
  const changes = applyChange(whole, without);
  const named = new Set(changes.map(({ file }) => file));
  const touched = whole.plan.files.filter(({ file }) => named.has(file));
  await areSaved(session, touched);
  const files = await runChange(context.disk, session.root, whole.plan.title, changes);
  for (const { slug, file, to } of touched) {
    if (slug !== null && to !== file) await session.journal.discard(slug).catch(() => undefined);
  }
  await tell(context, session);
  return { kind: 'answer', answer: { files } };
}

/** Text of an earlier session that is kept and not in its file would be lost sight of. */
async function areSaved(session: Session, files: ChangePlan['files']): Promise<void> {
  const drafts = new Set((await session.briefs.drafts()).map(({ slug }) => slug));
  const unsaved = files.find(({ slug }) => slug !== null && drafts.has(slug));
  if (unsaved) {
    refuse(
      'exists',
      `${unsaved.file} has text that is not saved. Open it and save or discard the text, then plan again.`,
    );
  }
}

/** Tells the page what can be taken back now, and lets the session look at what was written. */
async function tell({ disk }: Context, session: Session): Promise<void> {
  const undoable = await undoableOf(disk, session.root);
  await session.draftsChanged();
  session.around.emit('workspace', { undoable });
  session.refresh();
}
