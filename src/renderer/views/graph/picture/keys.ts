import type { KeyboardEvent } from 'react';
import type { GraphModel, Shown } from '../model';
import type { Picture } from './picture';
import { type Direction, neighbourTowards, ranked } from './walk';

/** What of the picture a key moves. */
export type Moved = Pick<Picture, 'pan' | 'zoom' | 'fit' | 'positions'>;

/** Where the keyboard is. */
export interface Standing {
  readonly model: GraphModel;
  readonly shown: Shown;
  readonly focused: number | null;
  readonly centre: number | null;
}

export type Act =
  | { readonly kind: 'moved' | 'open' }
  | { readonly kind: 'focus'; readonly node: number | null };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Pixels. */
const STEP = 80;
const ZOOM = 1.3;

/** What a key means in the picture; moves the camera itself. Null where it means nothing. */
export function pictureKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  picture: Moved,
  at: Standing,
): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) return panTowards(picture, arrow);
  if (arrow) return { kind: 'focus', node: stepTowards(picture, at, arrow) };
  const steps: Readonly<Record<string, () => Act>> = {
    '+': () => zoom(picture, ZOOM),
    '=': () => zoom(picture, ZOOM),
    '-': () => zoom(picture, 1 / ZOOM),
    '0': () => fit(picture),
    Home: () => ({ kind: 'focus', node: firstOf(at) }),
    PageDown: () => ({ kind: 'focus', node: nextByRank(at, 1) }),
    PageUp: () => ({ kind: 'focus', node: nextByRank(at, -1) }),
    Enter: () => ({ kind: 'open' }),
    ' ': () => ({ kind: 'open' }),
  };
  if (event.key === 'Escape') return at.focused === null ? null : { kind: 'focus', node: null };
  return steps[event.key]?.() ?? null;
}

function zoom(picture: Moved, by: number): Act {
  picture.zoom(by);
  return { kind: 'moved' };
}

function fit(picture: Moved): Act {
  picture.fit();
  return { kind: 'moved' };
}

function panTowards(picture: Moved, direction: Direction): Act {
  const along = direction === 'left' || direction === 'up' ? STEP : -STEP;
  const sideways = direction === 'left' || direction === 'right';
  picture.pan(sideways ? along : 0, sideways ? 0 : along);
  return { kind: 'moved' };
}

function stepTowards(picture: Moved, at: Standing, direction: Direction): number | null {
  const { model, shown, focused } = at;
  if (focused === null) return firstOf(at);
  return neighbourTowards(model, picture.positions, shown, focused, direction) ?? focused;
}

/** The brief in the middle, else the node with most links. */
function firstOf({ model, shown, centre }: Standing): number | null {
  if (centre !== null && shown.node(centre)) return centre;
  return ranked(model, shown)[0] ?? null;
}

function nextByRank(at: Standing, by: -1 | 1): number | null {
  const { model, shown, focused } = at;
  if (focused === null) return firstOf(at);
  const order = ranked(model, shown);
  return order[order.indexOf(focused) + by] ?? focused;
}
