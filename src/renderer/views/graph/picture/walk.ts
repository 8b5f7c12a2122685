import { type GraphModel, neighboursOf, type Shown } from '../model';

export type Direction = 'up' | 'down' | 'left' | 'right';

const AHEAD: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** The neighbour that lies most in the direction; null where none lies that way. */
export function neighbourTowards(
  model: GraphModel,
  positions: Float32Array,
  shown: Shown,
  node: number,
  direction: Direction,
): number | null {
  const [aheadX, aheadY] = AHEAD[direction];
  let best: number | null = null;
  let least = Infinity;
  for (const other of neighboursOf(model, node, shown)) {
    const dx = (positions[other * 2] ?? 0) - (positions[node * 2] ?? 0);
    const dy = (positions[other * 2 + 1] ?? 0) - (positions[node * 2 + 1] ?? 0);
    const ahead = dx * aheadX + dy * aheadY;
    const aside = Math.abs(dx * aheadY) + Math.abs(dy * aheadX);
    // Beyond 60 degrees it lies rather in another direction.
    if (ahead <= 0 || aside > ahead * Math.sqrt(3)) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** All nodes that are shown, those with most links first: the order of Page Up and Page Down. */
export function ranked({ nodes, figures }: GraphModel, shown: Shown): number[] {
  const weight = (node: number) => (figures[node]?.in ?? 0) + (figures[node]?.out ?? 0);
  return nodes
    .map((_, node) => node)
    .filter(shown.node)
    .sort((a, b) => weight(b) - weight(a) || a - b);
}
