// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { expect, it } from 'vitest';
import { softBreaks } from '../../../../src/renderer/editor/fields/soft-breaks';

const marked = (view: EditorView): string[] =>
  [...view.contentDOM.querySelectorAll('.ed-soft')].map((line) => line.textContent);

it('marks breaks within a paragraph, and follows what is typed', () => {
  const doc = 'one\ntwo\n\nthree\nfour';
  const view = new EditorView({ parent: document.body, doc, extensions: softBreaks });
  expect(marked(view)).toEqual(['one', 'three']);
  view.dispatch({ changes: { from: 8, insert: 'x' } });
  expect(marked(view)).toEqual(['one', 'two', 'x', 'three']);
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: 'alone' } });
  expect(marked(view)).toEqual([]);
  view.destroy();
});
