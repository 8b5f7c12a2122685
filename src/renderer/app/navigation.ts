import { createStore, useStore } from './store';

/** A place in the open brief to go to: an offset (UTF-16) or a line (from 1). */
export interface Reveal {
  readonly slug: string;
  readonly at: { readonly offset: number } | { readonly line: number };
}

/** The views over the whole workspace; each takes the place of the editor. */
export const VIEWS = ['search', 'findings', 'graph', 'balance', 'entities', 'outlets'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A view and what it was asked to show, in the view's own words: a search, a rule, a slug. */
export interface View {
  readonly name: ViewName;
  readonly wish: string | null;
}

export interface Place {
  /** The view that stands in the editor's place; null where the editor is shown. */
  readonly view: View | null;
  /** The brief that is shown; null where none is. */
  readonly slug: string | null;
  /** Set until the editor has gone there and called `revealed`. A new object for each wish. */
  readonly reveal: Reveal | null;
}

export const placeStore = createStore<Place>({ view: null, slug: null, reveal: null });

export const usePlace = (): Place => useStore(placeStore);
export const useOpenSlug = (): string | null => useStore(placeStore, (place) => place.slug);

export function openBrief(slug: string | null): void {
  const { slug: shown, view } = placeStore.get();
  if (shown !== slug || view) placeStore.set({ view: null, slug, reveal: null });
}

/** Opens the brief, where it is another, and goes to the place in it. */
export function reveal(slug: string, at: Reveal['at']): void {
  placeStore.set({ view: null, slug, reveal: { slug, at } });
}

export const useView = (): View | null => useStore(placeStore, (place) => place.view);

/** Shows a view in the editor's place; the brief stays open behind it. */
export function showView(name: ViewName, wish: string | null = null): void {
  placeStore.update((place) => ({ ...place, view: { name, wish } }));
}

/** Goes back to the editor. */
export function leaveView(): void {
  placeStore.update((place) => (place.view ? { ...place, view: null } : place));
}

/** The editor has gone to the place. */
export function revealed(wish: Reveal): void {
  placeStore.update((place) => (place.reveal === wish ? { ...place, reveal: null } : place));
}
