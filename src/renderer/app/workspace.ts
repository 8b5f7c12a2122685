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
