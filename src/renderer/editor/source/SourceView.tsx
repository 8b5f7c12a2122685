import { defaultKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { cspNonce } from '../../app/contract';
import { sourceWish } from '../app-state';
import { completions } from '../complete/extension';
import { findHighlight } from '../find/highlight';
import { markActions } from '../findings/fixes';
import { afterPress } from '../session/after-press';
import { joinScroll } from '../preview/scroll-sync';
import { useSession } from '../session/context';
import type { Session } from '../session/session';
import { colour, lazyLanguage } from './lazy-language';
import { markExtensions, showMarks } from './marks';
import { plainSpaces } from './spaces';
import { sourceSide } from './scroll-side';

// Commands of the app have these.
const LEFT_OUT = new Set([
  'Mod-/',
  'Mod-Enter',
  'Shift-Mod-k',
  'Mod-Alt-ArrowUp',
  'Mod-Alt-ArrowDown',
]);

/** The whole brief as text: a view of the document's own state. */
export function SourceView() {
  const session = useSession();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = host.current;
    return parent ? show(session, parent) : undefined;
  }, [session]);
  return <div ref={host} className="ed-source" data-pane="source" />;
}

/** @returns the end of the showing */
function show(session: Session, parent: HTMLElement): () => void {
  const { document, findings } = session;
  let alive = true;
  const view = new EditorView({
    parent,
    state: document.state,
    dispatchTransactions: (transactions) => document.apply(transactions),
  });
  document.attach(view, extensionsOf(session));
  void colour(view, () => alive);
  const mark = () => {
    if (view.composing) return;
    showMarks(
      view,
      findings.shown().map((finding) => ({
        from: finding.from,
        to: finding.to,
        severity: finding.severity,
        finding,
      })),
    );
  };
  mark();
  const go = () => {
    const wish = sourceWish.get();
    if (!wish) return;
    sourceWish.set(null);
    const { from, to } = wish.range;
    const end = document.state.doc.length;
    view.focus();
    view.dispatch({
      selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
      effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
    });
  };
  go();
  const follow = document.subscribe(({ docChanged, transactions }) => {
    const moved = transactions.some((one) => one.selection);
    if (!view.hasFocus && (moved || docChanged)) {
      view.dispatch({ effects: EditorView.scrollIntoView(document.caret, { y: 'nearest' }) });
    }
  });
  const stops = [
    findings.subscribe(mark),
    sourceWish.subscribe(go),
    follow,
    joinScroll(sourceSide(view, document)),
  ];
  return () => {
    alive = false;
    for (const stop of stops) stop();
    document.detach(view);
    view.destroy();
  };
}

function extensionsOf(session: Session): Extension {
  const { document } = session;
  return [
    EditorView.cspNonce.of(cspNonce),
    lineNumbers(),
    highlightActiveLine(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      'aria-label': 'Source of the brief',
      spellcheck: 'true',
      tabindex: '0',
    }),
    EditorView.domEventObservers({ blur: () => afterPress(() => session.findings.release()) }),
    lazyLanguage(),
    plainSpaces,
    keymap.of([
      { key: 'Mod-z', run: () => (document.undo(), true), preventDefault: true },
      { key: 'Mod-Shift-z', run: () => (document.redo(), true), preventDefault: true },
      { key: 'Mod-y', run: () => (document.redo(), true), preventDefault: true },
      ...defaultKeymap.filter(({ key }) => !key || !LEFT_OUT.has(key)),
    ]),
    markExtensions(markActions(session)),
    findHighlight(session),
    session.readOnly === null
      ? completions(session, (head) => ({ value: null, head }))
      : [EditorState.readOnly.of(true), EditorView.editable.of(false)],
  ];
}
