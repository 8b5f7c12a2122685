import { type ComponentType, useEffect, useRef } from 'react';
import type { View, ViewName } from '../app/navigation';
import { createStore, useStore } from '../app/store';
import type { ViewProps } from './props';
import './views.css';

const loaders: { readonly [Name in ViewName]: () => Promise<ComponentType<ViewProps>> } = {
  search: async () => (await import('./search/SearchView')).SearchView,
  findings: async () => (await import('./findings/FindingsView')).FindingsView,
  graph: async () => (await import('./graph/GraphView')).GraphView,
  balance: async () => (await import('./balance/BalanceView')).BalanceView,
  entities: async () => (await import('./registry/EntitiesView')).EntitiesView,
  outlets: async () => (await import('./registry/OutletsView')).OutletsView,
};

const loaded = createStore<{ readonly [Name in ViewName]?: ComponentType<ViewProps> }>({});

async function load(name: ViewName): Promise<void> {
  if (loaded.get()[name]) return;
  const view = await loaders[name]();
  loaded.update((views) => ({ ...views, [name]: view }));
}

/** Loads, once there is time, the views in which one types right after the key that opens them. */
export function loadViewsSoon(): void {
  requestIdleCallback(() => {
    for (const name of ['search', 'findings'] as const) {
      // One that can't be loaded now is asked for again when it is shown.
      load(name).catch(() => {});
    }
  });
}

/** The view that stands in the editor's place. */
export function WorkspaceView({ view: { name, wish } }: { readonly view: View }) {
  const views = useStore(loaded);
  const Chosen: ComponentType<ViewProps> | undefined = views[name];
  useEffect(() => void load(name), [name]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the view takes the focus to no place of its own, one goes on from its beginning.
    if (Chosen && document.activeElement === document.body) section.current?.focus();
  }, [Chosen]);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="view"
      aria-label={TITLES[name]}
      data-view={name}
    >
      {Chosen ? <Chosen wish={wish} /> : null}
    </section>
  );
}

export const TITLES: { readonly [Name in ViewName]: string } = {
  search: 'Search',
  findings: 'Findings',
  graph: 'Graph',
  balance: 'Balance',
  entities: 'Entities',
  outlets: 'Outlets',
};
