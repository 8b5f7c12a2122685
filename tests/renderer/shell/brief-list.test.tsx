// @vitest-environment happy-dom
import { row, workspaceOf } from './page';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dialogStore } from '../../../src/renderer/app/dialogs';
import { resetQuery, selectionStore } from '../../../src/renderer/app/list';
import { placeStore } from '../../../src/renderer/app/navigation';
import { setSaveState } from '../../../src/renderer/app/save-state';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { BriefList } from '../../../src/renderer/shell/list/BriefList';

// Without a layout nothing would be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });

const rows = [
  row('gamma', { date: '2026-03-03' }),
  row('beta', { date: '2026-03-02', findings: { error: 1, warning: 2, info: 0 } }),
  row('alpha', {
    date: '2026-03-01',
    problem: { code: 'not-utf8', message: 'This file is not UTF-8.' },
  }),
];

beforeEach(() => {
  workspaceStore.set(workspaceOf(rows));
  placeStore.set({ view: null, slug: 'gamma', reveal: null });
  dialogStore.set(null);
  resetQuery();
  render(<BriefList />);
});
afterEach(cleanup);

const list = () => screen.getByRole('listbox', { name: 'Briefs' });
const names = () => screen.getAllByRole('option').map((option) => option.textContent);
const press = (key: string, more: object = {}) => fireEvent.keyDown(list(), { key, ...more });

it('shows what each brief is like', () => {
  expect(names()).toEqual([
    expect.stringContaining('gamma2026-03-03'),
    expect.stringContaining('beta'),
    expect.stringContaining('This file is not UTF-8.'),
  ]);
  const counts = screen.getByRole('img', { name: '1 error, 2 warnings' });
  expect(counts.closest('[role=option]')?.textContent).toContain('beta');
});

it('marks what is not saved', () => {
  expect(screen.queryByText('Not saved.')).toBeNull();
  cleanup();
  setSaveState('beta', { kind: 'unsaved' });
  render(<BriefList />);
  expect(screen.getByText('Not saved.').closest('[role=option]')?.textContent).toContain('beta');
  setSaveState('beta', null);
});

it('walks by arrows and opens by Enter', () => {
  press('ArrowDown');
  expect(list().getAttribute('aria-activedescendant')).toBe('row-beta');
  expect(placeStore.get().slug).toBe('gamma');
  press('Enter');
  expect(placeStore.get().slug).toBe('beta');
  press('End');
  press('Enter');
  expect(placeStore.get().slug).toBe('alpha');
});

it('chooses several by Shift and by Ctrl', () => {
  press('ArrowDown', { shiftKey: true });
  expect([...selectionStore.get()]).toEqual(['gamma', 'beta']);
  fireEvent.click(screen.getByText('alpha'), { ctrlKey: true });
  expect([...selectionStore.get()].toSorted()).toEqual(['alpha', 'beta', 'gamma']);
  fireEvent.click(screen.getByText('beta'), { ctrlKey: true });
  expect([...selectionStore.get()].toSorted()).toEqual(['alpha', 'gamma']);
  expect(placeStore.get().slug).toBe('gamma');
});

it('chooses from the brief that was clicked last', () => {
  fireEvent.click(screen.getByText('alpha'));
  expect(placeStore.get().slug).toBe('alpha');
  fireEvent.click(screen.getByText('beta'), { shiftKey: true });
  expect([...selectionStore.get()].toSorted()).toEqual(['alpha', 'beta']);
});

it('goes to the letter typed, and asks before the trash', () => {
  press('b');
  press('Delete');
  expect(dialogStore.get()).toEqual({ kind: 'delete', slugs: ['beta'] });
});

it('shows thousands that change in their order, the first before the last', async () => {
  const dated = (day: (place: number) => number) =>
    Array.from({ length: 4_000 }, (_, place) =>
      row(`brief-${place}`, { date: `day ${10_000 + day(place)}` }),
    );
  act(() => workspaceStore.set(workspaceOf(dated((place) => 4_000 - place))));
  await waitFor(() => expect(names()[0]).toContain('brief 0'));
  act(() => workspaceStore.set(workspaceOf(dated((place) => place))));
  await waitFor(() => expect(names()[0]).toContain('brief 3999'));
  expect(names()[1]).toContain('brief 3998');
});

it('narrows as one types, and says when nothing is left', () => {
  const filter = screen.getByRole('textbox', { name: 'Filter briefs' });
  fireEvent.change(filter, { target: { value: 'GAM' } });
  expect(names()).toHaveLength(1);
  fireEvent.change(filter, { target: { value: 'nothing like it' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(names()).toHaveLength(3);
});
