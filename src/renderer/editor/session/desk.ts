import { countFindings } from '../../../core/check';
import type { Finding } from '../../../core/check/finding';
import {
  addCloseGuard,
  bridge,
  keepText,
  recall,
  remember,
  setLive,
  setSaveState,
  toast,
  toastProblem,
  workspaceStore,
} from '../../app/contract';
import { createStore } from '../../app/store';
import { countWords, SEVERITIES } from '../../ui/Severity';
import { announce } from './announce';
import { wordsOf } from './words';
import { followWorkspace, judgeOf, knowledgeStore, waiverStore } from './knowledge';
import { tellOverlay } from './overlay';
import type { Session } from './session';
import { Sessions } from './sessions';
import { realTimers } from './timers';

/** The open briefs of this window. */
export const sessions = new Sessions({
  get bridge() {
    return bridge;
  },
  timers: realTimers,
  home: () => workspaceStore.get()?.id ?? '',
  readOnly: () => workspaceStore.get()?.readOnly ?? null,
  opened: follow,
  closed: (session) => {
    stops.get(session)?.();
    stops.delete(session);
    lookAgain?.();
  },
});

const stops = new Map<Session, () => void>();

/** A session whose conflict or failure is to be looked at; the pane shows it. */
export const asked = createStore<Session | null>(null);

/** A wish to leave though something is not saved; the pane asks, and answers. */
export const leaving = createStore<{
  readonly unsaved: readonly Session[];
  readonly answer: (leave: boolean) => void;
} | null>(null);

function follow(session: Session): void {
  const tellSaving = () => tell(session);
  let waiting: (() => void) | null = null;
  const judge = () => {
    waiting?.();
    waiting = null;
    const knowledge = isUnchecked() ? null : knowledgeStore.get();
    session.findings.use(knowledge && judgeOf(session.slug, knowledge));
  };
  let unchecked = isUnchecked();
  const followSwitch = () => {
    if (unchecked === isUnchecked()) return;
    unchecked = isUnchecked();
    judge();
  };
  judge();
  tellSaving();
  const live = liveOf(session);
  const ends = [
    session.saving.subscribe(tellSaving),
    // What becomes known of the workspace is much at once: the one comes a task after the other.
    knowledgeStore.subscribe(() => (waiting ??= realTimers.after(0, judge))),
    () => waiting?.(),
    waiverStore.subscribe(judge),
    workspaceStore.subscribe(followSwitch),
    tellChanges(session),
    tellOverlay(session, bridge, realTimers),
    session.document.subscribe(live.soon),
    session.findings.subscribe(live.soon),
    live.stop,
    () => setSaveState(session.slug, null),
  ];
  live.soon();
  stops.set(session, () => {
    for (const end of ends) end();
  });
}

/** Remembered as true, briefs are not checked: for measuring what the checks cost. */
const isUnchecked = (): boolean => recall('unchecked') === true;

/** Says how many findings there are, once one pauses, to those who hear the page. */
function tellChanges({ findings }: Session): () => void {
  let told = sayCounts(findings.listed());
  let waiting: (() => void) | null = null;
  const stop = findings.subscribe(() => {
    waiting?.();
    waiting = realTimers.after(1500, () => {
      const now = sayCounts(findings.listed());
      if (now !== told) announce(now);
      told = now;
    });
  });
  return () => {
    stop();
    waiting?.();
  };
}

function sayCounts(listed: readonly Finding[]): string {
  const counts = countFindings(listed);
  const said = SEVERITIES.filter((severity) => counts[severity] > 0);
  return said.length === 0
    ? 'No findings'
    : `Findings: ${said.map((severity) => countWords(severity, counts[severity])).join(', ')}`;
}

function tell(session: Session): void {
  const saving = session.saving.get();
  if (saving.kind === 'failed') {
    setSaveState(session.slug, {
      ...saving,
      retry: () => void session.saver.save(),
      saveCopy: () => void saveCopy(session),
    });
  } else if (saving.kind === 'conflict') {
    setSaveState(session.slug, { kind: 'conflict', resolve: () => asked.set(session) });
    if (sessions.current === session) asked.set(session);
  } else {
    setSaveState(session.slug, saving);
  }
}

export async function saveCopy(session: Session): Promise<boolean> {
  const result = await session.saveCopy();
  if (result.kind === 'problem') toastProblem(result.problem);
  if (result.kind === 'done') toast('A copy was saved.', { kind: 'done' });
  return result.kind === 'done';
}

/** Figures for the list and the status bar: once one pauses, not at each key. */
function liveOf(session: Session): { soon: () => void; stop: () => void } {
  let waiting: (() => void) | null = null;
  const say = () => {
    waiting = null;
    if (sessions.current !== session) return;
    const { brief } = session.document;
    setLive({
      slug: session.slug,
      title: brief.title?.value.text ?? '',
      words: wordsOf(brief.source),
      findings: countFindings(session.findings.shown()),
    });
  };
  return {
    soon: () => {
      waiting?.();
      waiting = realTimers.after(300, say);
    },
    stop: () => waiting?.(),
  };
}

/** Starts what the briefs need of the app. @returns the end of it */
export function startDesk(): () => void {
  const ends = [
    followWorkspace(),
    addCloseGuard(mayLeave),
    keepText(() => {
      const session = sessions.current;
      return session && { slug: session.slug, text: session.document.text };
    }),
    bridge.on('outside', ({ slug, disk }) => sessions.outside(slug, disk)),
    sessions.shown.subscribe(() => {
      const shown = sessions.shown.get();
      if (shown.kind !== 'open') setLive(null);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** While one is asked: looks whether there is still a reason to ask. */
let lookAgain: (() => void) | null = null;

async function mayLeave(): Promise<boolean> {
  keepPlace(sessions.current);
  leaving.get()?.answer(false);
  const unsaved = await sessions.settle();
  if (unsaved.length === 0) return true;
  return new Promise((resolve) => {
    const answer = (leave: boolean) => {
      lookAgain = null;
      for (const end of ends) end();
      leaving.set(null);
      if (leave) for (const session of unsaved.filter(isUnsaved)) sessions.drop(session);
      resolve(leave);
    };
    const ends = unsaved.map(({ saving }) => saving.subscribe(() => lookAgain?.()));
    // What is saved meanwhile, as once a drive is back, needs no answer any more.
    lookAgain = () => {
      if (!unsaved.some(isUnsaved)) answer(true);
    };
    leaving.set({ unsaved, answer });
    lookAgain();
  });
}

const isUnsaved = (session: Session): boolean =>
  sessions.get(session.slug) === session && session.saving.get().kind !== 'saved';

/** Where one was in a brief when it was last left. */
export interface KeptPlace {
  readonly slug: string;
  readonly caret: number;
  readonly scroll: number;
}

const KEPT = 40;

export function keepPlace(session: Session | null): void {
  if (!session) return;
  const { slug, document } = session;
  const scroll = Math.round(session.scroll);
  const others = keptPlaces().filter((place) => place.slug !== slug);
  remember('places', [{ slug, caret: document.caret, scroll }, ...others].slice(0, KEPT));
}

export const keptPlace = (slug: string): KeptPlace | undefined =>
  keptPlaces().find((place) => place.slug === slug);

function keptPlaces(): readonly KeptPlace[] {
  const kept = recall('places');
  return Array.isArray(kept) ? kept.filter(isPlace) : [];
}

function isPlace(value: unknown): value is KeptPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { slug, caret, scroll } = value as Record<string, unknown>;
  return typeof slug === 'string' && typeof caret === 'number' && typeof scroll === 'number';
}
