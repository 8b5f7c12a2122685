import type { BriefRow, WorkspacePatch, WorkspaceState } from '../../bridge/types';
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

const indexes = new WeakMap<readonly BriefRow[], ReadonlyMap<string, BriefRow>>();

export function rowsBySlug(rows: readonly BriefRow[]): ReadonlyMap<string, BriefRow> {
  let index = indexes.get(rows);
  if (!index) {
    index = new Map(rows.map((row) => [row.slug, row]));
    indexes.set(rows, index);
  }
  return index;
}

/** The state as the main process tells it, with a row for each brief that was not read yet. */
export function received(state: WorkspaceState): WorkspaceState {
  forgetRows();
  if (state.unread.length === 0) return state;
  const briefs = [...state.briefs, ...state.unread.map(unreadRow)];
  return { ...state, briefs, unread: [] };
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
export function takePatch({ rows = [], gone = [], ...parts }: WorkspacePatch): void {
  const state = workspaceStore.get();
  if (!state) return;
  for (const row of rows) waiting.set(row.slug, row);
  for (const slug of gone) waiting.set(slug, null);
  const isStream = waiting.size > STREAM && parts.index?.phase !== 'ready';
  if (isStream) timer ??= window.setTimeout(flushRows, streams++ === 0 ? FIRST_MS : NEXT_MS);
  else streams = 0;
  const patch = isStream ? parts : { ...parts, ...gathered() };
  if (Object.keys(patch).length > 0) workspaceStore.set(applyPatch(state, patch));
}

function flushRows(): void {
  workspaceStore.update((state) => state && applyPatch(state, gathered()));
}

function gathered(): Pick<WorkspacePatch, 'rows' | 'gone'> {
  if (waiting.size === 0) return {};
  const rows = [...waiting.values()].filter((row) => row !== null);
  const gone = [...waiting].filter(([, row]) => row === null).map(([slug]) => slug);
  forgetRows();
  return { rows, gone };
}

export function applyPatch(state: WorkspaceState, patch: WorkspacePatch): WorkspaceState {
  const { rows, gone, ...parts } = patch;
  const briefs = rows || gone ? mergeRows(state.briefs, rows ?? [], gone ?? []) : state.briefs;
  return { ...state, ...parts, briefs };
}

function mergeRows(
  briefs: readonly BriefRow[],
  rows: readonly BriefRow[],
  gone: readonly string[],
): readonly BriefRow[] {
  const merged = new Map(rowsBySlug(briefs));
  for (const slug of gone) merged.delete(slug);
  for (const row of rows) merged.set(row.slug, row);
  return [...merged.values()];
}

function forgetRows(): void {
  waiting.clear();
  window.clearTimeout(timer);
  timer = undefined;
}

const unreadRow = (slug: string): BriefRow => ({
  slug,
  title: '',
  date: '',
  claims: null,
  type: '',
  heads: [],
  lenses: [],
  takes: 0,
  findings: { error: 0, warning: 0, info: 0 },
  modified: 0,
  problem: null,
});
