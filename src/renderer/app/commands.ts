import { useEffect, useRef } from 'react';
import type { CommandId } from '../../bridge/commands';
import { createStore, useStore } from './store';

interface Registration {
  readonly enabled: boolean;
  readonly run: () => void;
}

const registrations = new Map<CommandId, Registration[]>();

/** The commands that can run now; a new set for each change. */
export const enabledStore = createStore<ReadonlySet<CommandId>>(new Set());

/**
 * Gives a command its meaning while the component is mounted; of several the one mounted last has
 * it. The menu, the palette and the shortcut follow `enabled`.
 */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => registerCommand(id, () => latest.current(), enabled), [id, enabled]);
}

/** @returns the registration's removal */
export function registerCommand(id: CommandId, run: () => void, enabled = true): () => void {
  const entry = { enabled, run };
  registrations.set(id, [...(registrations.get(id) ?? []), entry]);
  refreshSoon();
  return () => {
    registrations.set(
      id,
      (registrations.get(id) ?? []).filter((other) => other !== entry),
    );
    refreshSoon();
  };
}

/** @returns false where the command can't run now */
export function runCommand(id: CommandId): boolean {
  const entry = registrations.get(id)?.at(-1);
  if (!entry?.enabled) return false;
  entry.run();
  return true;
}

export const useEnabledCommands = (): ReadonlySet<CommandId> => useStore(enabledStore);

let waiting = false;

// A render mounts many commands at once; the menu is told once.
function refreshSoon(): void {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    const now = new Set<CommandId>();
    for (const [id, entries] of registrations) if (entries.at(-1)?.enabled) now.add(id);
    const before = enabledStore.get();
    if (before.size !== now.size || [...now].some((id) => !before.has(id))) enabledStore.set(now);
  });
}
