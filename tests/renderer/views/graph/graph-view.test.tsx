// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { placeStore } from '../../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { GraphView } from '../../../../src/renderer/views/graph/GraphView';
import { graphOf, TALKS } from './graphs';

// Without a layout nothing would be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });

const answer = (graph: typeof TALKS) => ({ kind: 'answer', answer: graph }) as const;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  asked.graph.mockReset().mockResolvedValue(answer(TALKS));
  workspaceStore.set(workspaceOf([row('talks')], { memory: { 'graph-look': 'table' } }));
  placeStore.set({ view: { name: 'graph', wish: null }, slug: 'talks', reveal: null });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = async (wish: string | null = null) => {
  render(<GraphView wish={wish} />);
  await screen.findByRole('grid', { name: 'Nodes' });
};
const grid = () => screen.getByRole('grid', { name: 'Nodes' });
const titles = () =>
  within(grid())
    .getAllByRole('row')
    .map((line) => within(line).getAllByRole('gridcell')[1]?.textContent);
const press = (key: string) => fireEvent.keyDown(grid(), { key });

it('looks around the open brief, or around the one it was asked for', async () => {
  await show();
  expect(asked.graph).toHaveBeenLastCalledWith({ kind: 'around', slug: 'talks', depth: 1 });
  cleanup();
  await show('summit');
  expect(asked.graph).toHaveBeenLastCalledWith({ kind: 'around', slug: 'summit', depth: 1 });
});

it('shows all briefs where none is open', async () => {
  placeStore.set({ view: { name: 'graph', wish: null }, slug: null, reveal: null });
  await show();
  expect(asked.graph).toHaveBeenLastCalledWith({ kind: 'whole', entities: false });
});

it('lists what is broken first, and sorts by any column', async () => {
  await show();
  expect(titles().slice(0, 2)).toEqual(['gone', 'talks']);
  const head = screen.getByRole('button', { name: 'Title' });
  fireEvent.click(head);
  expect(titles()).toEqual(['alone', 'corridor', 'gone', 'kyiv', 'summit', 'talks']);
  expect(head.closest('[role=columnheader]')?.getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(head);
  expect(titles()[0]).toBe('talks');
});

it('opens a brief by Enter, and of an entity shows the briefs', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Title' }));
  press('End');
  expect(grid().getAttribute('aria-activedescendant')).toBe(
    within(grid()).getAllByRole('row').at(-1)?.id,
  );
  press('ArrowUp');
  press('ArrowUp');
  press('Enter');
  expect(placeStore.get().view).toEqual({ name: 'search', wish: 'entity:kyiv' });
  press('ArrowDown');
  press('Enter');
  expect(placeStore.get()).toMatchObject({ view: null, slug: 'summit' });
});

it('has nothing to open where a link leads nowhere, and says what is known', async () => {
  await show();
  press('ArrowDown');
  expect(screen.getByText('gone. Unknown brief, 1 link in, 0 out, 1 broken.')).toBeTruthy();
  press('Enter');
  expect(placeStore.get()).toMatchObject({ view: { name: 'graph' }, slug: 'talks' });
  expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
});

it('looks around a node that is chosen', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Title' }));
  press('End');
  press('ArrowUp');
  fireEvent.click(screen.getByRole('button', { name: 'Look around it' }));
  expect(asked.graph).toHaveBeenLastCalledWith({ kind: 'around', slug: 'summit', depth: 1 });
});

it('asks again when the workspace has changed, and keeps what is chosen', async () => {
  await show();
  press('End');
  const chosen = () => within(grid()).getByRole('row', { selected: true }).textContent;
  const before = chosen();
  asked.graph.mockResolvedValue(
    answer({ ...TALKS, nodes: [...TALKS.nodes, ...graphOf(['brief later'], []).nodes] }),
  );
  const state = workspaceStore.get();
  if (!state) throw new Error('No workspace is open');
  await act(async () => {
    workspaceStore.set({ ...state, index: { ...state.index, version: 1 } });
    await vi.advanceTimersByTimeAsync(1000);
  });
  expect(titles()).toContain('later');
  expect(chosen()).toBe(before);
});

it('says why there is no graph, and tries again', async () => {
  asked.graph.mockResolvedValueOnce({
    kind: 'problem',
    problem: { code: 'io', message: 'The index is not there.' },
  });
  render(<GraphView wish={null} />);
  await screen.findByText('The index is not there.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('grid', { name: 'Nodes' });
});

it('says so where there is nothing to draw', async () => {
  asked.graph.mockResolvedValue(answer(graphOf([], [])));
  render(<GraphView wish={null} />);
  await screen.findByText('Nothing to draw yet');
});
