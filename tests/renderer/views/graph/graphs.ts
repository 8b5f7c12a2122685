import type { GraphData, GraphEdge, GraphNode } from '../../../../src/core/graph/drawing';
import { type GraphModel, modelOf } from '../../../../src/renderer/views/graph/model';

/** A node as `brief talks`, `published talks`, `unknown talks`, `entity kyiv`. */
function nodeOf(text: string): GraphNode {
  const [kind = '', slug = ''] = text.split(' ');
  const state = kind === 'unknown' || kind === 'published' ? kind : 'known';
  return { kind: kind === 'entity' ? 'entity' : 'brief', slug, label: slug, state };
}

/** An edge as `talks > summit related one-way`; whole where nothing is said. */
function edgeOf(text: string, nodes: readonly GraphNode[]): GraphEdge {
  const [from, , to, kind = 'related', state = 'whole'] = text.split(' ');
  const place = (slug: string | undefined) => nodes.findIndex((node) => node.slug === slug);
  return {
    from: place(from),
    to: place(to),
    kind: kind as GraphEdge['kind'],
    state: state as GraphEdge['state'],
  };
}

export function graphOf(nodes: readonly string[], edges: readonly string[]): GraphData {
  const all = nodes.map(nodeOf);
  return { nodes: all, edges: edges.map((edge) => edgeOf(edge, all)) };
}

export const modelFrom = (nodes: readonly string[], edges: readonly string[]): GraphModel =>
  modelOf(graphOf(nodes, edges));

/** One of each kind of link. */
export const TALKS = graphOf(
  ['brief talks', 'brief summit', 'brief corridor', 'unknown gone', 'entity kyiv', 'brief alone'],
  [
    'talks > summit related',
    'talks > corridor related one-way',
    'talks > gone related broken',
    'talks > kyiv entity',
    'summit > kyiv entity',
  ],
);
