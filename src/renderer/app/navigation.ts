import { createStore, useStore } from './store';

/** A place in the open brief to go to: an offset (UTF-16) or a line (from 1). */
export interface Reveal {
  readonly slug: string;
  readonly at: { readonly offset: number } | { readonly line: number };
}

export interface Place {
  /** The brief that is shown; null where none is. */
  readonly slug: string | null;
  /** Set until the editor has gone there and called `revealed`. A new object for each wish. */
  readonly reveal: Reveal | null;
}

export const placeStore = createStore<Place>({ slug: null, reveal: null });

export const usePlace = (): Place => useStore(placeStore);
export const useOpenSlug = (): string | null => useStore(placeStore, (place) => place.slug);

export function openBrief(slug: string | null): void {
  if (placeStore.get().slug !== slug) placeStore.set({ slug, reveal: null });
}

/** Opens the brief, where it is another, and goes to the place in it. */
export function reveal(slug: string, at: Reveal['at']): void {
  placeStore.set({ slug, reveal: { slug, at } });
}

/** The editor has gone to the place. */
export function revealed(wish: Reveal): void {
  placeStore.update((place) => (place.reveal === wish ? { ...place, reveal: null } : place));
}
