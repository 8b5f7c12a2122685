/** How the world is seen: a point of it in the middle of the window, and pixels for each unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const MIN_ZOOM = 0.02;
const MAX_ZOOM = 6;
/** Kept free around what is fitted in (pixels). */
const MARGIN = 48;

const within = (zoom: number): number => Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM);

export const toScreen = (camera: Camera, { width, height }: Size, { x, y }: Point): Point => ({
  x: (x - camera.x) * camera.zoom + width / 2,
  y: (y - camera.y) * camera.zoom + height / 2,
});

export const toWorld = (camera: Camera, { width, height }: Size, { x, y }: Point): Point => ({
  x: (x - width / 2) / camera.zoom + camera.x,
  y: (y - height / 2) / camera.zoom + camera.y,
});

/** Moves the picture by so many pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.zoom,
  y: camera.y - dy / camera.zoom,
});

/** Zooms so that what is at a point of the window stays there. */
export function zoomed(camera: Camera, size: Size, by: number, at: Point): Camera {
  const fixed = toWorld(camera, size, at);
  const zoom = within(camera.zoom * by);
  return {
    x: fixed.x - (at.x - size.width / 2) / zoom,
    y: fixed.y - (at.y - size.height / 2) / zoom,
    zoom,
  };
}

/** Shows all nodes that are wanted, no larger than `most`. */
export function fitted(
  positions: Float32Array,
  wanted: (node: number) => boolean,
  { width, height }: Size,
  most = 1.5,
): Camera {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node * 2 < positions.length; node++) {
    if (!wanted(node)) continue;
    const x = positions[node * 2] ?? 0;
    const y = positions[node * 2 + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, zoom: 1 };
  const room = (size: number) => Math.max(size - 2 * MARGIN, 1);
  const zoom = Math.min(room(width) / (right - left || 1), room(height) / (bottom - top || 1));
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: within(Math.min(zoom, most)) };
}

/** The same camera, moved as little as shows the point away from the edge. */
export function revealing(camera: Camera, size: Size, point: Point): Camera {
  const { x, y } = toScreen(camera, size, point);
  const move = (at: number, length: number) =>
    Math.max(MARGIN - at, 0) - Math.max(at - (length - MARGIN), 0);
  return panned(camera, move(x, size.width), move(y, size.height));
}
