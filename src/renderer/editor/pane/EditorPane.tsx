import FileWarning from 'lucide-react/icons/file-warning';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { bridge, openBrief, useStore } from '../../app/contract';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Spinner } from '../../ui/Spinner';
import { SplitPanes } from '../../ui/SplitPanes';
import { keptSizes } from '../../app/memory';
import { currentMode, useMode } from '../app-state';
import { EntityDialog } from '../complete/EntityDialog';
import { LinkDialog } from '../complete/LinkDialog';
import { FindBar } from '../find/FindBar';
import { watchPresses } from '../session/after-press';
import { announcement } from '../session/announce';
import { SessionContext } from '../session/context';
import { keepPlace, sessions } from '../session/desk';
import type { Session } from '../session/session';
import { SourceView } from '../source/SourceView';
import { EditorCommands } from './EditorCommands';
import { EditorNotices } from './EditorNotices';
import { FormPane } from './FormPane';
import { ModeBar } from './ModeBar';
import { useRoom } from './use-room';
// In this order: later ones refine earlier ones.
import '../editor.css';
import '../form/form.css';
import '../form/takes.css';
import '../source/marks.css';

/** Not part of the first screen: loaded once that is there. */
function readNamesAhead(): () => void {
  let isGone = false;
  let end = (): void => {};
  void import('../complete/read-ahead').then(({ readAhead }) => {
    if (!isGone) end = readAhead();
  });
  return () => {
    isGone = true;
    end();
  };
}

/** The open brief: form, source, or both, with what must be known and decided about it. */
export function EditorPane({ slug }: { readonly slug: string }): ReactNode {
  useEffect(readNamesAhead, []);
  useEffect(() => {
    keepPlace(sessions.current);
    void sessions.show(slug);
  }, [slug]);
  useEffect(
    () => () => {
      keepPlace(sessions.current);
      void sessions.leave();
    },
    [],
  );
  useSaveOnLeave();
  useRoom(useMode()[0]);
  useEffect(() => watchPresses(window), []);
  const shown = useStore(sessions.shown);
  return (
    <div className="ed" data-pane="editor">
      {shown.kind === 'open' ? (
        <SessionContext value={shown.session}>
          <Open key={shown.session.slug} session={shown.session} />
        </SessionContext>
      ) : null}
      {shown.kind === 'opening' ? (
        <div className="ed-wait">
          <Spinner />
        </div>
      ) : null}
      {shown.kind === 'problem' ? (
        <EmptyState
          icon={<FileWarning aria-hidden="true" />}
          title="This brief can’t be opened"
          actions={
            <>
              <Button onClick={() => void sessions.show(slug)}>Try again</Button>
              <Button onClick={() => void bridge.showInFolder(slug)}>Show in folder</Button>
              <Button onClick={() => openBrief(null)}>Close</Button>
            </>
          }
        >
          {shown.problem.message}
        </EmptyState>
      ) : null}
      <Announcer />
    </div>
  );
}

const sizes = keptSizes('editor');

function Open({ session }: { readonly session: Session }) {
  const [mode] = useMode();
  useEffect(() => {
    // What the measurements of the start wait for (docs/benchmarks.md).
    requestAnimationFrame(() => performance.mark('brief-editable'));
  }, []);
  useFocusLost(session);
  const form = { id: 'form', label: 'form', min: 320, content: <FormPane /> };
  const source = { id: 'source', label: 'source', size: 420, min: 280, content: <SourceView /> };
  const panes = mode === 'form' ? [form] : mode === 'source' ? [source] : [form, source];
  return (
    <>
      <EditorCommands session={session} />
      <ModeBar />
      <EditorNotices session={session} />
      <FindBar />
      <div className="ed-panes">
        <SplitPanes sizes={sizes} panes={panes} />
      </div>
      <LinkDialog session={session} />
      <EntityDialog session={session} />
    </>
  );
}

let isFirst = true;

/** Where the focus was on what the brief stands in place of, it goes to the caret; not at a start. */
function useFocusLost(session: Session): void {
  useEffect(() => {
    const isStart = isFirst;
    isFirst = false;
    if (isStart || document.activeElement !== document.body) return;
    if (currentMode() === 'source') {
      document.querySelector<HTMLElement>('[data-pane="editor"] .cm-content')?.focus();
    } else if (!session.focusCaret()) session.places.focus({ field: 'title' });
  }, [session]);
}

/** Leaving the window is a good moment to save. */
function useSaveOnLeave(): void {
  useEffect(() => {
    const save = () => void sessions.current?.settle();
    window.addEventListener('blur', save);
    return () => window.removeEventListener('blur', save);
  }, []);
}

function Announcer() {
  const { text } = useSyncExternalStore(announcement.subscribe, announcement.get);
  return (
    <output className="ui-hidden" aria-live="polite">
      {text}
    </output>
  );
}
