import type { GraphEdge, GraphNode } from '../../../core/graph/drawing';
import type { Figures } from './model';

/** What a node is, in a word or two. */
export function kindWords({ kind, state }: Pick<GraphNode, 'kind' | 'state'>): string {
  const word = kind === 'brief' ? 'brief' : 'entity';
  if (state === 'known') return kind === 'brief' ? 'Brief' : 'Entity';
  return state === 'published' ? `Published ${word}` : `Unknown ${word}`;
}

/** A count with its noun. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** How a node is linked: `2 links in, 3 out, 1 broken`. */
export function figureWords({ in: incoming, out, broken, oneWay }: Figures): string {
  return [
    `${counted(incoming, 'link')} in`,
    `${out.toLocaleString('en')} out`,
    ...(broken > 0 ? [`${broken.toLocaleString('en')} broken`] : []),
    ...(oneWay > 0 ? [`${oneWay.toLocaleString('en')} one-way`] : []),
  ].join(', ');
}

/** A node as it is read out. */
export const nodeWords = (node: GraphNode, figures: Figures): string =>
  `${node.label}. ${kindWords(node)}, ${figureWords(figures)}.`;

/** What is drawn, in figures. */
export function graphWords(nodes: number, edges: readonly GraphEdge[]): string {
  const count = (state: GraphEdge['state']) => edges.filter((edge) => edge.state === state).length;
  return [
    counted(nodes, 'node'),
    counted(edges.length, 'link'),
    `${count('broken').toLocaleString('en')} broken`,
    `${count('one-way').toLocaleString('en')} one-way`,
  ].join(' · ');
}
