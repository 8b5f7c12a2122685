// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entity, Outlet } from '../../../../src/core/workspace/workspace';
import { runCommand } from '../../../../src/renderer/app/commands';
import { dialogStore } from '../../../../src/renderer/app/dialogs';
import { placeStore } from '../../../../src/renderer/app/navigation';
import { toastQueue } from '../../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { EntitiesView } from '../../../../src/renderer/views/registry/EntitiesView';
import { OutletsView } from '../../../../src/renderer/views/registry/OutletsView';
import { SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../../support/brief';

// Rows are drawn as far as there is room.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 600 });

let place = 0;

/** Opens another workspace each time: what can be undone is that of one. */
function open(change: Parameters<typeof workspaceOf>[1] = {}): void {
  const records = { entities: SMALL_ENTITIES, outlets: SMALL_OUTLETS, settings: SMALL_SETTINGS };
  workspaceStore.set(workspaceOf([row('one')], { ...records, id: `${place++}`, ...change }));
}

const uses = (counts: Record<string, number>) =>
  asked.uses.mockResolvedValue({ kind: 'answer', answer: JSON.stringify(counts) });

/** Takes records in as the main process does. */
function saves(): void {
  asked.putEntities.mockImplementation(async (put, gone) => {
    const state = workspaceStore.get();
    const keys = new Set([...put.map(({ slug }) => slug), ...gone]);
    const kept = state?.entities.filter(({ slug }) => !keys.has(slug)) ?? [];
    if (state) workspaceStore.set({ ...state, entities: [...kept, ...put] });
    return { kind: 'done' };
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  dialogStore.set(null);
  toastQueue.set([]);
  placeStore.set({ view: { name: 'entities', wish: null }, slug: null, reveal: null });
  uses({ 'vladimir-putin': 3 });
  saves();
  open();
});
afterEach(cleanup);

const table = () => screen.getByRole('grid');
const key = (name: string, how: object = {}) => fireEvent.keyDown(table(), { key: name, ...how });
const cellOf = (text: string) => screen.getByText(text).closest('[role=gridcell]') as Element;
const names = () =>
  screen.getAllByRole('row').map((one) => within(one).queryAllByRole('gridcell')[1]?.textContent);
const known = () => screen.findByRole('button', { name: 'Show the briefs: 3' });

/** Begins to write in a cell. */
async function edit(text: string): Promise<HTMLElement> {
  await known();
  fireEvent.doubleClick(cellOf(text));
  return screen.getByRole('textbox', { name: /^(Name|Slug|Aliases|Kind)$/ });
}

const write = (field: HTMLElement, text: string, by = 'Enter') => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: by });
};

const entityOf = (slug: string): Entity | undefined =>
  workspaceStore.get()?.entities.find((entity) => entity.slug === slug);

