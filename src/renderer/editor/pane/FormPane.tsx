import { useEffect, useLayoutEffect, useRef } from 'react';
import { fieldAt } from '../../../core/fields/table';
import { toText } from '../../../core/format/value';
import { formatPath } from '../../../core/fields/path';
import { FormView } from '../form/FormView';
import { elementSide, joinScroll } from '../preview/scroll-sync';
import { useSession } from '../session/context';
import { keptPlace } from '../session/desk';
import type { Session } from '../session/session';
import { placeOf, useWhole } from '../session/use-whole';

/** The form with its scrolling, its caret, and the field that is marked as the caret's. */
export function FormPane() {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const whole = useWhole(session);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const stops = [joinScroll(elementSide(element)), followCaret(session, element)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const kept = keptPlace(session.slug);
    if (!element) return;
    const top = placeOf(session);
    // To set the place where it is anyway would have the page laid out before the editors are in it.
    if (top > 0) element.scrollTop = top;
    if (kept && session.document.caret === 0) session.document.select(kept.caret);
  }, [session]);
  return (
    <div
      ref={scroller}
      className="ed-scroll"
      data-scroller=""
      data-pane="form"
      onScroll={(event) => session.scrolled(event.currentTarget.scrollTop)}
    >
      <FormView whole={whole} />
    </div>
  );
}

/** Marks the field in which the caret stands; after undo and redo, the focus goes there too. */
function followCaret(session: Session, form: HTMLElement): () => void {
  const { document, places } = session;
  return document.follow((change) => {
    if (!change.transactions.some((one) => one.selection || one.docChanged)) return;
    const found = fieldAt(document.brief, document.caret);
    const key = found ? formatPath(found.path) : null;
    if (key !== places.active.get()) {
      form.querySelector('.ed-active')?.classList.remove('ed-active');
      if (key) form.querySelector(`[data-field="${key}"]`)?.classList.add('ed-active');
      places.active.set(key);
    }
    const inSource = form.ownerDocument.activeElement?.closest('[data-pane="source"]');
    if (change.travelled && found && !inSource) {
      places.focus(found.path, toText(found.value, document.caret));
    }
  });
}
