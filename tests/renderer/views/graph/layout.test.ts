import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../../src/renderer/views/graph/model';
import { keepLayout, keptLayout } from '../../../../src/renderer/views/graph/layout/kept';
import { placesOf, taskOf } from '../../../../src/renderer/views/graph/layout/places';
import { type LayoutNews, runLayout } from '../../../../src/renderer/views/graph/layout/run';
import { Simulation } from '../../../../src/renderer/views/graph/layout/simulation';
import { modelFrom, TALKS } from './graphs';

const model = modelOf(TALKS);
const at = (positions: Float32Array, node: number) => [
  positions[node * 2] ?? NaN,
  positions[node * 2 + 1] ?? NaN,
];

function rested(task: ReturnType<typeof taskOf>): Float32Array {
  const simulation = new Simulation(task);
  while (simulation.step());
  return simulation.positions();
}

describe('a layout', () => {
  it('comes to rest, with no two nodes at one place', () => {
    const positions = rested(taskOf(model, undefined));
    expect(positions).toHaveLength(model.nodes.length * 2);
    expect([...positions].every(Number.isFinite)).toBe(true);
    const places = model.nodes.map((_, node) => at(positions, node).map(Math.round).join(' '));
    expect(new Set(places).size).toBe(model.nodes.length);
  });

  it('brings what is linked nearer than what is not', () => {
    const pair = modelFrom(['brief a', 'brief b', 'brief c'], ['a > b related']);
    const positions = rested(taskOf(pair, undefined));
    const apart = (one: number, other: number) => {
      const [x = 0, y = 0] = at(positions, one);
      const [x2 = 0, y2 = 0] = at(positions, other);
      return Math.hypot(x - x2, y - y2);
    };
    expect(apart(0, 1)).toBeLessThan(apart(0, 2));
    expect(apart(0, 1)).toBeLessThan(apart(1, 2));
  });

  it('tells where the nodes are until they stay there', async () => {
    const last = await new Promise<LayoutNews>((resolve) => {
      runLayout(taskOf(model, undefined), (news) => {
        if (news.done) resolve(news);
      });
    });
    expect(last.positions).toEqual(rested(taskOf(model, undefined)));
  });

  it('says nothing once it is cancelled', async () => {
    let heard = 0;
    const stop = runLayout(taskOf(model, undefined), () => (heard += 1));
    stop();
    await new Promise<void>((resolve) => {
      runLayout(taskOf(model, undefined), ({ done }) => done && resolve());
    });
    expect(heard).toBe(0);
  });
});

describe('a graph that is laid out again', () => {
  const before = rested(taskOf(model, undefined));
  const places = placesOf(model, before);

  it('leaves what had come to rest where it stood', () => {
    const more = modelOf({
      nodes: [{ kind: 'brief', slug: 'new', label: 'New', state: 'known' }, ...TALKS.nodes],
      edges: [
        ...TALKS.edges.map((edge) => ({ ...edge, from: edge.from + 1, to: edge.to + 1 })),
        { from: 0, to: 1, kind: 'related', state: 'whole' },
      ],
    });
    const task = taskOf(more, { places, done: true });
    const after = rested(task);
    expect([...task.fixed]).toEqual([0, 1, 1, 1, 1, 1, 1]);
    for (const node of TALKS.nodes.keys()) expect(at(after, node + 1)).toEqual(at(before, node));
    expect(at(after, 0).every(Number.isFinite)).toBe(true);
  });

  it('has nothing to do where nothing is new', () => {
    const task = taskOf(model, { places, done: true });
    expect([...task.fixed]).toEqual([1, 1, 1, 1, 1, 1]);
    expect(task.positions).toEqual(before);
  });

  it('goes on from where it was broken off', () => {
    const task = taskOf(model, { places, done: false });
    expect([...task.fixed]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(task).toMatchObject({ positions: before, warm: true });
  });
});

it('keeps the layouts that were seen last', () => {
  const layout = { places: new Map(), done: true };
  for (const name of ['a', 'b', 'c', 'd', 'a', 'e']) keepLayout(name, layout);
  expect(keptLayout('a')).toBe(layout);
  expect(keptLayout('b')).toBeUndefined();
});
