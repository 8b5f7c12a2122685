import type { GraphNode } from '../../../../core/graph/drawing';
import type { Figures, GraphModel } from '../model';
import type { Colours } from './colours';
import { type Context, type Scene, screenOf } from './scene';

/** Nodes that are drawn in one frame. */
const NODES = 1000;
/** Nodes of one path: the time to fill it grows faster than its length. */
const PATH = 100;
/** Below this radius (pixels) shapes can't be told apart: all are specks. */
const SPECK = 2.5;
/** With more nodes in sight, a draft shows all as specks. */
export const DRAFT_NODES = 2000;

/** How a node is drawn: its outline says what it is, its filling whether it can be opened. */
export type Glyph = 'brief' | 'published' | 'entity' | 'unknown-brief' | 'unknown-entity';

export const GLYPHS: readonly Glyph[] = [
  'entity',
  'published',
  'brief',
  'unknown-entity',
  'unknown-brief',
];

export function glyphOf({ kind, state }: GraphNode): Glyph {
  if (state === 'unknown') return kind === 'brief' ? 'unknown-brief' : 'unknown-entity';
  if (kind === 'entity') return 'entity';
  return state === 'published' ? 'published' : 'brief';
}

/** In pixels: hubs are larger, and all shrink when one looks from afar, but for what is broken. */
export function radiusOf({ figures, nodes }: GraphModel, node: number, zoom: number): number {
  const { in: incoming, out }: Pick<Figures, 'in' | 'out'> = figures[node] ?? { in: 0, out: 0 };
  const data = nodes[node];
  const base = data?.kind === 'brief' ? 4.5 : 3.5;
  const scale = zoom < 1 ? zoom ** 0.85 : Math.min(Math.sqrt(zoom), 1.6);
  const least = data?.state === 'unknown' ? 3 : 1.2;
  return Math.max(Math.min(base + Math.sqrt(incoming + out) / 2, 12) * scale, least);
}

/** @returns the nodes in sight, in the order of the scene */
export function* drawNodes(context: Context, scene: Scene): Generator<void, number[]> {
  const seen = scene.order.filter((node) => isInSight(scene, node));
  const groups = new Map<Glyph, number[]>(GLYPHS.map((glyph) => [glyph, []]));
  for (const node of seen) {
    const data = scene.model.nodes[node];
    if (data) groups.get(glyphOf(data))?.push(node);
  }
  const speck = scene.draft && seen.length > DRAFT_NODES ? Infinity : SPECK;
  const slice = speck === SPECK ? NODES : 2 * NODES;
  for (const [glyph, nodes] of groups) {
    for (let from = 0; from < nodes.length; from += slice) {
      drawGlyphs(context, scene, glyph, nodes.slice(from, from + slice), speck);
      if (nodes.length > slice) yield;
    }
  }
  return seen;
}

function isInSight(scene: Scene, node: number): boolean {
  if (!scene.shown.node(node)) return false;
  const { x, y } = screenOf(scene, node);
  return x > -20 && y > -20 && x < scene.size.width + 20 && y < scene.size.height + 20;
}

function drawGlyphs(
  context: Context,
  scene: Scene,
  glyph: Glyph,
  nodes: readonly number[],
  speck: number,
): void {
  for (let from = 0; from < nodes.length; from += PATH) {
    drawPath(context, scene, glyph, nodes.slice(from, from + PATH), speck);
  }
}

function drawPath(
  context: Context,
  scene: Scene,
  glyph: Glyph,
  nodes: readonly number[],
  speck: number,
): void {
  const outlines = new Path2D();
  const crosses = new Path2D();
  const unknown = glyph.startsWith('unknown');
  context.fillStyle = colourOf(scene.colours, glyph);
  for (const node of nodes) {
    const { x, y } = screenOf(scene, node);
    const radius = radiusOf(scene.model, node, scene.camera.zoom);
    if (radius < speck) {
      context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      continue;
    }
    trace(outlines, glyph, x, y, radius);
    if (unknown) cross(crosses, x, y, radius * 0.45);
  }
  paint(context, scene.colours, glyph, outlines);
  if (unknown) context.stroke(crosses);
}

/** Briefs are round, entities square. */
export function trace(path: Path2D, glyph: Glyph, x: number, y: number, radius: number): void {
  if (glyph.endsWith('entity')) {
    const half = radius * 0.85;
    path.rect(x - half, y - half, 2 * half, 2 * half);
    return;
  }
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}

export function cross(path: Path2D, x: number, y: number, arm: number): void {
  path.moveTo(x - arm, y - arm);
  path.lineTo(x + arm, y + arm);
  path.moveTo(x + arm, y - arm);
  path.lineTo(x - arm, y + arm);
}

/** What can be opened is filled; what is elsewhere or nowhere is an outline. */
export function paint(context: Context, colours: Colours, glyph: Glyph, path: Path2D): void {
  const colour = colourOf(colours, glyph);
  const filled = glyph === 'brief' || glyph === 'entity';
  context.fillStyle = filled ? colour : colours.surface;
  context.strokeStyle = filled ? colours.surface : colour;
  context.lineWidth = filled ? 1 : 1.5;
  context.fill(path);
  context.stroke(path);
}

export function colourOf(colours: Colours, glyph: Glyph): string {
  if (glyph.startsWith('unknown')) return colours.broken;
  return glyph === 'entity' ? colours.entity : colours.accent;
}
