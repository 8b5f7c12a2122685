import type { SearchHit, SearchPage } from '../../../core/search/types';
import { bridge } from '../../app/bridge';
import { recall, remember } from '../../app/memory';
import { createStore } from '../../app/store';
import { workspaceStore } from '../../app/workspace';
import { Paged } from '../paged';

export const textStore = createStore('');
/** Which row of the results is active. */
export const activeStore = createStore(0);

export const found = new Paged<string, SearchPage, SearchHit>({
  size: 50,
  ask: (text, offset, limit) => bridge.search({ text, offset, limit }),
  itemsOf: (page) => page.hits,
});

/** A pause in typing that is long enough to ask (milliseconds). */
const PAUSE = 80;

/** Searches as one types; the text is remembered with the workspace. */
export function setText(text: string, pause = PAUSE): void {
  textStore.set(text);
  activeStore.set(0);
  remember('search', text);
  if (text.trim() === '') found.clear();
  else found.ask(text.trim(), pause);
}

let home: string | undefined;

/** Shows what was searched last, or what the view was asked for. */
export function begin(wish: string | null): void {
  const workspace = workspaceStore.get()?.id;
  const other = workspace !== home;
  home = workspace;
  if (other) found.clear();
  if (wish !== null) setText(wish, 0);
  else if (other) setText(kept(), 0);
  else found.refresh();
}

function kept(): string {
  const text = recall('search');
  return typeof text === 'string' ? text : '';
}
