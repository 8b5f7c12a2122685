import type {
  BriefRow,
  JsonText,
  RowColumns,
  ToldWorkspace,
  WorkspacePatch,
  WorkspaceState,
} from '../../bridge/types';
import { changedBy } from '../../core/workspace/entity-change';
import { forgetParts, gather } from './entities';
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
export function received(told: ToldWorkspace): WorkspaceState {
  forgetRows();
  forgetParts();
  streams = 0;
  return {
    ...told,
    entities: told.entities === null ? [] : parsed(told.entities),
    areEntitiesUnread: told.entities === null,
    briefs: [...told.briefs, ...unreadRows(told.unread)],
    unread: '[]',
  };
}

/** More rows than this come in a stream: the first are drawn soon, the others now and then. */
const STREAM = 50;
const FIRST_MS = 100;
const NEXT_MS = 700;

/** What was told of rows and is not in the state yet; null for one that is gone. */
const waiting = new Map<string, BriefRow | null>();
let timer: number | undefined;
/** How often the rows of a stream were waited for, until all are read. */
let streams = 0;
/** What came with the last rows of a stream: judging by them comes a task after drawing them. */
let end: ReadPatch | null = null;

/** Takes over what the main process says has changed. */
export function takePatch({ rows, gone = [], ...parts }: WorkspacePatch): void {
  const state = workspaceStore.get();
  if (!state) return;
  takeEnd();
  if (rows !== undefined) waitFor(rows, state);
  for (const slug of gone) waiting.set(slug, null);
  const told = readParts(parts, state);
  const isDone = parts.index?.phase === 'ready' || parts.index?.phase === 'cancelled';
  if (isDone) streams = 0;
  if (streams === 0 && waiting.size <= STREAM) take({ ...told, ...gathered() });
  else if (isDone) {
    take(gathered());
    end = told;
    timer = window.setTimeout(takeEnd);
  } else {
    take(told);
    if (waiting.size > 0) timer ??= window.setTimeout(flushRows, streams++ ? NEXT_MS : FIRST_MS);
  }
}

function waitFor(rows: JsonText<RowColumns>, { briefs }: WorkspaceState): void {
  const known = rowsBySlug(briefs);
  const told = rowsIn(rows, (slug) => waiting.get(slug) ?? known.get(slug));
  for (const row of told) waiting.set(row.slug, row);
}

function take(patch: ReadPatch): void {
  if (Object.keys(patch).length === 0) return;
  workspaceStore.update((state) => state && applyPatch(state, patch));
}

const flushRows = (): void => take(gathered());

function takeEnd(): void {
  const patch = end;
  end = null;
  if (patch) take(patch);
}

function gathered(): Pick<ReadPatch, 'rows' | 'gone'> {
  if (waiting.size === 0) return {};
  const rows = [...waiting.values()].filter((row) => row !== null);
  const gone = [...waiting].filter(([, row]) => row === null).map(([slug]) => slug);
  forgetRows();
  return { rows, gone };
}

/** What has changed, with the rows themselves. */
type ReadPatch = Omit<
  WorkspacePatch,
  'rows' | 'entities' | 'moreEntities' | 'entityChange' | 'published'
> & {
  readonly rows?: readonly BriefRow[];
  readonly entities?: WorkspaceState['entities'];
  readonly areEntitiesUnread?: false;
  readonly published?: WorkspaceState['published'];
};

function readParts(patch: Omit<WorkspacePatch, 'rows'>, state: WorkspaceState): ReadPatch {
  const { entities: _, moreEntities: __, entityChange: ___, published, ...parts } = patch;
  const entities = readEntities(patch, state);
  return {
    ...parts,
    ...(entities === null ? {} : { entities, areEntitiesUnread: false }),
    ...(published === undefined ? {} : { published: parsed(published) }),
  };
}

/** The entities where a patch makes them known or others; else null. */
function readEntities(
  { entities, moreEntities, entityChange }: WorkspacePatch,
  state: WorkspaceState,
): WorkspaceState['entities'] | null {
  if (entities !== undefined) return parsed(entities);
  if (moreEntities) return gather(moreEntities);
  if (!entityChange || state.areEntitiesUnread) return null;
  const changed = changedBy(state.entities, parsed(entityChange));
  return changed === state.entities ? null : changed;
}

export function applyPatch(state: WorkspaceState, patch: ReadPatch): WorkspaceState {
  const { rows, gone, ...parts } = patch;
  const briefs = rows || gone ? mergedRows(state.briefs, rows ?? [], gone ?? []) : state.briefs;
  return { ...state, ...parts, briefs };
}

function forgetRows(): void {
  end = null;
  waiting.clear();
  window.clearTimeout(timer);
  timer = undefined;
}
