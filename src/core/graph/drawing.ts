/** Which part of the graph is to be drawn. */
export type GraphScope =
  | { readonly kind: 'around'; readonly slug: string; readonly depth: 1 | 2 }
  /** `entities`: with the entities, not only the briefs. */
  | { readonly kind: 'whole'; readonly entities: boolean };

export interface GraphNode {
  readonly kind: 'brief' | 'entity';
  readonly slug: string;
  readonly label: string;
  /** `unknown`: something links to it, and it is not there. */
  readonly state: 'known' | 'published' | 'unknown';
}

/** Between two nodes by their place in `nodes`. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: 'related' | 'link' | 'entity';
  readonly state: 'whole' | 'one-way' | 'broken';
}

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
