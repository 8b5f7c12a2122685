import type { GraphModel } from '../model';
import { edgesAt, keyOf } from '../model';
import type { KeptLayout, Places } from './kept';
import type { LayoutTask } from './simulation';

export function placesOf({ nodes }: GraphModel, positions: Float32Array): Places {
  return new Map(
    nodes.map((node, at) => [
      keyOf(node),
      [positions[at * 2] ?? 0, positions[at * 2 + 1] ?? 0] as const,
    ]),
  );
}

/** Between two turns of a spiral that never repeats: nodes spread evenly over a disc. */
const TURN = Math.PI * (3 - Math.sqrt(5));
const GAP = 14;

/**
 * A layout that leaves what had come to rest where it stood. What is new starts beside what it is
 * linked to; where nothing stood yet, on a disc.
 */
export function taskOf(model: GraphModel, before: KeptLayout | undefined): LayoutTask {
  const count = model.nodes.length;
  const positions = new Float32Array(count * 2);
  const known = new Uint8Array(count);
  model.nodes.forEach((node, at) => {
    const place = before?.places.get(keyOf(node));
    if (!place) return;
    known[at] = 1;
    positions.set(place, at * 2);
  });
  const anyKnown = known.includes(1);
  for (let at = 0; at < count; at++) {
    if (known[at] === 1) continue;
    const beside = anyKnown ? centreOfKnown(model, at, positions, known) : null;
    positions.set(startOf(at, beside), at * 2);
  }
  const edges = Uint32Array.from(model.edges.flatMap(({ from, to }) => [from, to]));
  const fixed = before?.done ? known : new Uint8Array(count);
  return { edges, positions, fixed, warm: anyKnown && !before?.done };
}

function startOf(node: number, beside: readonly [number, number] | null): [number, number] {
  const angle = node * TURN;
  const radius = beside ? GAP : GAP * Math.sqrt(0.5 + node);
  const [x, y] = beside ?? [0, 0];
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

function centreOfKnown(
  model: GraphModel,
  node: number,
  positions: Float32Array,
  known: Uint8Array,
): [number, number] | null {
  let [x, y, held] = [0, 0, 0];
  for (const at of edgesAt(model, node)) {
    const edge = model.edges[at];
    const other = edge?.from === node ? edge.to : edge?.from;
    if (other === undefined || known[other] !== 1) continue;
    x += positions[other * 2] ?? 0;
    y += positions[other * 2 + 1] ?? 0;
    held += 1;
  }
  return held > 0 ? [x / held, y / held] : null;
}
