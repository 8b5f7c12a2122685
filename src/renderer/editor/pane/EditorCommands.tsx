import { useEffect } from 'react';
import { locate } from '../../../core/edit';
import { parsePath } from '../../../core/fields/path';
import { revealed, toast, useCommand, usePlace } from '../../app/contract';
import { LineIndex } from '../../../core/text/lines';
import { goTo, setMode, toggleLayout } from '../app-state';
import { linkWish } from '../complete/link-wish';
import { applyFix } from '../findings/fixes';
import { findingHere, jumpBy } from '../findings/jump';
import {
  addSections,
  type Item,
  moveBy,
  newLens,
  newNumber,
  newTakeHere,
  newWatch,
} from '../form/actions';
import type { Session } from '../session/session';

/** Gives the commands of a brief their meaning. */
export function EditorCommands({ session }: { readonly session: Session }) {
  const { document } = session;
  const canEdit = session.readOnly === null;
  useCommand('brief.save', () => void save(session), canEdit);
  useCommand('edit.undo', () => document.undo(), canEdit);
  useCommand('edit.redo', () => document.redo(), canEdit);
  useCommand('edit.find', () => session.find.open(selectedText(session)));
  useCommand('edit.fix-next', () => fixHere(session), canEdit);
  useCommand('edit.move-up', () => moveHere(session, -1), canEdit);
  useCommand('edit.move-down', () => moveHere(session, 1), canEdit);
  useCommand('insert.entity', () => linkWish.set({ session }), canEdit);
  useCommand('insert.take', () => newTakeHere(session), canEdit);
  useCommand('insert.number', () => newNumber(session), canEdit);
  useCommand('insert.watch', () => newWatch(session), canEdit);
  useCommand('insert.lens', () => newLens(session), canEdit);
  useCommand('insert.sections', () => void addSections(session), canEdit);
  useCommand('view.form', () => setMode('form'));
  useCommand('view.source', () => setMode('source'));
  useCommand('view.both', () => setMode('both'));
  useCommand('view.takes-columns', toggleLayout);
  useCommand('go.next-finding', () => jumpBy(session, 1));
  useCommand('go.previous-finding', () => jumpBy(session, -1));
  useReveal(session);
  return null;
}

async function save(session: Session): Promise<void> {
  if (await session.saver.save()) toast('Saved', { kind: 'done' });
}

function useReveal(session: Session): void {
  const { reveal } = usePlace();
  useEffect(() => {
    if (!reveal || reveal.slug !== session.slug) return;
    const { at } = reveal;
    const offset = 'offset' in at ? at.offset : new LineIndex(session.document.text).start(at.line);
    goTo(session, offset);
    revealed(reveal);
  }, [reveal, session]);
}

function fixHere(session: Session): void {
  const finding = findingHere(session);
  if (finding) void applyFix(session, finding);
  else toast('There is no finding that can be fixed by a key.');
}

function moveHere(session: Session, by: -1 | 1): void {
  const item = itemHere(session);
  if (item) moveBy(session, item, by);
}

/** The item that holds the focus, else the one in which the caret stands. */
function itemHere(session: Session): Item | null {
  const key = session.places.active.get() ?? '';
  const path = parsePath(key);
  if (path?.index === undefined) return null;
  const { index } = path;
  if (path.field === 'lens.name') return { list: 'lenses', index };
  if (path.field === 'watch') return { list: 'watch', index };
  if (path.field.startsWith('number.')) return { list: 'numbers', index };
  return locate(session.document.brief, index) ? { list: 'takes', index } : null;
}

function selectedText({ document }: Session): string {
  const { from, to } = document.state.selection.main;
  const text = document.state.sliceDoc(from, to);
  return text.includes('\n') || text.length > 200 ? '' : text;
}
