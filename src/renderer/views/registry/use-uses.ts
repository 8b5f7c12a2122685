import { useEffect, useState } from 'react';
import { bridge } from '../../app/bridge';
import { parsed } from '../../app/rows';
import { useRefresh } from '../use-refresh';

/** In how many briefs each entity (by slug) or outlet (by name) occurs; null until that is known. */
export type Uses = Readonly<Record<string, number>> | null;

export function useUses(kind: 'entity' | 'outlet'): Uses {
  const [uses, setUses] = useState<Uses>(null);
  const ask = () => void usesOf(kind).then(setUses);
  useEffect(() => {
    let isOn = true;
    void usesOf(kind).then((told) => {
      if (isOn && told) setUses(told);
    });
    return () => {
      isOn = false;
    };
  }, [kind]);
  useRefresh(ask);
  return uses;
}

async function usesOf(kind: 'entity' | 'outlet'): Promise<Uses> {
  const told = await bridge.uses(kind);
  return told.kind === 'answer' ? parsed(told.answer) : null;
}
