import { expect, it } from 'vitest';
import {
  FILTERS,
  modelOf,
  neighboursOf,
  shownUnder,
} from '../../../../src/renderer/views/graph/model';
import { rowsOf } from '../../../../src/renderer/views/graph/table-rows';
import { graphWords, nodeWords } from '../../../../src/renderer/views/graph/words';
import { modelFrom, TALKS } from './graphs';

const model = modelOf(TALKS);
const place = (slug: string) => model.nodes.findIndex((node) => node.slug === slug);
const slugs = (nodes: readonly number[]) => nodes.map((node) => model.nodes[node]?.slug);
const all = shownUnder('all', model);

it('counts what comes and goes, and what is wrong; two that list each other both ways', () => {
  expect(model.figures[place('talks')]).toEqual({ in: 1, out: 4, broken: 1, oneWay: 1 });
  expect(model.figures[place('summit')]).toEqual({ in: 1, out: 2, broken: 0, oneWay: 0 });
  expect(model.figures[place('corridor')]).toEqual({ in: 1, out: 0, broken: 0, oneWay: 1 });
  expect(model.figures[place('kyiv')]).toEqual({ in: 2, out: 0, broken: 0, oneWay: 0 });
  expect(model.figures[place('alone')]).toEqual({ in: 0, out: 0, broken: 0, oneWay: 0 });
});

it('knows the neighbours of a node, either way', () => {
  expect(slugs(neighboursOf(model, place('talks'), all))).toEqual([
    'summit',
    'corridor',
    'gone',
    'kyiv',
  ]);
  expect(slugs(neighboursOf(model, place('kyiv'), all))).toEqual(['talks', 'summit']);
  expect(neighboursOf(model, place('alone'), all)).toEqual([]);
});

it('names a neighbour once, however many links join it, and never the node itself', () => {
  const twice = modelFrom(['brief a', 'brief b'], ['a > b link', 'b > a link', 'a > a link']);
  expect(neighboursOf(twice, 0, shownUnder('all', twice))).toEqual([1]);
});

it.each([
  ['all', ['talks', 'summit', 'corridor', 'gone', 'kyiv', 'alone'], 5],
  ['faulty', ['talks', 'corridor', 'gone'], 2],
  ['broken', ['talks', 'gone'], 1],
  ['one-way', ['talks', 'corridor'], 1],
] as const)('shows under “%s” the links and the nodes they join', (filter, nodes, edges) => {
  const shown = shownUnder(filter, model);
  const seen = model.nodes.flatMap((node, at) => (shown.node(at) ? [node.slug] : []));
  expect(seen).toEqual(nodes);
  expect(model.edges.filter(shown.edge)).toHaveLength(edges);
});

it('has a name for each filter', () => {
  expect(FILTERS).toHaveLength(4);
});

it('says in words what is drawn', () => {
  expect(graphWords(1, [])).toBe('1 node · 0 links · 0 broken · 0 one-way');
  const talks = model.nodes[place('talks')];
  const figures = model.figures[place('talks')];
  if (!talks || !figures) throw new Error('The graph lacks its brief');
  expect(nodeWords(talks, figures)).toBe('talks. Brief, 1 link in, 4 out, 1 broken, 1 one-way.');
});

it('lists the nodes in any order, those that are alike by title', () => {
  const titles = (column: Parameters<typeof rowsOf>[2]['column'], descending: boolean) =>
    rowsOf(model, all, { column, descending }).map(({ title }) => title);
  expect(titles('title', false)).toEqual(['alone', 'corridor', 'gone', 'kyiv', 'summit', 'talks']);
  expect(titles('out', true)).toEqual(['talks', 'summit', 'alone', 'corridor', 'gone', 'kyiv']);
  expect(titles('kind', false)[4]).toBe('kyiv');
  expect(rowsOf(model, shownUnder('broken', model), { column: 'title', descending: true })).toEqual(
    [
      { node: place('talks'), kind: 'Brief', title: 'talks', in: 1, out: 4, broken: 1, oneWay: 1 },
      {
        node: place('gone'),
        kind: 'Unknown brief',
        title: 'gone',
        in: 1,
        out: 0,
        broken: 1,
        oneWay: 0,
      },
    ],
  );
});
