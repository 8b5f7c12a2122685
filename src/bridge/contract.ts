import type { Balance } from '../core/balance/types';
import type { GraphData, GraphScope } from '../core/graph/drawing';
import type { FindingsPage, FindingsQuery } from '../core/graph/findings';
import type { References, Subject } from '../core/graph/references';
import type { ChangePlan, ChangeRequest } from '../core/plan/types';
import type { SearchPage, SearchQuery } from '../core/search/types';
import type { Waiver } from '../core/waive/waiver';
import type { Entity, Outlet, Settings } from '../core/workspace/workspace';
import type { CommandId } from './commands';
import type {
  Answer,
  Boot,
  Cancelled,
  Changed,
  Done,
  ExportPlan,
  ExportResult,
  Failed,
  JsonText,
  Memory,
  NewWorkspace,
  OpenedBrief,
  OpenResult,
  OutsideChange,
  RecentWorkspace,
  SaveRequest,
  SaveResult,
  WorkspacePatch,
  ZoomStep,
} from './types';

/**
 * What the page may ask of the main process. Every call answers; what a user can meet is a value
 * of the answer, and a rejected call is a bug. Briefs go by slug, folders by a token of the main
 * process; no call takes a path.
 */
export interface Calls {
  boot(): Promise<Boot>;

  /** Shows the system's folder dialog and opens what is chosen. */
  openWorkspace(): Promise<OpenResult>;
  openRecent(id: string): Promise<OpenResult>;
  forgetRecent(id: string): Promise<readonly RecentWorkspace[]>;
  /** Opens a copy of the sample, made at the first call. */
  openSample(): Promise<OpenResult>;
  /** A folder for a new workspace. */
  chooseFolder(): Promise<
    { kind: 'chosen'; token: string; path: string; empty: boolean } | Cancelled
  >;
  createWorkspace(request: NewWorkspace): Promise<OpenResult>;
  adopt(token: string, settings: Settings): Promise<OpenResult>;
  closeWorkspace(): Promise<readonly RecentWorkspace[]>;
  /** Replaces what is remembered for the open workspace. */
  remember(memory: Memory): Promise<Done>;

  openBrief(slug: string): Promise<OpenedBrief | Failed>;
  /** The page no longer shows it: watch events for it stop. */
  closeBrief(slug: string): Promise<Done>;
  saveBrief(request: SaveRequest): Promise<SaveResult>;
  /** Keeps typed text outside the workspace; answers once it is on disk. */
  journal(slug: string, text: string, base: string): Promise<Done | Failed>;
  discardDraft(slug: string): Promise<Done>;
  /** Makes `briefs/{slug}.md` of a text; refuses a slug that is taken. */
  createBrief(slug: string, text: string): Promise<Done | Failed>;
  duplicateBrief(slug: string, to: string): Promise<Done | Failed>;
  /** Adds `slug` to the Related line of `inBrief` on disk. */
  relateBack(inBrief: string, slug: string): Promise<Done | Failed>;
  showInFolder(slug: string): Promise<Done | Failed>;
  /** Asks where, and writes text there: the way out when a save fails. */
  saveCopy(text: string, suggestedName: string): Promise<Done | Cancelled | Failed>;

  addEntity(entity: Entity): Promise<Done | Failed>;
  addOutlet(outlet: Outlet): Promise<Done | Failed>;
  saveSettings(settings: Settings): Promise<Done | Failed>;
  /** Brings back the last good copy of a file in `problems`; the bad one is set aside. */
  restoreLastGood(file: string): Promise<Done | Failed>;

