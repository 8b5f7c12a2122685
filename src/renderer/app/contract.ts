/**
 * What the shell and the editor know of each other.
 *
 * The shell lays out `EditorPane` (which follows its `slug`) and `SidePane` (preview and findings,
 * as tabs) of `editor/index`, and offers all below. The editor holds the text of the open brief,
 * tells its save state and live figures, gives the commands of a brief their meaning (`brief.save`,
 * `edit.*`, `insert.*`, `view.form`, `view.source`, `view.both`, `view.takes-columns`,
 * `go.next-finding`, `go.previous-finding`), and guards the leaving.
 */
export { bridge, cspNonce } from './bridge';
export { addCloseGuard, type CloseGuard } from './close-guard';
export { runCommand, useCommand } from './commands';
export { keepText, type KeptText } from './kept-text';
export { type Aside, givenWay, showSide, type SideTab, useSideTab } from './layout';
export { type Live, setLive } from './live';
export { keptBoolean, keptChoice, keptSizes, recall, remember, useMemory } from './memory';
export {
  leaveView,
  openBrief,
  type Reveal,
  reveal,
  revealed,
  showView,
  useOpenSlug,
  usePlace,
  useView,
  type View,
  type ViewName,
} from './navigation';
export { entityIndexOf, UNREAD_ENTITIES } from './entities';
export { type SaveState, setSaveState, useSaveState } from './save-state';
export { createStore, type Store, useStore } from './store';
export { namesWereRead } from './tidy';
export { toast, toastProblem } from './toasts';
export { entityUses } from './uses';
export type { RowsBySlug } from './rows';
export { rowsBySlug, useBriefRow, useWorkspace, workspaceStore } from './workspace';
