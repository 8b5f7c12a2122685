import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { bringIntoSight } from '../fields/scroll';
import { useNear } from '../fields/use-near';
import { useSession } from '../session/context';

/** The items of which a stretch of the form is made. */
export interface Stretch {
  /** The index of its first take among all takes. */
  readonly first: number;
  readonly takes: number;
  /** The index of the lens whose heading is part of it. */
  readonly lens?: number;
}

export interface Drawing {
  readonly isDrawn: boolean;
  /** The room, in pixels, that is kept for what was drawn; undefined where it is or never was. */
  readonly height: number | undefined;
}

/**
 * A stretch of the form is drawn near what is seen, and where someone has gone to one of its items.
 * What is not drawn keeps the room that it had.
 */
export function useDrawn(
  box: RefObject<HTMLElement | null>,
  { first, takes, lens }: Stretch,
  always: boolean,
): Drawing {
  const { places } = useSession();
  const near = useNear(box, always);
  const [called, setCalled] = useState(false);
  const [height, setHeight] = useState<number>();
  const isDrawn = always || near || called;
  useEffect(() => {
    if (isDrawn) return;
    const items = Array.from({ length: takes }, (_, at) => `takes[${first + at}]`);
    if (lens !== undefined) items.push(`lenses[${lens}]`);
    const stops = items.map((item) =>
      places.registerCard(item, () => {
        setCalled(true);
        bringIntoSight(box.current?.querySelector(`[data-item="${item}"]`));
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [places, box, first, takes, lens, isDrawn]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!isDrawn || !element) return;
    // Who scrolls away from where the focus is still types there.
    const stay = () => setCalled(true);
    element.addEventListener('focusin', stay);
    return () => {
      element.removeEventListener('focusin', stay);
      setHeight(element.offsetHeight || undefined);
    };
  }, [box, isDrawn]);
  return { isDrawn, height: isDrawn ? undefined : height };
}
