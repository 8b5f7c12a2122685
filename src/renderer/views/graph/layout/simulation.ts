import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation as Forces,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** What is to be laid out; sent to the worker as it is. */
export interface LayoutTask {
  /** The ends of each edge, by place of the node: `[from, to, from, to, …]`. */
  readonly edges: Uint32Array;
  /** Where each node starts: `[x, y, x, y, …]`. */
  readonly positions: Float32Array;
  /** 1 for a node that must stay where it is. */
  readonly fixed: Uint8Array;
  /** True where the nodes stand about where they belong. */
  readonly warm: boolean;
}

/** From so many nodes on, precision gives way to time. */
const LARGE = 2000;
/** Below this the nodes hardly move. */
const COOL = 0.001;

interface Link extends SimulationLinkDatum<SimulationNodeDatum> {
  readonly source: number | SimulationNodeDatum;
  readonly target: number | SimulationNodeDatum;
}

/** Nodes that push each other off, and links that hold them together. */
export class Simulation {
  readonly #nodes: SimulationNodeDatum[];
  readonly #forces: Forces<SimulationNodeDatum, Link>;

  constructor({ edges, positions, fixed, warm }: LayoutTask) {
    this.#nodes = Array.from(fixed, (held, node) => nodeAt(positions, node, held === 1));
    const links: Link[] = [];
    for (let end = 0; end + 1 < edges.length; end += 2) {
      links.push({ source: edges[end] ?? 0, target: edges[end + 1] ?? 0 });
    }
    const large = this.#nodes.length > LARGE;
    this.#forces = forceSimulation<SimulationNodeDatum, Link>(this.#nodes)
      .force(
        'charge',
        forceManyBody()
          .strength(large ? -40 : -160)
          .theta(large ? 1.3 : 0.9),
      )
      .force('link', forceLink<SimulationNodeDatum, Link>(links).distance(large ? 30 : 60))
      .force('x', forceX().strength(large ? 0.03 : 0.06))
      .force('y', forceY().strength(large ? 0.03 : 0.06))
      .alpha(warm ? 0.3 : 1)
      .alphaDecay(large ? 0.05 : 0.023)
      .stop();
    if (!large) this.#forces.force('collide', forceCollide(14));
  }

  /** One step. @returns false once nothing moves any more */
  step(): boolean {
    this.#forces.tick();
    return this.#forces.alpha() > COOL;
  }

  /** A new array, so that it can be handed over. */
  positions(): Float32Array<ArrayBuffer> {
    const positions = new Float32Array(this.#nodes.length * 2);
    this.#nodes.forEach(({ x = 0, y = 0 }, node) => {
      positions[node * 2] = x;
      positions[node * 2 + 1] = y;
    });
    return positions;
  }
}

function nodeAt(positions: Float32Array, node: number, held: boolean): SimulationNodeDatum {
  const x = positions[node * 2] ?? 0;
  const y = positions[node * 2 + 1] ?? 0;
  return held ? { x, y, fx: x, fy: y } : { x, y };
}
