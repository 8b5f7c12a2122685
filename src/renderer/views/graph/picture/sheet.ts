import type { Camera, Size } from './camera';
import type { Context } from './scene';

/** What a sheet holds beyond the window on each side, as a share of it. */
const BEYOND = 0.25;
/** A new sheet is begun before the old one ends in sight. */
const AHEAD = 0.1;

/** A picture larger than the window: while one pans, it is moved rather than drawn anew. */
export class Sheet {
  readonly #canvas = document.createElement('canvas');
  readonly context: Context;
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  /** In CSS pixels. */
  size: Size = { width: 0, height: 0 };

  constructor() {
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('The page can draw no canvas');
    this.context = context;
  }

  /** Ready to be drawn on, for a window of this size. */
  prepare(camera: Camera, window: Size, ratio: number): void {
    const scale = 1 + 2 * BEYOND;
    this.camera = camera;
    this.size = { width: window.width * scale, height: window.height * scale };
    const width = Math.ceil(this.size.width * ratio);
    const height = Math.ceil(this.size.height * ratio);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** True where it still shows what the window sees, and as sharp. */
  serves(camera: Camera, window: Size): boolean {
    if (this.camera.zoom !== camera.zoom) return false;
    const roomX = (this.size.width - window.width) / 2 - window.width * AHEAD;
    const roomY = (this.size.height - window.height) / 2 - window.height * AHEAD;
    return (
      Math.abs(camera.x - this.camera.x) * camera.zoom <= roomX &&
      Math.abs(camera.y - this.camera.y) * camera.zoom <= roomY
    );
  }

  /** Puts it where the camera sees it now. */
  show(context: Context, camera: Camera, window: Size, ratio: number): void {
    if (this.size.width === 0) return;
    const scale = camera.zoom / this.camera.zoom;
    const width = this.size.width * scale;
    const height = this.size.height * scale;
    // Whole device pixels: between them all would be blurred.
    const whole = (at: number) => (scale === 1 ? Math.round(at * ratio) / ratio : at);
    const x = whole((window.width - width) / 2 + (this.camera.x - camera.x) * camera.zoom);
    const y = whole((window.height - height) / 2 + (this.camera.y - camera.y) * camera.zoom);
    context.drawImage(this.#canvas, x, y, width, height);
  }
}