describe('the table of entities', () => {
  it('filters as one types, whatever case and accents, and sorts', async () => {
    render(<EntitiesView wish={null} />);
    await known();
    expect(names()).toEqual([
      undefined,
      'Vladimir Putin',
      'Volodymyr Zelensky',
      'Washington, D.C.',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()[1]).toBe('Washington, D.C.');
    fireEvent.click(screen.getByRole('button', { name: 'Used in' }));
    expect(names()[1]).toBe('Vladimir Putin');
    const filter = screen.getByRole('textbox', { name: 'Filter entities' });
    fireEvent.change(filter, { target: { value: 'ZÉLEN vol' } });
    await vi.waitFor(() => expect(names()).toEqual([undefined, 'Volodymyr Zelensky']));
    fireEvent.change(filter, { target: { value: 'nobody' } });
    await screen.findByText('No entity matches “nobody”');
  });

  it('writes aliases in place, saves them, and takes the edit back and forth', async () => {
    render(<EntitiesView wish={null} />);
    write(await edit('Putin'), 'Putin; VVP;  Putin');
    await vi.waitFor(() => expect(entityOf('vladimir-putin')?.aliases).toEqual(['Putin', 'VVP']));
    expect(asked.putEntities.mock.calls).toEqual([
      [[{ ...SMALL_ENTITIES[0], aliases: ['Putin', 'VVP'] }], []],
    ]);
    expect(document.activeElement).toBe(table());
    act(() => void runCommand('edit.undo'));
    await vi.waitFor(() => expect(entityOf('vladimir-putin')).toEqual(SMALL_ENTITIES[0]));
    act(() => void runCommand('edit.redo'));
    await vi.waitFor(() => expect(entityOf('vladimir-putin')?.aliases).toEqual(['Putin', 'VVP']));
  });

  it('goes on to the next cell by Tab, and leaves a cell as it was by Escape', async () => {
    render(<EntitiesView wish={null} />);
    write(await edit('Putin'), 'VVP', 'Tab');
    const kind = screen.getByRole('combobox', { name: 'Kind' });
    expect(kind).toHaveProperty('value', 'person');
    fireEvent.change(kind, { target: { value: 'leader' } });
    fireEvent.keyDown(kind, { key: 'Escape' });
    expect(screen.queryByRole('combobox', { name: 'Kind' })).toBeNull();
    await vi.waitFor(() => expect(entityOf('vladimir-putin')?.aliases).toEqual(['VVP']));
    expect(entityOf('vladimir-putin')?.kind).toBe('person');
  });

  it('changes the slug of an entity that no brief uses, and says why a slug can’t be', async () => {
    render(<EntitiesView wish={null} />);
    const field = await edit('washington-dc');
    write(field, 'Washington');
    expect(screen.getByRole('alert').textContent).toMatch(/small letters/);
    write(field, 'vladimir-putin');
    expect(screen.getByRole('alert').textContent).toBe(
      'Vladimir Putin has this slug. Choose another.',
    );
    expect(asked.putEntities).not.toHaveBeenCalled();
    write(field, 'washington');
    await vi.waitFor(() => expect(entityOf('washington')?.name).toBe('Washington, D.C.'));
    expect(entityOf('washington-dc')).toBeUndefined();
    act(() => void runCommand('edit.undo'));
    await vi.waitFor(() => expect(entityOf('washington-dc')?.name).toBe('Washington, D.C.'));
    expect(entityOf('washington')).toBeUndefined();
  });

  it('renames an entity that briefs use by a plan', async () => {
    render(<EntitiesView wish={null} />);
    await known();
    fireEvent.doubleClick(cellOf('vladimir-putin'));
    expect(dialogStore.get()).toEqual({ kind: 'rename', what: 'entity', id: 'vladimir-putin' });
    expect(screen.queryByRole('textbox', { name: 'Slug' })).toBeNull();
  });

  it('adds an entity with a slug made of its name', async () => {
    render(<EntitiesView wish={null} />);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    const name = screen.getByRole('textbox', { name: 'Name' });
    write(name, 'Vladimir Putin');
    expect(screen.getByRole('alert').textContent).toMatch(/vladimir-putin has this name/);
    write(name, 'Émile Zola');
    await vi.waitFor(() =>
      expect(entityOf('emile-zola')).toEqual({ slug: 'emile-zola', name: 'Émile Zola' }),
    );
    expect(name).toHaveProperty('value', '');
  });

  it('deletes what no brief uses, to be brought back, and the rest by a plan', async () => {
    render(<EntitiesView wish={null} />);
    await known();
    fireEvent.mouseDown(cellOf('Washington, D.C.'), { button: 0 });
    key('Delete');
    await vi.waitFor(() => expect(entityOf('washington-dc')).toBeUndefined());
    act(() => toastQueue.get()[0]?.action?.run());
    await vi.waitFor(() => expect(entityOf('washington-dc')?.name).toBe('Washington, D.C.'));
    fireEvent.mouseDown(cellOf('Vladimir Putin'), { button: 0 });
    key('Delete');
    expect(dialogStore.get()).toEqual({
      kind: 'change',
      request: { kind: 'delete-entity', slug: 'vladimir-putin' },
    });
  });

  it('merges what is selected by keys', async () => {
    render(<EntitiesView wish="volodymyr-zelensky" />);
    await known();
    key(' ');
    key('ArrowDown');
    key(' ');
    fireEvent.click(screen.getByRole('button', { name: 'Merge…' }));
    expect(dialogStore.get()).toEqual({
      kind: 'merge',
      what: 'entity',
      ids: ['volodymyr-zelensky', 'washington-dc'],
    });
  });

  it('leads to the briefs of an entity', async () => {
    render(<EntitiesView wish={null} />);
    fireEvent.click(await known());
    expect(placeStore.get().view).toEqual({ name: 'search', wish: 'entity:vladimir-putin' });
  });

  it('changes nothing in a workspace that is read-only', async () => {
    open({ readOnly: 'Another window has it.' });
    render(<EntitiesView wish="washington-dc" />);
    await known();
    key('Enter');
    key('x');
    key('Delete');
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', true);
    expect(asked.putEntities).not.toHaveBeenCalled();
    expect(dialogStore.get()).toBeNull();
  });

  it('shows what is on disk where a change could not be saved', async () => {
    asked.putEntities.mockResolvedValue({
      kind: 'problem',
      problem: { code: 'disk-full', message: 'The disk is full.' },
    });
    render(<EntitiesView wish={null} />);
    write(await edit('Putin'), 'VVP');
    await vi.waitFor(() => expect(toastQueue.get()[0]?.text).toBe('The disk is full.'));
    await screen.findByText('Putin');
    expect(screen.queryByText('VVP')).toBeNull();
    expect(runCommand('edit.undo')).toBe(false);
  });

  it('keeps what one writes while the last change is saved', async () => {
    let release = () => {};
    asked.putEntities.mockImplementationOnce(
      () => new Promise((done) => (release = () => done({ kind: 'done' }))),
    );
    render(<EntitiesView wish={null} />);
    write(await edit('Putin'), 'A');
    write(await edit('A'), 'B');
    expect(asked.putEntities).toHaveBeenCalledTimes(1);
    release();
    await vi.waitFor(() => expect(entityOf('vladimir-putin')?.aliases).toEqual(['B']));
    expect(asked.putEntities).toHaveBeenCalledTimes(2);
  });

  it('shows which entities are called alike', async () => {
    open({ entities: [...SMALL_ENTITIES, { slug: 'putin', name: 'PUTIN' }] });
    render(<EntitiesView wish={null} />);
    fireEvent.click(screen.getByRole('button', { name: 'Duplicates' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Merge Putin…' }));
    expect(dialogStore.get()).toEqual({
      kind: 'merge',
      what: 'entity',
      ids: ['vladimir-putin', 'putin'],
    });
  });
});

describe('the table of outlets', () => {
  const outletOf = (name: string): Outlet | undefined =>
    asked.putOutlets.mock.calls.at(-1)?.[0].find((outlet) => outlet.name === name);

  it('takes domains of addresses, and words of the vocabularies only', async () => {
    uses({ CNN: 3 });
    render(<OutletsView wish={null} />);
    await known();
    fireEvent.doubleClick(cellOf('cnn.com'));
    write(screen.getByRole('textbox', { name: 'Domains' }), 'cnn.com, https://edition.cnn.com/x');
    await vi.waitFor(() =>
      expect(outletOf('CNN')?.domains).toEqual(['cnn.com', 'edition.cnn.com']),
    );
    fireEvent.doubleClick(cellOf('United States'));
    write(screen.getByRole('combobox', { name: 'Region' }), 'Atlantis');
    expect(screen.getByRole('alert').textContent).toMatch(/not in the vocabulary/);
    write(screen.getByRole('combobox', { name: 'Region' }), '');
    await vi.waitFor(() => expect(outletOf('CNN')).not.toHaveProperty('region'));
  });

  it('renames one that briefs use by a plan', async () => {
    uses({ CNN: 3 });
    render(<OutletsView wish="CNN" />);
    await known();
    key('Enter');
    expect(dialogStore.get()).toEqual({ kind: 'rename', what: 'outlet', id: 'CNN' });
  });
});

it('says of a registry that can’t be read what is wrong, and does not take it for an empty one', () => {
  const file = 'registry/entities.json';
  const message = `${file}, line 2, column 23: This is not JSON. Mend it.`;
  open({
    entities: [],
    problems: [{ code: 'not-valid', file, message, place: null, lastGood: false }],
  });
  render(<EntitiesView wish={null} />);
  expect(screen.queryByText('No entities yet')).toBeNull();
  expect(screen.getByText(message)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show files…' }));
  expect(dialogStore.get()).toEqual({ kind: 'settings', tab: 'files' });
});