  /** Records that are new or replace those of their slug or name; `gone` (slugs, names) are taken out. */
  putEntities(entities: readonly Entity[], gone: readonly string[]): Promise<Done | Failed>;
  putOutlets(outlets: readonly Outlet[], gone: readonly string[]): Promise<Done | Failed>;
  /** What the briefs name and the registries lack. */
  learnRecords(): Promise<
    | {
        readonly kind: 'learned';
        readonly entities: readonly Entity[];
        readonly outlets: readonly Outlet[];
      }
    | Failed
  >;
  /** Asks for a file to import from (CSV or JSON) and reads it. */
  readImport(): Promise<
    { readonly kind: 'read'; readonly name: string; readonly text: string } | Cancelled | Failed
  >;
  /** Adds a waiver, or replaces that of the same finding. */
  putWaiver(waiver: Waiver): Promise<Done | Failed>;
  removeWaiver(waiver: Waiver): Promise<Done | Failed>;

  /** Queries of the graph see unsaved text that was handed over by `overlay`. */
  findings(query: FindingsQuery): Promise<Answer<FindingsPage>>;
  search(query: SearchQuery): Promise<Answer<SearchPage>>;
  references(subject: Subject): Promise<Answer<References>>;
  graph(scope: GraphScope): Promise<Answer<GraphData>>;
  /** Over the briefs that a search (`SearchQuery.text`) finds; '' for all. */
  balance(search: string): Promise<Answer<Balance>>;
  /** In how many briefs each entity (by slug) or outlet (by name) occurs. */
  uses(kind: 'entity' | 'outlet'): Promise<Answer<JsonText<Readonly<Record<string, number>>>>>;
  /** The open brief's text as it is typed; null once it is saved or closed. */
  overlay(slug: string, text: string | null): Promise<Done>;
  /** Stops reading and checking; `resumeIndex` goes on. */
  cancelIndex(): Promise<Done>;
  resumeIndex(): Promise<Done>;

  /** Plans a change to many files; nothing is written. Unsaved text must be saved first. */
  planChange(request: ChangeRequest): Promise<Answer<ChangePlan>>;
  /** Carries out a plan, all or nothing, but for the changes in `without`. */
  runChange(id: string, without: readonly string[]): Promise<Answer<Changed>>;
  /** Takes the last change back as one step; refuses where a file was changed since. */
  undoChange(): Promise<Answer<Changed>>;
  /** Does the change again that was taken back last; refuses alike. */
  redoChange(): Promise<Answer<Changed>>;

  chooseExportFolder(): Promise<{ kind: 'chosen'; path: string } | Cancelled | Failed>;
  planExport(slugs: readonly string[]): Promise<{ kind: 'planned'; plan: ExportPlan } | Failed>;
  /** Carries out a plan; `overwrite` names the targets that may be replaced though changed outside. */
  runExport(id: string, overwrite: readonly string[]): Promise<ExportResult>;
  showExportFolder(): Promise<Done | Failed>;

  /** Opens an http(s) address in the system's browser; refuses all else. */
  openExternal(url: string): Promise<Done | Failed>;
  /** Which commands the menu offers now. */
  setMenu(enabled: readonly CommandId[]): Promise<Done>;
  /** Makes the whole page larger or smaller; remembered with the window. */
  zoom(step: ZoomStep): Promise<Done>;
  /** The answer to `close-requested`: false keeps the window open. */
  closeAnswer(mayClose: boolean): Promise<Done>;
  /** The page has drawn its first screen. */
  ready(): Promise<Done>;
}

/** What the main process tells the page. */
export interface Events {
  /** A workspace was opened from outside the page: second start, dropped on the icon, menu. */
  opened: OpenResult;
  workspace: WorkspacePatch;
  outside: OutsideChange;
  /** A menu item or its shortcut. */
  command: CommandId;
  /** The window is about to close: save, then `closeAnswer`. */
  'close-requested': null;
  /** The workspace's folder is gone (true) or back (false). */
  vanished: boolean;
}

export type CallName = keyof Calls;
export type EventName = keyof Events;

/** What the preload puts on the page as `window.briefwright`. */
export interface Bridge extends Calls {
  /** @returns the listener's removal */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Opens a folder that was dropped on the window. */
  openDropped(file: unknown): Promise<OpenResult>;
  /** Gives back memory that the page holds and does not need. */
  tidyMemory(): void;
}
