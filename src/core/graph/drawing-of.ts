import type { GraphData, GraphEdge, GraphNode, GraphScope } from './drawing';
import type { BriefRecord } from './record';
import { entitySlugs } from './uses-of';
import type { GraphView } from './view';

/**
 * The nodes and edges of a part of the graph. What is linked to and not there is a node too. Two
 * briefs that list each other are joined by one edge; an inline link is an edge where no Related
 * stands for it.
 */
export function drawing(view: GraphView, scope: GraphScope): GraphData {
  const drawing = new Drawing(view);
  if (scope.kind === 'whole') {
    for (const record of view.records()) drawing.brief(record.slug);
    for (const record of view.records()) drawing.edgesOf(record, scope.entities, true);
  } else around(view, drawing, scope.slug, scope.depth);
  const { nodes, edges } = drawing;
  return { nodes, edges };
}

/**
 * A brief, what it points at and what points at it. A second step leads on from briefs alone: an
 * entity may stand in half of all briefs.
 */
function around(view: GraphView, drawing: Drawing, slug: string, depth: 1 | 2): void {
  const briefs = new Set([slug]);
  const entities = new Set<string>();
  for (let step = 0; step < depth; step++) {
    const from = new Set(briefs);
    for (const record of view.records()) {
      const targets = [...record.related, ...record.links];
      if (targets.some((target) => from.has(target))) briefs.add(record.slug);
      if (!from.has(record.slug)) continue;
      for (const target of targets) briefs.add(target);
      for (const entity of entitySlugs(view, record)) entities.add(entity);
    }
  }
  for (const brief of briefs) drawing.brief(brief);
  for (const entity of entities) drawing.entity(entity);
  for (const brief of briefs) {
    const record = view.record(brief);
    if (record) drawing.edgesOf(record, true, false);
  }
}

class Drawing {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];
  readonly #view: GraphView;
  readonly #briefs = new Map<string, number>();
  readonly #entities = new Map<string, number>();

  constructor(view: GraphView) {
    this.#view = view;
  }

  /** The place of a brief's node, which is added where it is not there. */
  brief(slug: string): number {
    const place = this.#briefs.get(slug);
    if (place !== undefined) return place;
    const record = this.#view.record(slug);
    const state = record ? (record.published ? 'published' : 'known') : 'unknown';
    this.#briefs.set(slug, this.nodes.length);
    return this.nodes.push({ kind: 'brief', slug, label: record?.title || slug, state }) - 1;
  }

  entity(slug: string): number {
    const place = this.#entities.get(slug);
    if (place !== undefined) return place;
    const entity = this.#view.entities.get(slug);
    const state = entity ? 'known' : 'unknown';
    this.#entities.set(slug, this.nodes.length);
    return this.nodes.push({ kind: 'entity', slug, label: entity?.name ?? slug, state }) - 1;
  }

  /** Adds the edges that start at a brief; `grow` adds the nodes that they lead to as well. */
  edgesOf(record: BriefRecord, entities: boolean, grow: boolean): void {
    const from = this.brief(record.slug);
    this.#briefEdges(record, from, grow);
    if (!entities) return;
    for (const slug of entitySlugs(this.#view, record)) {
      const to = grow ? this.entity(slug) : this.#entities.get(slug);
      if (to === undefined) continue;
      const state = this.#view.entities.has(slug) ? 'whole' : 'broken';
      this.edges.push({ from, to, kind: 'entity', state });
    }
  }

  #briefEdges(record: BriefRecord, from: number, grow: boolean): void {
    const seen = new Set([record.slug]);
    const add = (slug: string, kind: 'related' | 'link') => {
      if (seen.has(slug)) return;
      seen.add(slug);
      const to = grow ? this.brief(slug) : this.#briefs.get(slug);
      if (to === undefined) return;
      const other = this.#view.record(slug);
      const back = other?.related.includes(record.slug) ?? false;
      if (kind === 'related' && back && to < from) return;
      // The other's Related stands for the two.
      if (kind === 'link' && back) return;
      const state = !other ? 'broken' : kind === 'related' && !back ? 'one-way' : 'whole';
      this.edges.push({ from, to, kind, state });
    };
    for (const slug of record.related) add(slug, 'related');
    for (const slug of record.links) add(slug, 'link');
  }
}
