import type { GraphData, GraphEdge, GraphNode } from '../../../core/graph/drawing';

/** The graph with what drawing, walking and the table ask of it. Nodes and edges go by their place. */
export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The place of a node by its `keyOf`. */
  readonly places: ReadonlyMap<string, number>;
  /** The edges at a node are `incident` from `starts[node]` up to `starts[node + 1]`. */
  readonly starts: Uint32Array;
  readonly incident: Uint32Array;
  /** For each node, how many edges come, go, are broken, are one-way. */
  readonly figures: readonly Figures[];
}

export interface Figures {
  readonly in: number;
  readonly out: number;
  readonly broken: number;
  readonly oneWay: number;
}

export const keyOf = ({ kind, slug }: Pick<GraphNode, 'kind' | 'slug'>): string =>
  `${kind} ${slug}`;

export function modelOf({ nodes, edges }: GraphData): GraphModel {
  return {
    nodes,
    edges,
    places: new Map(nodes.map((node, place) => [keyOf(node), place])),
    ...incidence(nodes.length, edges),
    figures: figuresOf(nodes.length, edges),
  };
}

function incidence(count: number, edges: readonly GraphEdge[]) {
  const starts = new Uint32Array(count + 1);
  const ends = edges.flatMap(({ from, to }) => [from, to]);
  for (const node of ends) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) {
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  }
  const next = starts.slice();
  const incident = new Uint32Array(ends.length);
  ends.forEach((node, end) => {
    const at = next[node] ?? 0;
    incident[at] = end >> 1;
    next[node] = at + 1;
  });
  return { starts, incident };
}

/** Briefs that list each other are joined by one edge: it comes and goes at both. */
export const isMutual = ({ kind, state }: GraphEdge): boolean =>
  kind === 'related' && state === 'whole';

function figuresOf(count: number, edges: readonly GraphEdge[]): Figures[] {
  const figures = Array.from({ length: count }, () => ({ in: 0, out: 0, broken: 0, oneWay: 0 }));
  for (const edge of edges) {
    const from = figures[edge.from];
    const to = figures[edge.to];
    if (!from || !to) continue;
    const both = isMutual(edge) ? 1 : 0;
    from.out += 1;
    from.in += both;
    to.in += 1;
    to.out += both;
    for (const end of [from, to]) {
      if (edge.state === 'broken') end.broken += 1;
      if (edge.state === 'one-way') end.oneWay += 1;
    }
  }
  return figures;
}

export const edgesAt = ({ starts, incident }: GraphModel, node: number): Uint32Array =>
  incident.subarray(starts[node] ?? 0, starts[node + 1] ?? 0);

/** The nodes that an edge joins to a node, each once, in the order of the edges. */
export function neighboursOf(model: GraphModel, node: number, shown: Shown): number[] {
  const found = new Set<number>();
  for (const at of edgesAt(model, node)) {
    const edge = model.edges[at];
    if (edge && shown.edge(edge)) found.add(edge.from === node ? edge.to : edge.from);
  }
  found.delete(node);
  return [...found];
}

/** Which links are shown. */
export const FILTERS = ['all', 'faulty', 'broken', 'one-way'] as const;
export type Filter = (typeof FILTERS)[number];

/** What is shown under a filter: with links of some kinds alone, only the nodes that they join. */
export interface Shown {
  readonly edge: (edge: GraphEdge) => boolean;
  readonly node: (node: number) => boolean;
}

export function shownUnder(filter: Filter, model: GraphModel): Shown {
  if (filter === 'all') return { edge: () => true, node: () => true };
  const broken = filter !== 'one-way';
  const oneWay = filter !== 'broken';
  return {
    edge: ({ state }) => (broken && state === 'broken') || (oneWay && state === 'one-way'),
    node: (node) => {
      const figures = model.figures[node];
      return (broken && (figures?.broken ?? 0) > 0) || (oneWay && (figures?.oneWay ?? 0) > 0);
    },
  };
}
