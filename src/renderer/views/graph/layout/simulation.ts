import {
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

/** How nodes push each other and how far apart links hold them, by how many there are. */
interface Strengths {
  readonly below: number;
  readonly charge: number;
  readonly reach: number;
  readonly theta: number;
  readonly link: number;
  readonly decay: number;
  /** The pull to the middle on what is not linked: among many it would drift far away. */
  readonly lone: number;
}

/** The more nodes, the more precision and room give way to time. */
const STRENGTHS = [
  { below: 120, charge: -500, reach: 1500, theta: 0.9, link: 110, decay: 0.03, lone: 0.06 },
  { below: 2000, charge: -180, reach: 1500, theta: 0.9, link: 60, decay: 0.03, lone: 0.06 },
  { below: Infinity, charge: -30, reach: Infinity, theta: 1.3, link: 30, decay: 0.08, lone: 0.3 },
] as const satisfies readonly Strengths[];
/** The pull to the middle. */
const GRAVITY = 0.06;
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
    const count = this.#nodes.length;
    const { charge, reach, theta, link, decay, lone } =
      STRENGTHS.find(({ below }) => count < below) ?? STRENGTHS[2];
    const linked = new Set(edges);
    const gravity = (_: SimulationNodeDatum, node: number) => (linked.has(node) ? GRAVITY : lone);
    this.#forces = forceSimulation<SimulationNodeDatum, Link>(this.#nodes)
      .force('charge', forceManyBody().strength(charge).theta(theta).distanceMax(reach))
      .force('link', forceLink<SimulationNodeDatum, Link>(links).distance(link))
      .force('x', forceX<SimulationNodeDatum>().strength(gravity))
      .force('y', forceY<SimulationNodeDatum>().strength(gravity))
      .alpha(warm ? 0.3 : 1)
      .alphaDecay(decay)
      .stop();
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
