import type { GraphData, GraphEdge, GraphNode, GraphScope } from '../../core/graph/drawing';
import { drawing } from '../../core/graph/drawing-of';
import { type Call, cannot, type Command, FINE } from '../command';
import { loadGraph } from '../graph';
import { workspaceToRead } from '../workspace';

export const graph: Command = {
  name: 'graph',
  about: 'Print the graph of briefs and entities',
  usage: '[PATH] [--format json|dot] [--around SLUG] [--depth 1|2] [--no-entities]',
  takes: [0, 1],
  details: [
    'Nodes are briefs and entities; edges are inline links and the Related lines. An unknown target is a node, its edges broken; an edge of Related that is not returned is one-way.',
  ],
  options: [
    { name: 'format', value: 'NAME', about: 'json (default) or dot' },
    { name: 'around', value: 'SLUG', about: 'Only the neighbourhood of a brief' },
    { name: 'depth', value: 'N', about: 'How far around it: 1 (default) or 2' },
    { name: 'no-entities', about: 'Briefs only' },
  ],
  examples: [
    { line: 'graph --around port-strike --format dot | dot -Tsvg > graph.svg', about: 'draw it' },
    { line: 'graph --no-entities', about: 'how briefs link to each other' },
  ],
  async run(call) {
    const { io, args, value } = call;
    const format = value('format') ?? 'json';
    if (format !== 'json' && format !== 'dot') {
      cannot(`There is no format “${format}”. Formats: json, dot.`);
    }
    const scope = scopeOf(call);
    const view = await loadGraph(io, await workspaceToRead(io, args[0]));
    if (scope.kind === 'around' && !view.record(scope.slug))
      cannot(`There is no brief “${scope.slug}”.`);
    const data = drawing(view, scope);
    io.out(format === 'json' ? `${JSON.stringify(data, null, 1)}\n` : dotOf(data));
    return FINE;
  },
};

function scopeOf({ value, has }: Call): GraphScope {
  const slug = value('around');
  if (slug === undefined) return { kind: 'whole', entities: !has('no-entities') };
  const depth = value('depth') ?? '1';
  if (depth !== '1' && depth !== '2') cannot(`--depth takes 1 or 2, not “${depth}”.`);
  return { kind: 'around', slug, depth: depth === '1' ? 1 : 2 };
}

const SHAPES: Readonly<Record<GraphNode['kind'], string>> = { brief: 'box', entity: 'ellipse' };
const STYLES: Readonly<Record<GraphEdge['state'], string>> = {
  whole: '',
  'one-way': ' [color="darkorange"]',
  broken: ' [color="red", style="dashed"]',
};

/** Graphviz' language. */
function dotOf({ nodes, edges }: GraphData): string {
  const lines = nodes.map(({ kind, label, slug, state }, index) => {
    const style = state === 'unknown' ? ', style="dashed", color="red"' : '';
    return `  n${index} [label=${quoted(label || slug)}, shape="${SHAPES[kind]}"${style}];`;
  });
  const arrows = edges.map(({ from, to, state }) => `  n${from} -> n${to}${STYLES[state]};`);
  return ['digraph briefs {', '  rankdir="LR";', ...lines, ...arrows, '}', ''].join('\n');
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;
