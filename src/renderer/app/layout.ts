import { keptBoolean, keptChoice, recall, remember, useMemory } from './memory';

/** The tab of the side pane. */
export type SideTab = 'preview' | 'findings';

const readList = keptBoolean(true);
const readSide = keptBoolean(true);
const readTab = keptChoice<SideTab>(['preview', 'findings'], 'preview');

export const useListShown = () => useMemory('list-shown', readList);
export const useSideShown = () => useMemory('side-shown', readSide);
export const useSideTab = () => useMemory<SideTab>('side-tab', readTab);

/** Shows the side pane with one of its tabs in front. */
export function showSide(tab: SideTab): void {
  remember('side-shown', true);
  remember('side-tab', tab);
}

export const toggleList = () => remember('list-shown', !readList(recall('list-shown')));
export const toggleSide = () => remember('side-shown', !readSide(recall('side-shown')));
