import type { SearchHit, SearchPage } from '../../../core/search/types';
import { bridge } from '../../app/bridge';
import { recall, remember } from '../../app/memory';
import { createStore } from '../../app/store';
import { onOtherWorkspace } from '../other-workspace';
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
  activeStore.set(0);
  textStore.set(text);
  remember('search', text);
  if (text.trim() === '') found.clear();
  else found.ask(text.trim(), pause);
}

/** Shows what was searched last, or what the view was asked for. */
export function begin(wish: string | null): void {
  if (wish !== null) setText(wish, 0);
  else if (found.isAsked) found.refresh();
  else setText(kept(), 0);
}

onOtherWorkspace(() => {
  found.clear();
  textStore.set('');
  activeStore.set(0);
});

function kept(): string {
  const text = recall('search');
  return typeof text === 'string' ? text : '';
}
