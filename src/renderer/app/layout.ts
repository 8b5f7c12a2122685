import { keptBoolean, keptChoice, recall, remember, useMemory } from './memory';
import { createStore, useStore } from './store';

/** The tab of the side pane. */
export type SideTab = 'preview' | 'findings' | 'links' | 'balance';

const readList = keptBoolean(true);
const readSide = keptBoolean(true);
const readTab = keptChoice<SideTab>(['preview', 'findings', 'links', 'balance'], 'preview');

export type Aside = 'list' | 'side';

/**
 * What has given way to form and source side by side in a window with little room. It comes back
 * when there is room again, or when it is asked for.
 */
export const givenWay = createStore<ReadonlySet<Aside>>(new Set());

const comeBack = (aside: Aside): void =>
  givenWay.update((away) => new Set([...away].filter((one) => one !== aside)));

function useShown(aside: Aside, read: (kept: unknown) => boolean): boolean {
  const [shown] = useMemory(`${aside}-shown`, read);
  return !useStore(givenWay).has(aside) && shown;
}

export const useListShown = (): boolean => useShown('list', readList);
export const useSideShown = (): boolean => useShown('side', readSide);
export const useSideTab = () => useMemory<SideTab>('side-tab', readTab);

export function showList(): void {
  comeBack('list');
  remember('list-shown', true);
}

/** Shows the side pane, with one of its tabs in front where it is named. */
export function showSide(tab?: SideTab): void {
  comeBack('side');
  remember('side-shown', true);
  if (tab) remember('side-tab', tab);
}

export function toggleList(): void {
  if (givenWay.get().has('list')) showList();
  else remember('list-shown', !readList(recall('list-shown')));
}

export function toggleSide(): void {
  if (givenWay.get().has('side')) showSide();
  else remember('side-shown', !readSide(recall('side-shown')));
}
