import { workspaceStore } from '../app/workspace';

/** Calls back whenever another workspace is open: nothing of one is shown in another. */
export function onOtherWorkspace(forget: () => void): void {
  let home = workspaceStore.get()?.id;
  workspaceStore.subscribe(() => {
    const now = workspaceStore.get()?.id;
    if (now === home) return;
    home = now;
    forget();
  });
}
