import { type MouseEvent, useEffect, useRef } from 'react';
import { bridge, toastProblem } from '../../app/contract';
import { currentMode, goTo, showSource } from '../app-state';
import { readField } from '../../../core/fields/table';
import { toSource } from '../../../core/format/value';
import { useSession } from '../session/context';
import type { Session } from '../session/session';
import { useWhole } from '../session/use-whole';
import { clickedField } from './caret';
import { PreviewPage } from './PreviewPage';
import { elementSide, joinScroll } from './scroll-sync';
import './preview.css';

/** What the reader gets. A click goes to the field; with Ctrl or Cmd, to where a link leads. */
export function Preview() {
  const session = useSession();
  const whole = useWhole(session);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    return element ? joinScroll(elementSide(element)) : undefined;
  }, []);
  return (
    // The keyboard reaches every field in the form; here it scrolls and opens links.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <section
      ref={scroller}
      className="pv"
      data-scroller=""
      data-pane="preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Preview"
      onClick={(event) => click(session, event)}
    >
      <PreviewPage whole={whole} />
    </section>
  );
}

function click(session: Session, event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const link = target.closest('a');
  if (link) event.preventDefault();
  const external = link?.getAttribute('data-external');
  const byKey = event.detail === 0;
  if (external && (event.ctrlKey || event.metaKey || byKey)) {
    void open(external);
    return;
  }
  if (!getSelection()?.isCollapsed) return;
  const { brief } = session.document;
  const clicked = clickedField(brief, target, event.clientX, event.clientY);
  if (!clicked) return;
  const value = readField(brief, clicked.path);
  if (value && currentMode() === 'source') {
    const at = toSource(value, clicked.offset);
    showSource(session, { from: at, to: at });
  } else if (!session.places.focus(clicked.path, clicked.offset) && value) {
    goTo(session, toSource(value, clicked.offset));
  }
}

async function open(url: string): Promise<void> {
  const result = await bridge.openExternal(url);
  if (result.kind === 'problem') toastProblem(result.problem);
}
