import type { CommandId } from '../../bridge/commands';
import type {
  Boot,
  OpenResult,
  Problem,
  RecentWorkspace,
  WorkspaceState,
} from '../../bridge/types';
import { bridge } from './bridge';
import { mayLeave } from './close-guard';
import { closeDialog, openDialog } from './dialogs';
import { takeMenuCommand } from './keys';
import { initialSlug } from './list';
import { liveStore } from './live';
import { flushMemory, remember } from './memory';
import { placeStore } from './navigation';
import { saveStates } from './save-state';
import { createStore } from './store';
import { toastProblem } from './toasts';
import { received, takePatch, workspaceStore } from './workspace';

export const recentStore = createStore<readonly RecentWorkspace[]>([]);
/** Why the last attempt to open a workspace failed; shown on the welcome screen. */
export const openProblem = createStore<Problem | null>(null);
/** True while the workspace's folder is gone. */
export const vanishedStore = createStore(false);
export const bootStore = createStore<Pick<Boot, 'version' | 'platform'>>({
  version: '',
  platform: 'linux',
});

/** Asks the main process what to show, and listens to it from then on. */
export async function start(): Promise<void> {
  bridge.on('workspace', takePatch);
  bridge.on('opened', receive);
  bridge.on('vanished', vanished);
  bridge.on('command', (id: CommandId) => takeMenuCommand(id));
  bridge.on('close-requested', () => void answerClose());
  placeStore.subscribe(() => remember('open-brief', placeStore.get().slug));
  const boot = await bridge.boot();
  bootStore.set({ version: boot.version, platform: boot.platform });
  recentStore.set(boot.recent);
  if (boot.open) receive(boot.open);
}

/** Opens a workspace in place of the one that is open, once that may be left. */
export async function open(ask: () => Promise<OpenResult>): Promise<void> {
  if (workspaceStore.get() && !(await mayLeave())) return;
  flushMemory();
  receive(await ask());
}

export const chooseWorkspace = (): Promise<void> => open(() => bridge.openWorkspace());
export const openSample = (): Promise<void> => open(() => bridge.openSample());
export const openRecent = (id: string): Promise<void> => open(() => bridge.openRecent(id));

export async function forgetRecent(id: string): Promise<void> {
  recentStore.set(await bridge.forgetRecent(id));
}

export async function closeWorkspace(): Promise<void> {
  if (!(await mayLeave())) return;
  flushMemory();
  const recent = await bridge.closeWorkspace();
  show(null);
  recentStore.set(recent);
}

export function receive(result: OpenResult): void {
  if (result.kind === 'opened') show(received(result.workspace));
  else if (result.kind === 'adoptable') {
    openDialog({ kind: 'adopt', proposal: result.proposal });
  } else if (result.kind === 'problem') {
    if (workspaceStore.get()) toastProblem(result.problem);
    else openProblem.set(result.problem);
  }
}

function show(workspace: WorkspaceState | null): void {
  closeDialog();
  openProblem.set(null);
  vanishedStore.set(false);
  const again = workspace !== null && workspace.id === workspaceStore.get()?.id;
  workspaceStore.set(workspace);
  if (again) return;
  saveStates.set(new Map());
  liveStore.set(null);
  placeStore.set({ view: null, slug: workspace && initialSlug(workspace), reveal: null });
}

/** A folder that is back is a reason to save again what could not be saved. */
function vanished(gone: boolean): void {
  vanishedStore.set(gone);
  if (gone) return;
  for (const state of saveStates.get().values()) if (state.kind === 'failed') state.retry();
}

async function answerClose(): Promise<void> {
  const may = await mayLeave();
  if (may) flushMemory();
  await bridge.closeAnswer(may);
}
