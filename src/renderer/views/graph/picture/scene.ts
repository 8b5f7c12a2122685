import type { GraphModel, Shown } from '../model';
import type { Camera, Point, Size } from './camera';
import type { Colours } from './colours';

/** All that a picture is made of. */
export interface Scene {
  readonly model: GraphModel;
  readonly positions: Float32Array;
  readonly shown: Shown;
  /** Nodes by the number of their links, most first; names are given in this order. */
  readonly order: readonly number[];
  readonly camera: Camera;
  /** Of what is drawn, in CSS pixels. */
  readonly size: Size;
  readonly colours: Colours;
  /** True while the nodes are on their way: the plain links need not all be there. */
  readonly draft: boolean;
}

export type Context = CanvasRenderingContext2D;

/** Where a node stands in what is drawn. */
export const screenOf = ({ positions, camera, size }: Scene, node: number): Point => ({
  x: ((positions[node * 2] ?? 0) - camera.x) * camera.zoom + size.width / 2,
  y: ((positions[node * 2 + 1] ?? 0) - camera.y) * camera.zoom + size.height / 2,
});
