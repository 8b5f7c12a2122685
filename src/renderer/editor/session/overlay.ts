import type { Bridge } from '../../../bridge/contract';
import type { Session } from './session';
import type { Timers } from './timers';

/** A pause in typing this long, and the whole workspace is checked with the text as it stands. */
const PAUSE_MS = 150;

/**
 * Tells what checks the workspace of text that is not saved. @returns the end of it
 */
export function tellOverlay(
  session: Pick<Session, 'slug' | 'document' | 'saving' | 'saver'>,
  bridge: Pick<Bridge, 'overlay'>,
  timers: Timers,
): () => void {
  let told: string | null = null;
  let waiting: (() => void) | null = null;
  const say = (text: string | null) => {
    if (text === told) return;
    told = text;
    void bridge.overlay(session.slug, text);
  };
  const soon = () => {
    waiting?.();
    waiting = timers.after(PAUSE_MS, () =>
      say(session.saver.isClean ? null : session.document.text),
    );
  };
  const ends = [
    session.document.subscribe(() => {
      if (told !== session.document.text) soon();
    }),
    session.saving.subscribe(() => {
      if (session.saving.get().kind === 'saved' && session.saver.isClean) say(null);
    }),
  ];
  return () => {
    waiting?.();
    for (const end of ends) end();
    say(null);
  };
}
