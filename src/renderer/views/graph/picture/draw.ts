import type { GraphModel } from '../model';
import { drawLabels } from './labels';
import { DRAFT_LINES, drawEdges } from './lines';
import { DRAFT_NODES, drawNodes } from './nodes';
import type { Context, Scene } from './scene';

/** Draws the scene in steps, each as much as a frame has time for. */
export function* drawScene(context: Context, scene: Scene): Generator<void> {
  const { size, colours } = scene;
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, size.width, size.height);
  yield* drawEdges(context, scene);
  drawLabels(context, scene, yield* drawNodes(context, scene));
}

/** True where a draft may lack something. */
export const isThinned = ({ nodes, edges }: GraphModel): boolean =>
  edges.length > DRAFT_LINES || nodes.length > DRAFT_NODES;
