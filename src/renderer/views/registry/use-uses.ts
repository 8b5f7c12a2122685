import { useEffect, useState } from 'react';
import { bridge } from '../../app/bridge';
import { useRefresh } from '../use-refresh';

/** In how many briefs each entity (by slug) or outlet (by name) occurs; null until that is known. */
export type Uses = Readonly<Record<string, number>> | null;

export function useUses(kind: 'entity' | 'outlet'): Uses {
  const [uses, setUses] = useState<Uses>(null);
  const ask = () => {
    void bridge.uses(kind).then((answer) => {
      setUses(answer.kind === 'answer' ? answer.answer : null);
    });
  };
  useEffect(() => {
    let isOn = true;
    void bridge.uses(kind).then((answer) => {
      if (isOn && answer.kind === 'answer') setUses(answer.answer);
    });
    return () => {
      isOn = false;
    };
  }, [kind]);
  useRefresh(ask);
  return uses;
}
