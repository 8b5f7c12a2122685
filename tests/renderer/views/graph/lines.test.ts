import { expect, it } from 'vitest';
import { modelOf, shownUnder } from '../../../../src/renderer/views/graph/model';
import { drawEdges } from '../../../../src/renderer/views/graph/picture/lines';
import type { Context, Scene } from '../../../../src/renderer/views/graph/picture/scene';
import { graphOf, TALKS } from './graphs';

/** A canvas that keeps what is drawn: the lines of each stroke with its pen. */
function recorder() {
  const strokes: { colour: unknown; dash: number[]; lines: number[][] }[] = [];
  const fills: { colour: unknown; corners: number }[] = [];
  let lines: number[][] = [];
  let corners = 0;
  let dash: number[] = [];
  const context = {
    strokeStyle: '',
    fillStyle: '',
    beginPath() {
      lines = [];
      corners = 0;
    },
    closePath() {},
    moveTo: (x: number, y: number) => void lines.push([x, y]),
    lineTo(x: number, y: number) {
      lines.at(-1)?.push(x, y);
      corners += 1;
    },
    setLineDash: (next: number[]) => void (dash = next),
    stroke: () => void strokes.push({ colour: context.strokeStyle, dash, lines }),
    fill: () => void fills.push({ colour: context.fillStyle, corners }),
  };
  return { context: context as unknown as Context, strokes, fills };
}

const colours = {
  surface: 'white',
  text: 'black',
  entity: 'grey',
  line: 'silver',
  accent: 'teal',
  broken: 'red',
  oneWay: 'amber',
  font: 'serif',
};

function sceneOf(graph: typeof TALKS, positions: number[], change: Partial<Scene> = {}): Scene {
  const model = modelOf(graph);
  return {
    model,
    positions: Float32Array.from(positions),
    shown: shownUnder('all', model),
    order: model.nodes.map((_, node) => node),
    camera: { x: 0, y: 0, zoom: 1 },
    size: { width: 400, height: 400 },
    colours,
    draft: false,
    ...change,
  };
}

const talks = [0, 0, 100, 0, 0, 100, -100, 0, 0, -100, 150, 150];

it('tells broken links by dashes and one-way ones by arrows, not by colour alone', () => {
  const { context, strokes, fills } = recorder();
  expect([...drawEdges(context, sceneOf(TALKS, talks))]).toEqual([]);
  expect(strokes).toEqual([
    { colour: 'silver', dash: [], lines: expect.objectContaining({ length: 3 }) },
    { colour: 'amber', dash: [], lines: [[200, 200, 200, 300]] },
    { colour: 'red', dash: [5, 4], lines: [[200, 200, 100, 200]] },
  ]);
  expect(fills).toEqual([{ colour: 'amber', corners: 2 }]);
});

it('draws under a filter the links it lets through alone', () => {
  const { context, strokes } = recorder();
  const model = modelOf(TALKS);
  const scene = sceneOf(TALKS, talks, { shown: shownUnder('broken', model) });
  expect([...drawEdges(context, scene)]).toEqual([]);
  expect(strokes.map(({ colour }) => colour)).toEqual(['red']);
});

it('leaves out links of which no end is in sight', () => {
  const { context, strokes } = recorder();
  const pair = graphOf(['brief a', 'brief b'], ['a > b link']);
  const across = sceneOf(pair, [-900, 0, 900, 0]);
  expect([...drawEdges(context, across)]).toEqual([]);
  expect(strokes).toEqual([]);
});

it('draws thousands of links in steps, and for a draft only some', () => {
  const names = Array.from({ length: 200 }, (_, at) => `n${at}`);
  const nodes = names.map((name) => `brief ${name}`);
  const links = names.flatMap((name, at) =>
    Array.from({ length: 40 }, (_, by) => `${name} > ${names[(at + by + 1) % 200]} link`),
  );
  const graph = graphOf(nodes, links);
  const positions = nodes.flatMap((_, at) => [190 * Math.cos(at), 190 * Math.sin(at)]);
  const count = (scene: Scene) => {
    const { context, strokes } = recorder();
    const steps = [...drawEdges(context, scene)].length;
    return { steps, lines: strokes.reduce((sum, { lines }) => sum + lines.length, 0) };
  };
  const whole = count(sceneOf(graph, positions));
  expect(whole.lines).toBe(8000);
  expect(whole.steps).toBeGreaterThan(3);
  const draft = count(sceneOf(graph, positions, { draft: true }));
  expect(draft.lines).toBeLessThanOrEqual(3000);
  expect(draft.lines).toBeGreaterThan(2000);
});
