import type { GraphEdge } from '../../../../core/graph/drawing';
import type { Colours } from './colours';
import type { Context, Scene } from './scene';

/** What a frame has time for: the length of lines (pixels), or as many short ones. */
const LENGTH = 110_000;
const LINES = 1800;
/** How much dearer dashes and arrows are. */
const MARKED = 5;
/** From so many lines on, they are a ground on which the faulty ones stand out. */
const MANY = 3000;
/** From so many faulty ones on, they are thin. */
const CROWD = 150;
/** So many plain lines are enough for a draft. */
export const DRAFT_LINES = 3000;

/** Draws the links, the faulty ones over the others; each step is as much as a frame has time for. */
export function* drawEdges(context: Context, scene: Scene): Generator<void> {
  const { whole, 'one-way': oneWay, broken } = edgesInSight(scene);
  const pens = pensOf(scene.colours, whole.length, oneWay.length + broken.length);
  const step = scene.draft ? Math.ceil(whole.length / DRAFT_LINES) : 1;
  const ground = step > 1 ? whole.filter((_, at) => at % step === 0) : whole;
  yield* drawLines(context, scene, ground, pens.whole);
  yield* drawLines(context, scene, oneWay, pens['one-way']);
  yield* drawLines(context, scene, broken, pens.broken);
}

/** The more there are, the fainter is each. */
const pensOf = ({ line, oneWay, broken }: Colours, count: number, faulty: number) =>
  ({
    whole: {
      colour: line,
      alpha: count > MANY ? Math.max(0.5 * (MANY / count), 0.1) : 0.5,
      width: 1,
    },
    'one-way': { colour: oneWay, alpha: 1, width: faulty > CROWD ? 1 : 1.5, arrows: true },
    broken: { colour: broken, alpha: 1, width: faulty > CROWD ? 1 : 1.5, dashed: true },
  }) satisfies Record<GraphEdge['state'], Pen>;

/** The links with an end in sight: of others one sees neither whence nor whither. */
function edgesInSight(scene: Scene): Record<GraphEdge['state'], GraphEdge[]> {
  const { model, positions, shown, camera, size } = scene;
  const halfWidth = size.width / 2 / camera.zoom;
  const halfHeight = size.height / 2 / camera.zoom;
  const seen = new Uint8Array(model.nodes.length);
  for (let node = 0; node < seen.length; node++) {
    const x = Math.abs((positions[node * 2] ?? 0) - camera.x);
    const y = Math.abs((positions[node * 2 + 1] ?? 0) - camera.y);
    if (x <= halfWidth && y <= halfHeight) seen[node] = 1;
  }
  const groups: Record<GraphEdge['state'], GraphEdge[]> = { whole: [], 'one-way': [], broken: [] };
  for (const edge of model.edges) {
    if ((seen[edge.from] === 1 || seen[edge.to] === 1) && shown.edge(edge)) {
      groups[edge.state].push(edge);
    }
  }
  return groups;
}

interface Pen {
  readonly colour: string;
  readonly alpha: number;
  readonly width: number;
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
  let first = true;
  for (const slice of slicesOf(scene, edges, plain ? 1 : MARKED)) {
    if (!first) yield;
    first = false;
    context.globalAlpha = pen.alpha;
    context.strokeStyle = pen.colour;
    context.fillStyle = pen.colour;
    context.lineWidth = pen.width;
    context.setLineDash(pen.dashed ? [5, 4] : []);
    strokeEdges(context, scene, slice);
    if (pen.arrows) fillArrows(context, scene, slice);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
}

function* slicesOf(
  { positions, camera, size }: Scene,
  edges: readonly GraphEdge[],
  dear: number,
): Generator<readonly GraphEdge[]> {
  const longest = size.width + size.height;
  const least = LENGTH / LINES;
  let start = 0;
  let cost = 0;
  for (const [at, { from, to }] of edges.entries()) {
    const dx = (positions[to * 2] ?? 0) - (positions[from * 2] ?? 0);
    const dy = (positions[to * 2 + 1] ?? 0) - (positions[from * 2 + 1] ?? 0);
    const length = (Math.abs(dx) + Math.abs(dy)) * camera.zoom;
    cost += Math.min(Math.max(length, least), longest) * dear;
    if (cost < LENGTH) continue;
    yield edges.slice(start, at + 1);
    [start, cost] = [at + 1, 0];
  }
  if (start < edges.length) yield edges.slice(start);
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
const SHORTEST = 18;
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
    const arrow = Math.min(ARROW, length / 8);
    const [ux, uy] = [(dx / length) * arrow, (dy / length) * arrow];
    context.moveTo(x + ux, y + uy);
    context.lineTo(x - ux - uy * 0.7, y - uy + ux * 0.7);
    context.lineTo(x - ux + uy * 0.7, y - uy - ux * 0.7);
    context.closePath();
  }
  context.fill();
}
