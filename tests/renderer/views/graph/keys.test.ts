import { expect, it, vi } from 'vitest';
import { modelOf, shownUnder } from '../../../../src/renderer/views/graph/model';
import { pictureKey } from '../../../../src/renderer/views/graph/picture/keys';
import { TALKS } from './graphs';

const model = modelOf(TALKS);
const place = (slug: string) => model.nodes.findIndex((node) => node.slug === slug);
// Talks in the middle; summit to the right, corridor below, gone above, kyiv to the left.
const picture = {
  positions: Float32Array.of(0, 0, 90, 5, 4, 80, 0, -70, -100, 0, 300, 300),
  pan: vi.fn(),
  zoom: vi.fn(),
  fit: vi.fn(),
};

function press(key: string, from: string | null, more: object = {}) {
  const {
    centre = null,
    filter = 'all',
    ...held
  } = more as {
    centre?: number | null;
    filter?: 'all' | 'broken';
  };
  const event = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
  return pictureKey(event, picture, {
    model,
    shown: shownUnder(filter, model),
    focused: from === null ? null : place(from),
    centre,
  });
}

const focus = (slug: string | null) => ({
  kind: 'focus',
  node: slug === null ? null : place(slug),
});

it.each([
  ['ArrowRight', 'summit'],
  ['ArrowDown', 'corridor'],
  ['ArrowUp', 'gone'],
  ['ArrowLeft', 'kyiv'],
])('%s goes to the neighbour on that side', (key, slug) => {
  expect(press(key, 'talks')).toEqual(focus(slug));
});

it('stays where no neighbour lies that way', () => {
  expect(press('ArrowRight', 'summit')).toEqual(focus('summit'));
  expect(press('ArrowDown', 'alone')).toEqual(focus('alone'));
});

it('goes along the links that are shown only', () => {
  expect(press('ArrowUp', 'talks', { filter: 'broken' })).toEqual(focus('gone'));
  expect(press('ArrowRight', 'talks', { filter: 'broken' })).toEqual(focus('talks'));
});

it('begins at the brief in the middle, else at the node with most links', () => {
  expect(press('ArrowRight', null)).toEqual(focus('talks'));
  expect(press('Home', 'kyiv', { centre: place('summit') })).toEqual(focus('summit'));
});

it('reaches every node by Page Down, and comes back by Page Up', () => {
  const seen: string[] = [];
  let at: string | null = null;
  for (let step = 0; step < model.nodes.length; step++) {
    const act = press('PageDown', at);
    at = (act?.kind === 'focus' && model.nodes[act.node ?? -1]?.slug) || null;
    seen.push(at ?? '');
  }
  expect(seen.toSorted()).toEqual(model.nodes.map(({ slug }) => slug).toSorted());
  expect(press('PageUp', seen.at(-1) ?? null)).toEqual(focus(seen.at(-2) ?? ''));
});

it('opens, leaves and zooms, and leaves the app its own keys', () => {
  expect(press('Enter', 'talks')).toEqual({ kind: 'open' });
  expect(press('Escape', 'talks')).toEqual(focus(null));
  expect(press('Escape', null)).toBeNull();
  expect(press('+', null)).toEqual({ kind: 'moved' });
  expect(picture.zoom).toHaveBeenCalledWith(1.3);
  expect(press('0', null)).toEqual({ kind: 'moved' });
  expect(picture.fit).toHaveBeenCalled();
  expect(press('0', null, { ctrlKey: true })).toBeNull();
  expect(press('ArrowRight', 'talks', { shiftKey: true })).toEqual({ kind: 'moved' });
  expect(picture.pan).toHaveBeenCalledWith(-80, 0);
  expect(press('x', 'talks')).toBeNull();
});
