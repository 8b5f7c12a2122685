// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Balance } from '../../../../src/core/balance/types';
import { dialogStore } from '../../../../src/renderer/app/dialogs';
import { placeStore } from '../../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { BalanceView } from '../../../../src/renderer/views/balance/BalanceView';

const share = (name: string, takes: number) => ({ name, takes, present: takes > 0 });
const BALANCE: Balance = {
  briefs: 2,
  takes: 5,
  voices: 4,
  lenses: [share('US wire', 3), share('Kremlin', 2), share('Gulf', 0)],
  regions: [share('United States', 3), share('Russia', 2)],
  languages: [share('en', 4), share('ru', 1), share('zh', 0)],
  outlets: [share('CNN', 3), share('TASS', 2)],
  matrix: [
    [3, 0],
    [0, 2],
    [0, 0],
  ],
  gaps: ['No take of the lens “Gulf”.'],
  echoes: [
    {
      why: 'source',
      what: 'https://cnn.com/a',
      takes: [
        { slug: 'talks', outlet: 'CNN', index: 0 },
        { slug: 'summit', outlet: 'CNN', index: 2 },
      ],
    },
  ],
};
const NONE: Balance = {
  ...BALANCE,
  briefs: 0,
  takes: 0,
  voices: 0,
  lenses: [],
  matrix: [],
  echoes: [],
};

const answer = (balance: Balance) => ({ kind: 'answer', answer: balance }) as const;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  asked.balance.mockReset().mockResolvedValue(answer(BALANCE));
  workspaceStore.set(workspaceOf([row('talks'), row('summit', { title: 'The summit' })]));
  placeStore.set({ view: { name: 'balance', wish: null }, slug: null, reveal: null });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = async (wish: string | null = null) => {
  render(<BalanceView wish={wish} />);
  await screen.findByRole('grid', { name: 'Takes by lens and region' });
};
const field = () => screen.getByRole('textbox', { name: 'Search for the briefs to weigh' });
const cell = (name: RegExp) => screen.getByRole('button', { name });

it('weighs all briefs, or those that it was asked for', async () => {
  await show();
  expect(asked.balance).toHaveBeenLastCalledWith('');
  expect(screen.getByText('2 briefs · 5 takes · 4 voices')).toBeTruthy();
  cleanup();
  await show('head:Ukraine');
  expect(asked.balance).toHaveBeenLastCalledWith('head:Ukraine');
  expect(field()).toHaveProperty('value', 'head:Ukraine');
});

it('asks once one has stopped typing, and shows what was there until then', async () => {
  await show();
  asked.balance.mockResolvedValue(answer({ ...BALANCE, briefs: 1 }));
  for (const text of ['k', 'ky', 'kyiv ']) fireEvent.change(field(), { target: { value: text } });
  expect(asked.balance).toHaveBeenCalledTimes(1);
  expect(screen.getByText('2 briefs · 5 takes · 4 voices')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(asked.balance.mock.calls).toEqual([[''], ['kyiv']]);
  expect(screen.getByText('1 brief · 5 takes · 4 voices')).toBeTruthy();
});

it('counts takes by lens and region, with sums', async () => {
  await show();
  const lines = within(screen.getByRole('grid')).getAllByRole('row');
  expect(lines.map((line) => [...line.children].map(({ textContent }) => textContent))).toEqual([
    ['Lens', 'United States', 'Russia', 'All'],
    ['US wire', '3', '0', '3'],
    ['Kremlin', '0', '2', '2'],
    ['Gulf', '0', '0', '0'],
    ['All', '3', '2', '5'],
  ]);
});

it('shows the briefs behind a figure, within the search; behind none there is nothing', async () => {
  await show('kyiv');
  fireEvent.click(cell(/^Gulf, Russia: 0 takes$/));
  expect(placeStore.get().view?.name).toBe('balance');
  fireEvent.click(cell(/^Kremlin, Russia: 2 takes/));
  expect(placeStore.get().view).toEqual({ name: 'search', wish: 'kyiv lens:"Kremlin"' });
  fireEvent.click(cell(/^CNN, 3 takes/));
  expect(placeStore.get().view).toEqual({ name: 'search', wish: 'kyiv outlet:"CNN"' });
});

it('is walked by arrow keys, with one stop of Tab', async () => {
  await show();
  const grid = screen.getByRole('grid');
  const stops = () =>
    within(grid)
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0)
      .map((button) => button.getAttribute('aria-label'));
  expect(stops()).toEqual([expect.stringContaining('US wire, United States')]);
  act(() => cell(/^US wire, United States/).focus());
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) {
    fireEvent.keyDown(document.activeElement ?? grid, { key });
  }
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Kremlin, Russia/);
  expect(stops()).toEqual([expect.stringContaining('Kremlin, Russia')]);
});

it('names languages, and says what is missing', async () => {
  await show();
  const languages = screen.getByRole('list', { name: 'Takes by language' });
  expect([...languages.children].map(({ textContent }) => textContent)).toEqual([
    'English (en)4 takes',
    'Russian (ru)1 take',
    'Chinese (zh)0 takes',
  ]);
  expect(screen.getByText('No take of the lens “Gulf”.')).toBeTruthy();
});

it('says what a voice is, and which takes are one', async () => {
  await show();
  expect(screen.getByText('5 takes, 4 voices')).toBeTruthy();
  expect(screen.getByText(/A voice is a take, or several that share one source/)).toBeTruthy();
  const group = screen.getByText('2 takes share one source').closest('details');
  if (!group) throw new Error('The takes are in no group');
  group.open = true;
  fireEvent.click(within(group).getByText('The summit'));
  expect(placeStore.get()).toMatchObject({ view: null, slug: 'summit' });
});

it('says so where no brief is found, and goes back to all', async () => {
  asked.balance.mockImplementation(async (text) => answer(text === 'xyz' ? NONE : BALANCE));
  render(<BalanceView wish="xyz" />);
  await screen.findByText('No brief is found');
  fireEvent.click(screen.getByRole('button', { name: 'All briefs' }));
  await act(() => vi.advanceTimersByTimeAsync(300));
  await screen.findByRole('grid');
  expect(asked.balance).toHaveBeenLastCalledWith('');
});

it('looks for no fault in a search where there are no briefs yet', async () => {
  asked.balance.mockResolvedValue(answer(NONE));
  render(<BalanceView wish={null} />);
  await screen.findByText('No takes yet');
});

it('says why the takes can’t be counted, and tries again', async () => {
  asked.balance.mockResolvedValueOnce({
    kind: 'problem',
    problem: { code: 'io', message: 'The index is not there.' },
  });
  render(<BalanceView wish={null} />);
  await screen.findByText('The index is not there.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('grid');
});

it('leads to the target in the settings', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Set target…' }));
  expect(dialogStore.get()).toEqual({ kind: 'settings', tab: 'balance' });
});
