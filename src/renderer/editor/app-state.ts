import type { Range } from '../../core/text/range';
import { fieldAt } from '../../core/fields/table';
import { toText } from '../../core/format/value';
import { keptChoice, recall, remember, useMemory } from '../app/memory';
import { createStore } from '../app/store';
import type { Session } from './session/session';

/** How the text is shown. */
export type Mode = 'form' | 'source' | 'both';
export type TakesLayout = 'list' | 'columns';

const readMode = keptChoice<Mode>(['form', 'source', 'both'], 'form');
const readLayout = keptChoice<TakesLayout>(['list', 'columns'], 'list');

export const useMode = () => useMemory<Mode>('editor-mode', readMode);
export const useTakesLayout = () => useMemory<TakesLayout>('takes-layout', readLayout);
export const currentMode = (): Mode => readMode(recall('editor-mode'));
export const setMode = (mode: Mode): void => remember('editor-mode', mode);
export const toggleLayout = (): void =>
  remember('takes-layout', readLayout(recall('takes-layout')) === 'list' ? 'columns' : 'list');

/** A wish for the source view to take the focus; a new object for each. */
export const sourceWish = createStore<{ readonly range: Range } | null>(null);

/** Goes to a place of the text in the source view. */
export function showSource(session: Session, range: Range): void {
  session.document.select(range.from, range.to);
  if (currentMode() === 'form') setMode('both');
  sourceWish.set({ range });
}

/** Goes to an offset of the text, in the form where it shows the place, else in the source. */
export function goTo(session: Session, offset: number): void {
  const found = fieldAt(session.document.brief, offset);
  session.document.select(offset);
  if (currentMode() !== 'source' && found) {
    session.places.focus(found.path, toText(found.value, offset));
  } else {
    showSource(session, { from: offset, to: offset });
  }
}
