import { useEffect, useRef, useState } from 'react';
import type { Answer, Problem } from '../../bridge/types';
import { useRefresh } from './use-refresh';

export interface Asked<T> {
  /** The last answer to the question as it is now; null before the first. */
  readonly answer: T | null;
  /** Why the last time brought none. */
  readonly problem: Problem | null;
  readonly again: () => void;
}

interface Kept<T> {
  readonly key: string;
  readonly answer: T | null;
  readonly problem: Problem | null;
}

/** Asks at once, and again whenever the workspace changes; `key` says when it is another question. */
export function useAnswer<T>(key: string, ask: () => Promise<Answer<T>>): Asked<T> {
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const [round, setRound] = useState({});
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const again = () => setRound({});
  useRefresh(again);
  useEffect(() => {
    let dropped = false;
    void latest.current().then((answer) => {
      if (!dropped) setKept((before) => keep(before, key, answer));
    });
    return () => {
      dropped = true;
    };
    // A new round is a reason to ask again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [key, round]);
  const now = kept?.key === key ? kept : null;
  return { answer: now?.answer ?? null, problem: now?.problem ?? null, again };
}

/** What was answered before stays in sight when the question fails. */
function keep<T>(before: Kept<T> | null, key: string, answer: Answer<T>): Kept<T> {
  if (answer.kind === 'answer') return { key, answer: answer.answer, problem: null };
  const old = before?.key === key ? before.answer : null;
  return { key, answer: old, problem: answer.problem };
}
