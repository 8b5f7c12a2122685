import type { Problem } from '../../bridge/types';
import { createStore, useStore } from './store';

/** What became of a brief's text; `saved` only after the main process confirmed the bytes. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly retry: () => void;
      readonly saveCopy: () => void;
    }
  | { readonly kind: 'conflict'; readonly resolve: () => void };

/** The state of each brief whose text the editor holds. */
export const saveStates = createStore<ReadonlyMap<string, SaveState>>(new Map());

/** Null: the editor no longer holds the brief. */
export function setSaveState(slug: string, state: SaveState | null): void {
  saveStates.update((states) => {
    const next = new Map(states);
    if (state) next.set(slug, state);
    else next.delete(slug);
    return next;
  });
}

export function useSaveState(slug: string | null): SaveState | null {
  return useStore(saveStates, (states) => (slug ? (states.get(slug) ?? null) : null));
}

export const isUnsaved = (state: SaveState | null | undefined): boolean =>
  state !== null && state !== undefined && state.kind !== 'saved';
