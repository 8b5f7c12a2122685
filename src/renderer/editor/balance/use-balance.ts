import { useEffect, useState } from 'react';
import { type Balance, balanceOfBrief } from '../../../core/balance';
import type { Timers } from '../session/timers';
import { realTimers } from '../session/timers';
import { knowledgeStore } from '../session/knowledge';
import type { Session } from '../session/session';

/** How long (milliseconds) nothing must change before the takes are weighed again. */
const PAUSE = 400;

/** The balance of the open brief, weighed anew at a pause; null where no workspace is open. */
export function useBalance(session: Session, timers: Timers = realTimers): Balance | null {
  const [balance, setBalance] = useState(() => weigh(session));
  useEffect(() => {
    let cancel: (() => void) | null = null;
    const soon = () => {
      cancel?.();
      cancel = timers.after(PAUSE, () => setBalance(weigh(session)));
    };
    const ends = [
      session.document.subscribe(({ docChanged }) => {
        if (docChanged) soon();
      }),
      knowledgeStore.subscribe(soon),
    ];
    return () => {
      cancel?.();
      for (const end of ends) end();
    };
  }, [session, timers]);
  return balance;
}

function weigh({ slug, document }: Session): Balance | null {
  const knowledge = knowledgeStore.get();
  return knowledge && balanceOfBrief(slug, document.brief, knowledge);
}
