import { useEffect, useState } from 'react';
import { recall, remember } from '../../app/contract';

/** How long (milliseconds) nothing must be typed before it is asked for. */
const PAUSE = 250;
const KEY = 'balance-search';

/** What is typed, and what it is once one pauses; begins with the wish, else with the last search. */
export function useSearchText(wish: string | null) {
  const [text, setText] = useState(() => wish ?? kept());
  const [settled, setSettled] = useState(text.trim());
  const [seen, setSeen] = useState(wish);
  if (seen !== wish) {
    setSeen(wish);
    if (wish !== null) setText(wish);
  }
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text.trim());
      remember(KEY, text.trim());
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, setText, settled };
}

function kept(): string {
  const value = recall(KEY);
  return typeof value === 'string' ? value : '';
}
