// @vitest-environment happy-dom
import { asked, row, workspaceOf } from './page';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImportSource } from '../../../src/renderer/app/dialogs';
import { toastQueue } from '../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { ImportDialog } from '../../../src/renderer/shell/dialogs/Import';
import { SMALL_ENTITIES } from '../../support/brief';

const close = vi.fn();
// Rows are drawn as far as there is room.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 600 });

let place = 0;

beforeEach(() => {
  vi.clearAllMocks();
  toastQueue.set([]);
  workspaceStore.set(workspaceOf([row('one')], { entities: SMALL_ENTITIES, id: `${place++}` }));
});
afterEach(cleanup);

const open = (source: ImportSource) =>
  render(<ImportDialog dialog={{ kind: 'import', what: 'entity', source }} onClose={close} />);

const CSV = `Id,Title,Other names
vladimir-putin,,VVP
emile-zola,Émile Zola,
Not a slug,Nobody,
volodymyr-zelensky,,
`;

it('says what each row would do, and imports what is chosen', async () => {
  open({ kind: 'file', name: 'people.csv', text: CSV });
  expect(screen.getByText('1 new, 1 changed, 1 the same, 1 with a fault')).toBeTruthy();
  expect(screen.getByText('Aliases: Putin → Putin; VVP')).toBeTruthy();
  expect(screen.getByText(/A slug is of small letters/)).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Import line 2: Vladimir Putin' }));
  fireEvent.click(screen.getByRole('button', { name: 'Import 1' }));
  expect(asked.putEntities.mock.calls).toEqual([
    [[{ slug: 'emile-zola', name: 'Émile Zola' }], []],
  ]);
  expect(close).toHaveBeenCalled();
});

it('takes an import back as one step', async () => {
  open({ kind: 'file', name: 'people.csv', text: CSV });
  fireEvent.click(screen.getByRole('button', { name: 'Import 2' }));
  await vi.waitFor(() => expect(toastQueue.get()[0]?.text).toBe('2 entities imported.'));
  act(() => toastQueue.get()[0]?.action?.run());
  await vi.waitFor(() => expect(asked.putEntities).toHaveBeenCalledTimes(2));
  expect(asked.putEntities.mock.calls[1]).toEqual([[SMALL_ENTITIES[0]], ['emile-zola']]);
});

it('leaves out what is called like another, until somebody wants it', () => {
  const text = 'name\nVLADIMIR PUTIN\nParis\n';
  open({ kind: 'file', name: 'people.csv', text });
  expect(screen.getByText(/^Called like vladimir-putin\./)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import 1' })).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Import line 2: VLADIMIR PUTIN' }));
  expect(screen.getByRole('button', { name: 'Import 2' })).toBeTruthy();
});

it('reads JSON, whatever the file is called, and what was learned from briefs', () => {
  const records = [{ slug: 'emile-zola', name: 'Émile Zola' }];
  open({ kind: 'file', name: 'people.txt', text: JSON.stringify(records) });
  expect(screen.getByRole('button', { name: 'Import 1' })).toBeTruthy();
  cleanup();
  open({ kind: 'briefs', records });
  expect(screen.getByRole('button', { name: 'Import 1' })).toBeTruthy();
});

it('says what is wrong with a file that holds nothing', () => {
  open({ kind: 'file', name: 'people.json', text: '[{"a": 1,}]' });
  expect(screen.getByText(/Line 1: This is not JSON/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nothing to import' })).toHaveProperty(
    'disabled',
    true,
  );
});
