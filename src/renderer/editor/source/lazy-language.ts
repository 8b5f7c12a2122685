import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

const slot = new Compartment();
let language: Extension | null = null;
let loading: Promise<Extension> | null = null;

/** Markdown colours, which arrive after the first text is drawn: their grammar is dear to load. */
export const lazyLanguage = (): Extension => slot.of(language ?? []);

/** Colours the view as soon as the grammar is there. */
export async function colour(view: EditorView, isAlive: () => boolean): Promise<void> {
  if (language) return;
  loading ??= import('./language').then((module) => module.markdownLanguage);
  language = await loading;
  if (isAlive()) view.dispatch({ effects: slot.reconfigure(language) });
}
