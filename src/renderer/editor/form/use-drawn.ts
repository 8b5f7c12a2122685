import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { bringIntoSight } from '../fields/scroll';
import { useNear } from '../fields/use-near';
import { useSession } from '../session/context';

export interface Drawing {
  readonly isDrawn: boolean;
  /** The room, in pixels, that is kept for what was drawn; undefined where it is or never was. */
  readonly height: number | undefined;
}

/**
 * A stretch of the form is drawn near what is seen, and where someone has gone to one of its items.
 * What is not drawn keeps the room that it had.
 *
 * @param items their keys, such as `takes[3]`, one a line
 */
export function useDrawn(
  box: RefObject<HTMLElement | null>,
  items: string,
  always: boolean,
): Drawing {
  const { places } = useSession();
  const near = useNear(box, always);
  const [called, setCalled] = useState(false);
  const [height, setHeight] = useState<number>();
  const isDrawn = always || near || called;
  useEffect(() => {
    if (isDrawn) return;
    const stops = items.split('\n').map((item) =>
      places.registerCard(item, () => {
        setCalled(true);
        bringIntoSight(box.current?.querySelector(`[data-item="${item}"]`));
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [places, box, items, isDrawn]);
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

/** Neighbouring items of a list, drawn together. */
export interface Stretch {
  /** The index of the first one in its list. */
  readonly first: number;
  readonly count: number;
}

export const indexesOf = ({ first, count }: Stretch): number[] =>
  Array.from({ length: count }, (_, at) => first + at);

/** The keys of the items, one a line. */
export const keysOf = (list: string, stretch: Stretch): string =>
  indexesOf(stretch)
    .map((index) => `${list}[${index}]`)
    .join('\n');

/** Cuts a list into stretches of at most `size`. */
export function stretchesOf({ first, count }: Stretch, size: number): Stretch[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    first: first + at * size,
    count: Math.min(size, count - at * size),
  }));
}
