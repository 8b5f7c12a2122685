import type { GraphEdge } from '../../../../core/graph/drawing';
import type { Colours } from './colours';
import type { Context, Scene } from './scene';

/** Lines that are drawn in one frame. */
const LINES = 2500;
/** Dashes and arrows cost more. */
const MARKED_LINES = 500;
/** From so many lines on, they are a ground on which the faulty ones stand out. */
const MANY = 3000;

/** Draws the links, the faulty ones over the others; each step is as much as a frame has time for. */
export function* drawEdges(context: Context, scene: Scene): Generator<void> {
  const { whole, 'one-way': oneWay, broken } = visibleEdges(scene);
  const pens = pensOf(scene.colours, whole.length > MANY);
  yield* drawLines(context, scene, whole, pens.whole);
  yield* drawLines(context, scene, oneWay, pens['one-way']);
  yield* drawLines(context, scene, broken, pens.broken);
}

const pensOf = ({ line, oneWay, broken }: Colours, many: boolean) =>
  ({
    whole: { colour: line, alpha: many ? 0.22 : 0.5 },
    'one-way': { colour: oneWay, alpha: 1, arrows: true },
    broken: { colour: broken, alpha: 1, dashed: true },
  }) satisfies Record<GraphEdge['state'], Pen>;

function visibleEdges({ model, positions, shown, camera, size }: Scene) {
  const groups: Record<GraphEdge['state'], GraphEdge[]> = { whole: [], 'one-way': [], broken: [] };
  const halfWidth = size.width / 2 / camera.zoom;
  const halfHeight = size.height / 2 / camera.zoom;
  const [left, right] = [camera.x - halfWidth, camera.x + halfWidth];
  const [top, bottom] = [camera.y - halfHeight, camera.y + halfHeight];
  for (const edge of model.edges) {
    if (!shown.edge(edge)) continue;
    const x1 = positions[edge.from * 2] ?? 0;
    const x2 = positions[edge.to * 2] ?? 0;
    if ((x1 < left && x2 < left) || (x1 > right && x2 > right)) continue;
    const y1 = positions[edge.from * 2 + 1] ?? 0;
    const y2 = positions[edge.to * 2 + 1] ?? 0;
    if ((y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) continue;
    groups[edge.state].push(edge);
  }
  return groups;
}

interface Pen {
  readonly colour: string;
  readonly alpha: number;
  readonly dashed?: boolean;
  readonly arrows?: boolean;
}

function* drawLines(
  context: Context,
  scene: Scene,
  edges: readonly GraphEdge[],
  pen: Pen,
): Generator<void> {
  const plain = !pen.dashed && !pen.arrows;
  const slice = plain ? LINES : MARKED_LINES;
  for (let from = 0; from < edges.length; from += slice) {
    context.globalAlpha = pen.alpha;
    context.strokeStyle = pen.colour;
    context.fillStyle = pen.colour;
    context.lineWidth = plain ? 1 : 1.5;
    context.setLineDash(pen.dashed ? [5, 4] : []);
    strokeEdges(context, scene, edges.slice(from, from + slice));
    if (pen.arrows) fillArrows(context, scene, edges.slice(from, from + slice));
    context.setLineDash([]);
    context.globalAlpha = 1;
    if (edges.length > slice) yield;
  }
}

/** One path for all: a call for each would cost more than the drawing. */
export function strokeEdges(
  context: Context,
  { positions, camera: { x, y, zoom }, size: { width, height } }: Scene,
  edges: readonly GraphEdge[],
): void {
  const left = width / 2 - x * zoom;
  const top = height / 2 - y * zoom;
  context.beginPath();
  for (const { from, to } of edges) {
    context.moveTo(
      (positions[from * 2] ?? 0) * zoom + left,
      (positions[from * 2 + 1] ?? 0) * zoom + top,
    );
    context.lineTo(
      (positions[to * 2] ?? 0) * zoom + left,
      (positions[to * 2 + 1] ?? 0) * zoom + top,
    );
  }
  context.stroke();
}

/** On shorter lines (pixels) an arrow would be all that is seen. */
const SHORTEST = 16;
const ARROW = 7;

function fillArrows(context: Context, scene: Scene, edges: readonly GraphEdge[]): void {
  const { positions, camera } = scene;
  const { width, height } = scene.size;
  context.beginPath();
  for (const { from, to } of edges) {
    const dx = ((positions[to * 2] ?? 0) - (positions[from * 2] ?? 0)) * camera.zoom;
    const dy = ((positions[to * 2 + 1] ?? 0) - (positions[from * 2 + 1] ?? 0)) * camera.zoom;
    const length = Math.hypot(dx, dy);
    if (length < SHORTEST) continue;
    // In the middle: at its end it would lie under the other lines of a hub.
    const x = ((positions[to * 2] ?? 0) - camera.x) * camera.zoom + width / 2 - dx / 2;
    const y = ((positions[to * 2 + 1] ?? 0) - camera.y) * camera.zoom + height / 2 - dy / 2;
    const [ux, uy] = [(dx / length) * ARROW, (dy / length) * ARROW];
    context.moveTo(x + ux, y + uy);
    context.lineTo(x - ux - uy * 0.7, y - uy + ux * 0.7);
    context.lineTo(x - ux + uy * 0.7, y - uy - ux * 0.7);
    context.closePath();
  }
  context.fill();
}
