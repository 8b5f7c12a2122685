// @vitest-environment happy-dom
import { deleteGroupBackward } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { concealLinks } from '../../../../src/renderer/editor/fields/conceal';
import type { LinkLook } from '../../../../src/renderer/editor/session/link-look';
import { markExtensions, showMarks } from '../../../../src/renderer/editor/source/marks';

const looks: Readonly<Record<string, LinkLook>> = {
  '/ko/entity/russia': { kind: 'entity', title: 'Russia, country' },
  'https://example.org/': { kind: 'external', title: 'https://example.org/' },
};

let view: EditorView;
let isOff = false;
let tell = () => {};
let focus: { mockRestore: () => void };
beforeEach(() => {
  isOff = false;
  focus = vi.spyOn(EditorView.prototype, 'hasFocus', 'get').mockReturnValue(true);
});
afterEach(() => {
  view.destroy();
  focus.mockRestore();
});

function show(doc: string, caret = doc.length): string {
  view = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc,
      selection: { anchor: caret },
      extensions: [
        markExtensions({ fix: () => {}, canFix: () => false }),
        concealLinks({
          lookOf: (target) => looks[target] ?? { kind: 'broken', title: '' },
          isOff: () => isOff,
          subscribe: (listener) => {
            tell = listener;
            return () => {};
          },
        }),
      ],
    }),
  });
  return shown();
}

const shown = (): string => view.contentDOM.innerText.trim();

describe('a link in a field', () => {
  it.each([
    ['one that is known is its words', 'In [Russia](/ko/entity/russia) now', 'In Russia now'],
    ['an external one, too', 'At [home](https://example.org/) now', 'At home now'],
    ['an unknown one stays', 'In [Rusia](/ko/entity/rusia) now', null],
    ['one without words stays', 'In [](/ko/entity/russia) now', null],
    ['an image stays', 'In ![Russia](/ko/entity/russia) now', null],
    ['code stays', 'In `[Russia](/ko/entity/russia)` now', null],
  ])('%s', (_, text, words) => {
    expect(show(text)).toBe(words ?? text);
  });

  it('says on pointing at it where it leads', () => {
    show('In [Russia](/ko/entity/russia) now');
    expect(view.contentDOM.querySelector('[title]')?.getAttribute('title')).toBe(
      'Entity: Russia, country\n/ko/entity/russia',
    );
  });

  it('is all there while the caret touches it, and only then', () => {
    const text = 'In [Russia](/ko/entity/russia) now';
    show(text, 0);
    for (let at = 0; at <= text.length; at++) {
      view.dispatch({ selection: { anchor: at } });
      expect(shown(), `caret at ${at}`).toBe(at >= 3 && at <= 30 ? text : 'In Russia now');
    }
  });

  it('is all there while one looks for something', () => {
    expect(show('In [Russia](/ko/entity/russia) now')).toBe('In Russia now');
    isOff = true;
    tell();
    expect(shown()).toBe('In [Russia](/ko/entity/russia) now');
  });

  it('shows a finding about its target', () => {
    const text = 'In [Russia](/ko/entity/russia) now';
    show(text);
    const finding = { rule: 'link/self', message: '', fixes: [], from: 12, to: 29 } as const;
    showMarks(view, [
      { from: 12, to: 29, severity: 'error', finding: { ...finding, severity: 'error' } },
    ]);
    expect(shown()).toBe(text);
  });

  it('is shown by the key that would delete what is hidden, and deleted by the next', () => {
    const text = 'In [Russia](/ko/entity/russia) now';
    show(text, 31);
    expect(shown()).toBe('In Russia now');
    deleteGroupBackward(view);
    expect(view.state.doc.toString()).toBe(text);
    expect(shown()).toBe(text);
    deleteGroupBackward(view);
    expect(view.state.doc.length).toBeLessThan(text.length);
  });

  it('is found again wherever text is typed', () => {
    const piece = fc.constantFrom(
      '[Russia](/ko/entity/russia)',
      '[x](/ko/entity/x)',
      'word ',
      '\n',
      '\n\n',
      '`',
      '[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), piece, (pieces, at, typed) => {
        const text = pieces.join('');
        const from = at % (text.length + 1);
        show(text, from);
        view.dispatch({
          changes: { from, insert: typed },
          selection: { anchor: from + typed.length },
        });
        const after = shown();
        const doc = view.state.doc.toString();
        const caret = view.state.selection.main.head;
        view.destroy();
        expect(after).toBe(show(doc, caret));
        view.destroy();
      }),
    );
  });
});
