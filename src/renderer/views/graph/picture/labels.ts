import type { Point } from './camera';
import type { Colours } from './colours';
import { radiusOf } from './nodes';
import { type Context, type Scene, screenOf } from './scene';

/** With more nodes in sight than this, names would say nothing. */
const CROWD = 500;
const MOST = 150;
const SIZE = 12;
const LONGEST = 34;

/** Names the nodes in sight, most linked first, where there is room. */
export function drawLabels(context: Context, scene: Scene, seen: readonly number[]): void {
  if (seen.length > CROWD) return;
  setFont(context, scene.colours);
  const taken: Box[] = [];
  for (const node of seen) {
    if (taken.length >= MOST) break;
    const text = shortened(scene.model.nodes[node]?.label ?? '');
    const at = below(screenOf(scene, node), radiusOf(scene.model, node, scene.camera.zoom));
    const box = boxOf(at, context.measureText(text).width);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    drawText(context, scene.colours, text, at);
  }
}

/** The name of one node, over whatever stands there. */
export function drawLabel(
  context: Context,
  colours: Colours,
  label: string,
  node: Point,
  radius: number,
): void {
  setFont(context, colours);
  const text = shortened(label, 80);
  const at = below(node, radius);
  const { left, top, right, bottom } = boxOf(at, context.measureText(text).width);
  context.beginPath();
  context.roundRect(left - 6, top - 2, right - left + 12, bottom - top + 4, 4);
  context.fillStyle = colours.surface;
  context.fill();
  // An edge, so that what it covers in part reads as covered.
  context.lineWidth = 1;
  context.strokeStyle = colours.line;
  context.stroke();
  drawText(context, colours, text, at);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const below = ({ x, y }: Point, radius: number): Point => ({ x, y: y + radius + 4 });

const boxOf = ({ x, y }: Point, width: number): Box => ({
  left: x - width / 2,
  top: y,
  right: x + width / 2,
  bottom: y + SIZE + 2,
});

function setFont(context: Context, colours: Colours): void {
  context.font = `${SIZE}px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
}

function drawText(context: Context, colours: Colours, text: string, { x, y }: Point): void {
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = colours.surface;
  context.strokeText(text, x, y);
  context.fillStyle = colours.text;
  context.fillText(text, x, y);
}

function shortened(text: string, longest = LONGEST): string {
  const letters = Array.from(text);
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
