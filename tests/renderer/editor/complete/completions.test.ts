// @vitest-environment happy-dom
import {
  acceptCompletion,
  closeCompletion,
  completionStatus,
  currentCompletions,
} from '@codemirror/autocomplete';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readField } from '../../../../src/core/fields/table';
import { completions } from '../../../../src/renderer/editor/complete/extension';
import { entityWish } from '../../../../src/renderer/editor/complete/link-wish';
import { ProseView } from '../../../../src/renderer/editor/fields/prose-view';
import { knowledgeStore } from '../../../../src/renderer/editor/session/knowledge';
import type { Session } from '../../../../src/renderer/editor/session/session';
import { smallKnowledge } from '../../../support/brief';
import { settled } from '../clock';
import { Desk } from '../session/desk';

const SUMMARY = { field: 'summary' } as const;

let session: Session;
let view: EditorView;
beforeEach(() => {
  // No timer runs by itself: what is shown does not wait for one.
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'requestAnimationFrame'] });
  knowledgeStore.set(smallKnowledge());
  session = new Desk().open();
  view = fieldView();
});
afterEach(() => {
  view.destroy();
  knowledgeStore.set(null);
  entityWish.set(null);
  vi.useRealTimers();
});

function fieldView(): EditorView {
  const standing = (head: number) => {
    const value = readField(session.document.brief, SUMMARY);
    return value && { value, head };
  };
  const { view: made } = new ProseView({
    parent: document.body,
    document: session.document,
    path: SUMMARY,
    oneLine: false,
    extensions: completions(session, standing),
    refused: () => {},
    focused: () => {},
  });
  made.dispatch({ selection: { anchor: made.state.doc.length } });
  return made;
}

function sourceView(): EditorView {
  const { document: brief } = session;
  const made: EditorView = new EditorView({
    parent: document.body,
    state: brief.state,
    dispatchTransactions: (transactions) => brief.apply(transactions),
  });
  brief.attach(
    made,
    completions(session, (head) => ({ value: null, head })),
  );
  brief.select(brief.brief.summary?.to ?? 0);
  return made;
}

/** Types at the caret, key by key, as the browser would. */
async function type(text: string): Promise<void> {
  for (const key of text) {
    view.dispatch(view.state.replaceSelection(key), { userEvent: 'input.type' });
    await settled();
  }
}

async function erase(): Promise<void> {
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head - 1, to: head }, userEvent: 'delete.backward' });
  await settled();
}

const offered = () => currentCompletions(view.state).map(({ label }) => label);
const list = () => document.querySelector('.cm-tooltip-autocomplete ul');

describe('the list', () => {
  it('comes with the key that opens it, and follows each letter', async () => {
    await type(' [');
    expect(completionStatus(view.state)).toBe('active');
    expect(offered()).toContain('Vladimir Putin');
    await type('vlad');
    expect(offered()).toEqual(['Vladimir Putin', 'Create entity “vlad”']);
    expect(list()?.textContent).toContain('Vladimir Putin');
    await erase();
    expect(offered()).toEqual(['Vladimir Putin', 'Create entity “vla”']);
  });

  it('is of the text with the letter as soon as the view is', async () => {
    await type(' [');
    view.dispatch(view.state.replaceSelection('r'), { userEvent: 'input.type' });
    expect(offered()).toContain('Create entity “r”');
  });

  it('turns from entities to briefs with the second bracket, and back', async () => {
    await type(' [[');
    expect(offered()).toContain('Small brief');
    await erase();
    // Only a bracket that is taken out may make the list a frame late.
    vi.runAllTimers();
    await settled();
    expect(offered()).toContain('Vladimir Putin');
  });

  it('goes with its mark, with Escape and with the caret', async () => {
    await type(' @');
    await erase();
    expect(completionStatus(view.state)).toBeNull();
    await type('@v');
    closeCompletion(view);
    await settled();
    expect(list()).toBeNull();
    await type('l');
    expect(offered()).toContain('Vladimir Putin');
    view.dispatch({ selection: { anchor: 0 } });
    await settled();
    expect(list()).toBeNull();
  });

  it('comes again when it is asked for, and only where something is completed', async () => {
    await type(' @vl');
    closeCompletion(view);
    await settled();
    const ask = () =>
      runScopeHandlers(view, new KeyboardEvent('keydown', { key: ' ', ctrlKey: true }), 'editor');
    expect(ask()).toBe(true);
    await settled();
    expect(offered()).toContain('Vladimir Putin');
    view.dispatch({ selection: { anchor: 2 } });
    await settled();
    expect(ask()).toBe(false);
  });

  it('does not come into the way of an input method', async () => {
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart'));
    await type(' @v');
    expect(completionStatus(view.state)).toBeNull();
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
    await type('l');
    expect(offered()).toContain('Vladimir Putin');
  });
});

describe('a choice', () => {
  it('takes the place of what was typed in a field', async () => {
    await type(' @vlad');
    acceptCompletion(view);
    await settled();
    const after = 'and another. [Vladimir Putin](/ko/entity/vladimir-putin)';
    expect(session.document.brief.summary?.text).toContain(after);
    expect(list()).toBeNull();
  });

  it('is put where the list stands, whatever came before it meanwhile', async () => {
    await type(' [vlad');
    session.document.takeOver(session.document.text.replace('Talks fail', 'The talks fail'));
    await type('i');
    acceptCompletion(view);
    expect(session.document.brief.summary?.text).toBe(
      'One line\nand another. [Vladimir Putin](/ko/entity/vladimir-putin)',
    );
  });

  it('of a new entity knows where it goes now', async () => {
    await type(' [Nobody');
    session.document.takeOver(session.document.text.replace('Talks fail', 'The talks fail'));
    acceptCompletion(view);
    const at = entityWish.get()?.at;
    const range = at && 'trigger' in at ? at.trigger : { from: 0, to: 0 };
    expect(session.document.text.slice(range.from, range.to)).toBe('[Nobody');
  });

  it('stands in the source as in a field', async () => {
    view.destroy();
    view = sourceView();
    await type(' @vlad');
    acceptCompletion(view);
    expect(session.document.text).toContain('[Vladimir Putin](/ko/entity/vladimir-putin)\n');
    session.document.detach(view);
  });
});
