import { useEffect } from 'react';
import { type Aside, givenWay } from '../../app/contract';
import type { Mode } from '../app-state';

/** What gives way to form and source side by side in a window that is narrower than this. */
const WIDTHS: readonly (readonly [Aside, number])[] = [
  ['side', 1440],
  ['list', 1180],
];

/** Lets the other panes give way as long as form and source need their room. */
export function useRoom(mode: Mode): void {
  useEffect(() => {
    if (mode !== 'both') return;
    const stops = WIDTHS.map(([aside, width]) => whileNarrow(aside, width));
    return () => {
      for (const stop of stops) stop();
    };
  }, [mode]);
}

function whileNarrow(aside: Aside, width: number): () => void {
  const narrow = window.matchMedia(`(width < ${width}px)`);
  const give = (way: boolean) =>
    givenWay.update((away) => {
      const others = [...away].filter((one) => one !== aside);
      return new Set(way ? [...others, aside] : others);
    });
  const follow = () => give(narrow.matches);
  follow();
  narrow.addEventListener('change', follow);
  return () => {
    narrow.removeEventListener('change', follow);
    give(false);
  };
}
