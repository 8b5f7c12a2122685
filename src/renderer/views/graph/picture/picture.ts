import { type Quadtree, quadtree } from 'd3-quadtree';
import type { GraphModel, Shown } from '../model';
import {
  type Camera,
  fitted,
  panned,
  type Point,
  revealing,
  type Size,
  toScreen,
  toWorld,
  zoomed,
} from './camera';
import type { Colours } from './colours';
import { drawScene, isThinned } from './draw';
import { drawOverlay, type Marks } from './overlay';
import { radiusOf } from './nodes';
import type { Context, Scene } from './scene';
import { Sheet } from './sheet';
import { ranked } from './walk';

/** A pointer this near (pixels) means the node. */
const NEAR = 6;
/** A sheet for a zoom this many times as near or far is of no use. */
const FAR = 1.4;

type Graph = Pick<Scene, 'model' | 'positions' | 'shown' | 'order'>;

/**
 * The graph on a canvas. It is drawn on a sheet, in as many frames as it takes; every frame shows
 * the last sheet where the camera sees it now, with what is marked over it.
 */
export class Picture {
  readonly canvas: HTMLCanvasElement;
  readonly #context: Context;
  #front = new Sheet();
  #back = new Sheet();
  #drawing: Generator<void> | null = null;
  #stale = false;
  /** A quick sheet comes first: the nodes or the camera are still moving. */
  #draft = false;
  #frame = 0;
  #graph: Graph | null = null;
  #tree: Quadtree<number> | null = null;
  #colours: Colours;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #busy = false;
  #marks: Marks = { active: null, centre: null };
  /** True until the reader moves the camera: all that there is stays in sight. */
  #fits = true;

  constructor(canvas: HTMLCanvasElement, colours: Colours) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('The page can draw no canvas');
    this.canvas = canvas;
    this.#context = context;
    this.#colours = colours;
  }

  get positions(): Float32Array {
    return this.#graph?.positions ?? new Float32Array();
  }

  get size(): Size {
    return this.#size;
  }

  show(model: GraphModel, positions: Float32Array, shown: Shown): void {
    this.#graph = { model, positions, shown, order: ranked(model, shown) };
    this.#drawing = null;
    this.#changed();
  }

  /** The nodes have moved. */
  move(positions: Float32Array): void {
    if (!this.#graph) return;
    this.#graph = { ...this.#graph, positions };
    this.#changed();
  }

  recolour(colours: Colours): void {
    this.#colours = colours;
    this.#drawing = null;
    this.#redraw();
  }

  /** @param ratio device pixels for each CSS pixel */
  resize(size: Size, ratio: number): void {
    this.#size = size;
    this.#ratio = ratio;
    this.canvas.width = Math.round(size.width * ratio);
    this.canvas.height = Math.round(size.height * ratio);
    this.#drawing = null;
    this.#changed();
  }

  /** Nodes are still on their way. */
  busy(busy: boolean): void {
    this.#busy = busy;
    this.canvas.ariaBusy = String(busy);
    this.#draft = busy;
    if (!busy) this.#redraw();
  }

  mark(marks: Marks): void {
    this.#marks = marks;
    this.#schedule();
  }

  pan(dx: number, dy: number): void {
    this.#look(panned(this.#camera, dx, dy));
  }

  zoom(by: number, at: Point = { x: this.#size.width / 2, y: this.#size.height / 2 }): void {
    this.#look(zoomed(this.#camera, this.#size, by, at));
  }

  /** Shows all, and goes on to do so until the camera is moved. */
  fit(): void {
    this.#fits = true;
    this.#changed();
  }

  /** Moves the camera, where it must, until the node is well in sight. */
  reveal(node: number): void {
    const camera = revealing(this.#camera, this.#size, this.#pointOf(node));
    if (camera.x !== this.#camera.x || camera.y !== this.#camera.y) this.#look(camera);
  }

  nodeAt(at: Point): number | null {
    const { x, y } = toWorld(this.#camera, this.#size, at);
    const reach = 20 / this.#camera.zoom;
    const node = this.#graph && this.#nodes(this.#graph).find(x, y, reach);
    if (node === undefined || node === null || !this.#graph) return null;
    const place = toScreen(this.#camera, this.#size, this.#pointOf(node));
    const radius = radiusOf(this.#graph.model, node, this.#camera.zoom);
    return Math.hypot(place.x - at.x, place.y - at.y) <= radius + NEAR ? node : null;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#graph = null;
  }

  #pointOf(node: number): Point {
    const { positions } = this;
    return { x: positions[node * 2] ?? 0, y: positions[node * 2 + 1] ?? 0 };
  }

  #nodes({ positions, order }: Graph): Quadtree<number> {
    this.#tree ??= quadtree<number>()
      .x((node) => positions[node * 2] ?? 0)
      .y((node) => positions[node * 2 + 1] ?? 0)
      .addAll([...order]);
    return this.#tree;
  }

  #look(camera: Camera): void {
    this.#camera = camera;
    this.#fits = false;
    if (!this.#front.serves(camera, this.#size)) this.#restart(camera);
    this.#schedule();
  }

  /** What is being drawn is given up where it would be of no use any more. */
  #restart(camera: Camera): void {
    this.#stale = true;
    this.#draft = true;
    const ratio = camera.zoom / this.#back.camera.zoom;
    if (ratio > FAR || ratio < 1 / FAR) this.#drawing = null;
  }

  #changed(): void {
    this.#tree = null;
    if (this.#fits && this.#graph) {
      const { positions, shown } = this.#graph;
      this.#camera = fitted(positions, shown.node, this.#size);
    }
    this.#redraw();
  }

  #redraw(): void {
    this.#stale = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#frame !== 0 || this.#size.width === 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#graph) this.#draw(this.#graph);
    });
  }

  #draw(graph: Graph): void {
    this.#drawSheet(graph);
    const context = this.#context;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.fillStyle = this.#colours.surface;
    context.fillRect(0, 0, this.#size.width, this.#size.height);
    this.#front.show(context, this.#camera, this.#size, this.#ratio);
    drawOverlay(context, this.#scene(graph, this.#camera, this.#size), this.#marks);
    if (this.#stale || this.#drawing) this.#schedule();
  }

  /** One step; small graphs are drawn in it. */
  #drawSheet(graph: Graph): void {
    if (!this.#drawing && this.#stale) {
      this.#stale = false;
      this.#back.prepare(this.#camera, this.#size, this.#ratio);
      const scene = this.#scene(graph, this.#back.camera, this.#back.size);
      this.#drawing = drawScene(this.#back.context, scene);
    }
    if (!this.#drawing?.next().done) return;
    this.#drawing = null;
    [this.#front, this.#back] = [this.#back, this.#front];
    // The camera may have gone on meanwhile.
    if (!this.#front.serves(this.#camera, this.#size)) this.#stale = true;
    if (this.#stale || this.#busy || !this.#draft) return;
    this.#draft = false;
    this.#stale = isThinned(graph.model);
  }

  #scene(graph: Graph, camera: Camera, size: Size): Scene {
    return { ...graph, camera, size, colours: this.#colours, draft: this.#draft };
  }
}
