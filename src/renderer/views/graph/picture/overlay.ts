import { edgesAt } from '../model';
import { drawLabel } from './labels';
import { strokeEdges } from './lines';
import { glyphOf, paint, radiusOf, trace } from './nodes';
import { type Context, type Scene, screenOf } from './scene';

/** What is marked over the picture, by place of the node. */
export interface Marks {
  /** Under the pointer, or where the keyboard is. */
  readonly active: number | null;
  /** The brief whose neighbourhood this is. */
  readonly centre: number | null;
}

/** A hub's links beyond these are left to the ground below. */
const MOST = 800;

export function drawOverlay(context: Context, scene: Scene, { active, centre }: Marks): void {
  if (centre !== null && scene.shown.node(centre))
    ring(context, scene, centre, scene.colours.accent);
  if (active === null || !scene.shown.node(active)) return;
  drawLinks(context, scene, active);
  drawNode(context, scene, active);
  ring(context, scene, active, scene.colours.text);
  const node = scene.model.nodes[active];
  const radius = radiusOf(scene.model, active, scene.camera.zoom);
  if (node) drawLabel(context, scene.colours, node.label, screenOf(scene, active), radius);
}

function drawLinks(context: Context, scene: Scene, node: number): void {
  const edges = Array.from(
    edgesAt(scene.model, node).subarray(0, MOST),
    (at) => scene.model.edges[at],
  )
    .filter((edge) => edge !== undefined)
    .filter(scene.shown.edge);
  context.lineWidth = 1.5;
  context.globalAlpha = 0.8;
  context.strokeStyle = scene.colours.text;
  strokeEdges(context, scene, edges);
  context.globalAlpha = 1;
}

function drawNode(context: Context, scene: Scene, node: number): void {
  const data = scene.model.nodes[node];
  if (!data) return;
  const path = new Path2D();
  const { x, y } = screenOf(scene, node);
  trace(path, glyphOf(data), x, y, radiusOf(scene.model, node, scene.camera.zoom));
  paint(context, scene.colours, glyphOf(data), path);
}

function ring(context: Context, scene: Scene, node: number, colour: string): void {
  const { x, y } = screenOf(scene, node);
  const radius = radiusOf(scene.model, node, scene.camera.zoom);
  context.beginPath();
  context.arc(x, y, radius + 3.5, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke();
}
