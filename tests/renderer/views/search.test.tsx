// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../shell/page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchHit, SearchPage } from '../../../src/core/search/types';
import { placeStore } from '../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { rowsOf, stretchesOf } from '../../../src/renderer/views/search/rows';
import { SearchView } from '../../../src/renderer/views/search/SearchView';

// Without a layout nothing would be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 34 });

const hit = (slug: string, change: Partial<SearchHit> = {}): SearchHit => ({
  slug,
  title: `About ${slug}`,
  date: '2026-06-01',
  snippets: [
    { part: 'Summary', text: 'The flood came at night', marks: [{ from: 4, to: 9 }], at: 120 },
    { part: 'take by CNN', text: 'A flood of aid', marks: [{ from: 2, to: 7 }], at: 480 },
  ],
  ...change,
});

const page = (hits: readonly SearchHit[], change: Partial<SearchPage> = {}): SearchPage => ({
  total: hits.length,
  hits,
  remarks: [],
  complete: true,
  ...change,
});

let id = 0;

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: { name: 'search', wish: null }, slug: null, reveal: null });
  workspaceStore.set(workspaceOf([row('flood')], { id: `desk ${id++}` }));
  asked.search.mockResolvedValue({ kind: 'answer', answer: page([hit('flood'), hit('grid')]) });
});
afterEach(cleanup);

const field = () => screen.getByRole('combobox', { name: 'Search the workspace' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });

it('finds as one types, and shows the words in their places', async () => {
  render(<SearchView wish={null} />);
  expect(screen.getByText('What one can search for')).toBeTruthy();
  type('flood');
  expect(await screen.findByText('About flood')).toBeTruthy();
  expect(asked.search).toHaveBeenLastCalledWith({ text: 'flood', offset: 0, limit: 50 });
  expect(screen.getByText('2 briefs')).toBeTruthy();
  expect(screen.getAllByText('flood', { selector: 'mark' })).toHaveLength(4);
  expect(screen.getAllByText('take by CNN')).toHaveLength(2);
});

it('walks the results by arrows while the field keeps the caret, and opens at the place', async () => {
  render(<SearchView wish="flood" />);
  await screen.findByText('About flood');
  press('ArrowDown');
  press('ArrowDown');
  expect(field().getAttribute('aria-activedescendant')).toBe('result-2');
  expect(screen.getAllByRole('option')[2]?.getAttribute('aria-selected')).toBe('true');
  press('Enter');
  expect(placeStore.get()).toMatchObject({
    view: null,
    reveal: { slug: 'flood', at: { offset: 480 } },
  });
});

it('opens a brief at the first place that was found in it', async () => {
  render(<SearchView wish="flood" />);
  fireEvent.click(await screen.findByText('About grid'));
  expect(placeStore.get().reveal).toEqual({ slug: 'grid', at: { offset: 120 } });
});

it('is asked for a search, and remembers it', async () => {
  render(<SearchView wish="entity:who" />);
  await screen.findByText('About flood');
  expect(field()).toHaveProperty('value', 'entity:who');
  expect(workspaceStore.get()?.memory['search']).toBe('entity:who');
});

it('says what it did not understand, and that more may come', async () => {
  asked.search.mockResolvedValue({
    kind: 'answer',
    answer: page([hit('flood')], { remarks: ['No lens is called “Rigth”.'], complete: false }),
  });
  render(<SearchView wish="lens:Rigth" />);
  expect(await screen.findByText('No lens is called “Rigth”.')).toBeTruthy();
  expect(screen.getByText('1 brief so far: the texts are still being read')).toBeTruthy();
});

it('says when nothing is found, and starts over by Escape', async () => {
  asked.search.mockResolvedValue({ kind: 'answer', answer: page([]) });
  render(<SearchView wish="xyzzy" />);
  expect(await screen.findByText('Nothing found')).toBeTruthy();
  press('Escape');
  expect(field()).toHaveProperty('value', '');
  expect(screen.getByText('What one can search for')).toBeTruthy();
});

it('asks for the next page where the end comes into sight', async () => {
  const hits = Array.from({ length: 50 }, (_, at) => hit(`b${at}`, { snippets: [] }));
  asked.search.mockImplementation(async ({ offset }) => ({
    kind: 'answer',
    answer: page(offset === 0 ? hits : [hit('last', { snippets: [] })], { total: 51 }),
  }));
  render(<SearchView wish="many" />);
  await screen.findByText('About b0');
  const list = screen.getByRole('listbox', { name: 'Results' });
  list.scrollTop = 50 * 34;
  fireEvent.scroll(list);
  await vi.waitFor(() =>
    expect(asked.search).toHaveBeenLastCalledWith({ text: 'many', offset: 50, limit: 50 }),
  );
});

describe('rows', () => {
  it('leave out what has not come, and places that the row of the brief shows', () => {
    const inTitle = { part: 'title', text: 'About flood', marks: [], at: 2 };
    const rows = rowsOf(
      new Map([
        [0, hit('flood', { snippets: [inTitle] })],
        [2, hit('late')],
      ]),
    );
    expect(rows.map(({ kind, hit: { slug } }) => `${kind} ${slug}`)).toEqual(['brief flood']);
  });

  it('mark what was found, whatever the marks', () => {
    const stretches = stretchesOf({
      text: 'abcdef',
      marks: [
        { from: 4, to: 99 },
        { from: 1, to: 3 },
        { from: 2, to: 4 },
      ],
    });
    expect(stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')).toBe(
      'a[bc][d][ef]',
    );
  });
});
