import { assert, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitted,
  panned,
  revealing,
  toScreen,
  toWorld,
  zoomed,
} from '../../../../src/renderer/views/graph/picture/camera';

const number = (min: number, max: number) => double({ min, max, noNaN: true });
const point = record({ x: number(0, 800), y: number(0, 600) });
const camera = record({ x: number(-2000, 2000), y: number(-2000, 2000), zoom: number(0.02, 6) });
const size = { width: 800, height: 600 };

const near = (a: { x: number; y: number }, b: { x: number; y: number }) => {
  expect(a.x).toBeCloseTo(b.x, 4);
  expect(a.y).toBeCloseTo(b.y, 4);
};

describe('the camera', () => {
  it('sees a point of the world where it says', () => {
    assert(
      property(camera, point, (view, at) => {
        near(toScreen(view, size, toWorld(view, size, at)), at);
      }),
    );
  });

  it('keeps what is under the pointer while it zooms', () => {
    assert(
      property(camera, point, number(0.1, 10), (view, at, by) => {
        const before = toWorld(view, size, at);
        near(toScreen(zoomed(view, size, by, at), size, before), at);
      }),
    );
  });

  it('moves the picture by the pixels it is dragged', () => {
    assert(
      property(camera, point, number(-500, 500), (view, at, by) => {
        const world = toWorld(view, size, at);
        near(toScreen(panned(view, by, -by), size, world), { x: at.x + by, y: at.y - by });
      }),
    );
  });

  it('fits in what is wanted, and no more', () => {
    const positions = Float32Array.of(0, 0, 4000, 0, 0, 3000, 90_000, 0);
    const view = fitted(positions, (node) => node < 3, size);
    for (const world of [
      { x: 0, y: 0 },
      { x: 4000, y: 0 },
      { x: 0, y: 3000 },
    ]) {
      const { x, y } = toScreen(view, size, world);
      expect(x).toBeGreaterThanOrEqual(40);
      expect(x).toBeLessThanOrEqual(760);
      expect(y).toBeGreaterThanOrEqual(40);
      expect(y).toBeLessThanOrEqual(560);
    }
  });

  it('stands still where nothing is wanted', () => {
    expect(fitted(new Float32Array(), () => true, size)).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it('moves only as far as shows the node', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(revealing(view, size, { x: 100, y: 100 })).toEqual(view);
    const { x, y } = toScreen(revealing(view, size, { x: 900, y: 0 }), size, { x: 900, y: 0 });
    expect(x).toBeCloseTo(752);
    expect(y).toBeCloseTo(300);
  });
});
