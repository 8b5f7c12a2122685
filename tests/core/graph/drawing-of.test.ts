import { describe, expect, it } from 'vitest';
import type { GraphData, GraphScope } from '../../../src/core/graph/drawing';
import { drawing } from '../../../src/core/graph/drawing-of';
import { graphOf } from '../../support/graph';

const brief = (related: string[], summary = '') =>
  `# Brief

## Summary

${summary}

## Across the graph
- Related: ${related.map((slug) => `[[${slug}]]`).join(', ')}
`;

const putin = '[Putin](/ko/entity/vladimir-putin)';
const view = graphOf(
  {
    a: brief(['b', 'gone'], putin),
    b: brief(['a', 'c'], `${putin} and [c](/ko/n/c)`),
    c: brief(['a'], `[d](/ko/n/d), [it](/ko/n/c), [lost](/ko/n/lost), [nobody](/ko/entity/nobody)`),
    d: brief([]),
    e: brief([], putin),
  },
  { published: { old: brief(['d']) } },
);

const nodes = (data: GraphData) =>
  data.nodes.map(({ slug, state }) => (state === 'known' ? slug : `${slug}: ${state}`)).sort();
const edges = (data: GraphData) =>
  data.edges
    .map(({ from, to, kind, state }) =>
      [data.nodes[from]?.slug, data.nodes[to]?.slug, kind, state].join(' '),
    )
    .sort();
const draw = (scope: GraphScope) => drawing(view, scope);

describe('the whole graph', () => {
  it('has all briefs, and what they point at in vain', () => {
    const data = draw({ kind: 'whole', entities: false });
    expect(nodes(data)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'gone: unknown',
      'lost: unknown',
      'old: published',
    ]);
  });

  it('joins briefs that list each other by one edge, and marks broken and one-way ones', () => {
    expect(edges(draw({ kind: 'whole', entities: false }))).toEqual([
      'a b related whole',
      'a gone related broken',
      'b c related one-way',
      'c a related one-way',
      'c d link whole',
      'c lost link broken',
      'old d related one-way',
    ]);
  });

  it('has entities where they are asked for', () => {
    const data = draw({ kind: 'whole', entities: true });
    expect(nodes(data)).toContain('nobody: unknown');
    expect(edges(data).filter((edge) => edge.includes(' entity '))).toEqual([
      'a vladimir-putin entity whole',
      'b vladimir-putin entity whole',
      'c nobody entity broken',
      'e vladimir-putin entity whole',
    ]);
  });
});

describe('the neighbourhood', () => {
  it('of one step is what a brief points at and what points at it', () => {
    const data = draw({ kind: 'around', slug: 'a', depth: 1 });
    expect(nodes(data)).toEqual(['a', 'b', 'c', 'gone: unknown', 'vladimir-putin']);
    expect(edges(data)).toEqual([
      'a b related whole',
      'a gone related broken',
      'a vladimir-putin entity whole',
      'b c related one-way',
      'b vladimir-putin entity whole',
      'c a related one-way',
    ]);
  });

  it('of two steps leads on from briefs, not from entities', () => {
    const data = draw({ kind: 'around', slug: 'a', depth: 2 });
    expect(nodes(data)).toContain('d');
    expect(nodes(data)).toContain('nobody: unknown');
    expect(nodes(data)).not.toContain('e');
  });

  it('of a brief that is not there is what links to it', () => {
    const data = draw({ kind: 'around', slug: 'lost', depth: 1 });
    expect(nodes(data)).toEqual(['c', 'lost: unknown']);
    expect(edges(data)).toEqual(['c lost link broken']);
  });
});
