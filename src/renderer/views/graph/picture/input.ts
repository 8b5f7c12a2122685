import type { Point } from './camera';
import type { Picture } from './picture';

/** Pixels that a hand may slip while it clicks. */
const SLIP = 3;

export interface Heard {
  readonly hover: (node: number | null) => void;
  readonly press: (node: number) => void;
}

/** Lets pointers pan, zoom, pinch, point and press. @returns the end of it */
export function hearPointers(picture: Picture, heard: Heard): () => void {
  const { canvas } = picture;
  const down = new Map<number, Point>();
  let slipped = false;

  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (down.size === 0) slipped = false;
    down.set(event.pointerId, at(event));
    canvas.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent) => {
    const point = at(event);
    const last = down.get(event.pointerId);
    if (!last) return heard.hover(picture.nodeAt(point));
    if (!slipped && Math.hypot(point.x - last.x, point.y - last.y) <= SLIP) return;
    slipped = true;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(picture, other, last, point);
    else picture.pan(point.x - last.x, point.y - last.y);
    down.set(event.pointerId, point);
  };

  const lift = (event: PointerEvent) => {
    if (!down.delete(event.pointerId) || slipped || event.type === 'pointercancel') return;
    const node = picture.nodeAt(at(event));
    if (node !== null) heard.press(node);
  };

  const leave = () => heard.hover(null);

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    // Browsers tell a pinch on a trackpad as a wheel with Ctrl, in small steps.
    const pace = event.ctrlKey ? 0.01 : 0.002;
    picture.zoom(Math.exp(-event.deltaY * pixels * pace), at(event));
  };

  canvas.addEventListener('pointerdown', press);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    canvas.removeEventListener('pointerdown', press);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', lift);
    canvas.removeEventListener('pointercancel', lift);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('wheel', wheel);
  };
}

function pinch(picture: Picture, other: Point, last: Point, point: Point): void {
  const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
  const middle = { x: (other.x + point.x) / 2, y: (other.y + point.y) / 2 };
  picture.zoom(apart(other, point) / apart(other, last), middle);
  picture.pan((point.x - last.x) / 2, (point.y - last.y) / 2);
}
