import { bridge } from './bridge';
import { useStore } from './store';
import { workspaceStore } from './workspace';

// Layout changes come in bursts while a separator is dragged.
const settle = 400;
let timer: number | undefined;

/**
 * What is remembered for the open workspace under a key; plain JSON.
 * What comes back was written by an earlier version: check its shape.
 */
export function recall(key: string): unknown {
  return workspaceStore.get()?.memory[key];
}

export function remember(key: string, value: unknown): void {
  const workspace = workspaceStore.get();
  if (!workspace || Object.is(workspace.memory[key], value)) return;
  workspaceStore.set({ ...workspace, memory: { ...workspace.memory, [key]: value } });
  window.clearTimeout(timer);
  timer = window.setTimeout(flushMemory, settle);
}

/** Sends what waits to be remembered; to be called before the workspace is left. */
export function flushMemory(): void {
  if (timer === undefined) return;
  window.clearTimeout(timer);
  timer = undefined;
  const workspace = workspaceStore.get();
  // A layout that is not kept costs nothing that a user would want to be told of.
  if (workspace) bridge.remember(workspace.memory).catch(() => {});
}

/** A remembered value; `read` turns what was kept (undefined at first) into a value that fits. */
export function useMemory<T extends string | number | boolean | null>(
  key: string,
  read: (kept: unknown) => T,
): [T, (value: T) => void] {
  const value = useStore(workspaceStore, (workspace) => read(workspace?.memory[key]));
  return [value, (next) => remember(key, next)];
}

export const keptBoolean =
  (fallback: boolean) =>
  (kept: unknown): boolean =>
    typeof kept === 'boolean' ? kept : fallback;

export const keptChoice =
  <T extends string>(choices: readonly T[], fallback: T) =>
  (kept: unknown): T =>
    choices.find((choice) => choice === kept) ?? fallback;

/** The sizes of the panes of a group, remembered. */
export const keptSizes = (group: string) => ({
  sizeOf(pane: string): number | null {
    const kept = recall(`size:${group}:${pane}`);
    return typeof kept === 'number' && kept > 0 ? kept : null;
  },
  onSize: (pane: string, pixels: number): void => remember(`size:${group}:${pane}`, pixels),
});
