import type { BriefRow, WorkspacePatch, WorkspaceState } from '../../bridge/types';
import { mergedRows, parsed, rowsBySlug, rowsIn, unreadRows } from './rows';
import { createStore, useStore } from './store';

/** The open workspace; null on the welcome screen. */
export const workspaceStore = createStore<WorkspaceState | null>(null);

/** The open workspace; only for parts of the page that are drawn while one is open. */
export function useWorkspace(): WorkspaceState;
export function useWorkspace<P>(pick: (workspace: WorkspaceState) => P): P;
export function useWorkspace<P>(pick?: (workspace: WorkspaceState) => P): WorkspaceState | P {
  return useStore(workspaceStore, (state) => {
    if (!state) throw new Error('No workspace is open');
    return pick ? pick(state) : state;
  });
}

/** The row of a brief; undefined where the workspace has none of this slug. */
export function useBriefRow(slug: string): BriefRow | undefined {
  return useWorkspace((workspace) => rowsBySlug(workspace.briefs).get(slug));
}

export { rowsBySlug };

/** The state as the main process tells it, with a row for each brief that was not read yet. */
export function received(state: WorkspaceState): WorkspaceState {
  forgetRows();
  return { ...state, briefs: [...state.briefs, ...unreadRows(state.unread)], unread: '[]' };
}

/** More rows than this come in a stream: the first are drawn soon, the others now and then. */
const STREAM = 50;
const FIRST_MS = 100;
const NEXT_MS = 700;

/** What was told of rows and is not in the state yet; null for one that is gone. */
const waiting = new Map<string, BriefRow | null>();
let timer: number | undefined;
/** How often a stream was drawn already. */
let streams = 0;

/** Takes over what the main process says has changed. */
export function takePatch({ rows, gone = [], published, ...parts }: WorkspacePatch): void {
  const state = workspaceStore.get();
  if (!state) return;
  for (const row of rows === undefined ? [] : rowsIn(rows)) waiting.set(row.slug, row);
  for (const slug of gone) waiting.set(slug, null);
  const isStream = waiting.size > STREAM && parts.index?.phase !== 'ready';
  if (isStream) timer ??= window.setTimeout(flushRows, streams++ === 0 ? FIRST_MS : NEXT_MS);
  else streams = 0;
  const told = published === undefined ? parts : { ...parts, published: parsed(published) };
  const patch = isStream ? told : { ...told, ...gathered() };
  if (Object.keys(patch).length > 0) workspaceStore.set(applyPatch(state, patch));
}

function flushRows(): void {
  workspaceStore.update((state) => state && applyPatch(state, gathered()));
}

function gathered(): Pick<ReadPatch, 'rows' | 'gone'> {
  if (waiting.size === 0) return {};
  const rows = [...waiting.values()].filter((row) => row !== null);
  const gone = [...waiting].filter(([, row]) => row === null).map(([slug]) => slug);
  forgetRows();
  return { rows, gone };
}

/** What has changed, with the rows themselves. */
type ReadPatch = Omit<WorkspacePatch, 'rows' | 'published'> & {
  readonly rows?: readonly BriefRow[];
  readonly published?: WorkspaceState['published'];
};

export function applyPatch(state: WorkspaceState, patch: ReadPatch): WorkspaceState {
  const { rows, gone, ...parts } = patch;
  const briefs = rows || gone ? mergedRows(state.briefs, rows ?? [], gone ?? []) : state.briefs;
  return { ...state, ...parts, briefs };
}

function forgetRows(): void {
  waiting.clear();
  window.clearTimeout(timer);
  timer = undefined;
}
