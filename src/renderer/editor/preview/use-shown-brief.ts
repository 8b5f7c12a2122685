import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Brief } from '../../../core/format/brief';
import { afterFrame } from '../../app/after-frame';
import type { BriefDocument, DocumentChange } from '../document/brief-document';
import { briefField } from '../document/brief-field';
import { realTimers } from '../session/timers';
import { TypedText } from './typed-text';

/** From this length on (UTF-16 units) what React draws follows the frame that shows the key. */
const LONG = 300_000;
/** How long one must not type for React to draw what was written past it (milliseconds). */
const PAUSE = 400;

/**
 * The brief that React draws. What is typed within a run of words is written into the page at once,
 * and drawn at the next pause; all else is drawn at once, or in a long brief, where it is typed,
 * right after the frame that shows the key.
 */
export function useShownBrief(document: BriefDocument, page: RefObject<Element | null>): Brief {
  const [brief, setBrief] = useState(document.brief);
  const drawn = useRef(brief);
  useLayoutEffect(() => {
    drawn.current = brief;
  }, [brief]);
  useEffect(() => {
    const typed = new TypedText();
    let given = drawn.current;
    let shown = given;
    let frame: (() => void) | null = null;
    let pause: (() => void) | null = null;
    const stopWaiting = () => {
      frame?.();
      pause?.();
      frame = pause = null;
    };
    const draw = () => {
      stopWaiting();
      given = shown = document.brief;
      if (!typed.isAhead) return setBrief(given);
      typed.takeBack();
      // Nothing of what was taken back may be seen.
      flushSync(() => setBrief(given));
    };
    const write = ({ transactions }: DocumentChange): boolean => {
      const [change, ...others] = transactions.filter((one) => one.docChanged);
      const { current } = page;
      if (!change || others.length > 0 || !current || drawn.current !== given) return false;
      if (change.startState.field(briefField) !== shown) return false;
      return typed.show(current, shown, document.brief, change.changes);
    };
    draw();
    const stop = document.subscribe((change) => {
      if (!change.docChanged) return;
      if (!isTyped(change)) return draw();
      if (write(change)) {
        shown = document.brief;
        pause?.();
        pause = realTimers.after(PAUSE, draw);
      } else if (document.text.length > LONG) frame ??= afterFrame(draw);
      else draw();
    });
    return () => {
      stop();
      stopWaiting();
      typed.takeBack();
    };
  }, [document, page]);
  return brief;
}

const isTyped = ({ transactions }: DocumentChange): boolean =>
  transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'));
