// @vitest-environment happy-dom
import { asked, row, workspaceOf } from './page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ExportFile, ExportPlan } from '../../../src/bridge/types';
import { addCloseGuard } from '../../../src/renderer/app/close-guard';
import { placeStore } from '../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { ExportDialog } from '../../../src/renderer/shell/dialogs/Export';

const close = vi.fn();

const file = (slug: string, state: ExportFile['state']): ExportFile => ({
  slug,
  path: `ko/n/${slug}.md`,
  state,
  before: state === 'new' ? null : `# ${state === 'unchanged' ? 'now' : 'before'}`,
  after: '# now',
});

const plan: ExportPlan = {
  id: 'plan',
  folder: '/out',
  files: [file('new', 'new'), file('same', 'unchanged'), file('theirs', 'changed-outside')],
  blocked: [{ slug: 'bad', errors: [{ line: 7, message: 'The date is no calendar day.' }] }],
};

const open = (slugs: readonly string[]) =>
  render(<ExportDialog dialog={{ kind: 'export', slugs, allReady: false }} onClose={close} />);

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: null, slug: null, reveal: null });
  workspaceStore.set(workspaceOf([row('bad', { title: 'A bad one' })], { exportFolder: '/out' }));
  asked.planExport.mockResolvedValue({ kind: 'planned', plan });
  asked.runExport.mockResolvedValue({ kind: 'exported', written: 2, unchanged: 1 });
});
afterEach(cleanup);

it('leaves alone what someone else changed, until it is said', async () => {
  open(['new']);
  await screen.findByRole('button', { name: 'Write 1 file' });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Replace it' }));
  fireEvent.click(screen.getByRole('button', { name: 'Write 2 files' }));
  expect(await screen.findByText('2 files were written')).toBeTruthy();
  expect(asked.runExport).toHaveBeenCalledWith('plan', ['ko/n/theirs.md']);
});

it('names what it left alone', async () => {
  open(['new']);
  fireEvent.click(await screen.findByRole('button', { name: 'Write 1 file' }));
  expect(await screen.findByText('One was changed outside and left alone:')).toBeTruthy();
  expect(screen.getByText('ko/n/theirs.md')).toBeTruthy();
});

it('shows the difference of a file that changes', async () => {
  open(['new']);
  fireEvent.click(await screen.findByRole('button', { name: 'Difference' }));
  expect(screen.getByLabelText('What changes in ko/n/theirs.md').textContent).toMatch(
    /removed: .*before.*added: .*now/s,
  );
});

it('goes to the line of an error that holds a brief back', async () => {
  open(['bad']);
  fireEvent.click(await screen.findByText('The date is no calendar day.'));
  expect(close).toHaveBeenCalled();
  expect(placeStore.get().reveal).toEqual({ slug: 'bad', at: { line: 7 } });
});

it('asks for a folder first, and plans when it is chosen', async () => {
  workspaceStore.set(workspaceOf([], { exportFolder: null }));
  asked.chooseExportFolder.mockResolvedValue({ kind: 'chosen', path: '/out' });
  open(['new']);
  expect(asked.planExport).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Choose export folder…' }));
  expect(await screen.findByRole('button', { name: 'Write 1 file' })).toBeTruthy();
  expect(asked.planExport).toHaveBeenCalledOnce();
});

it('exports nothing while a save has failed, and says so', async () => {
  const remove = addCloseGuard(async () => false);
  open(['new']);
  expect(await screen.findByText(/could not be saved/)).toBeTruthy();
  expect(asked.planExport).not.toHaveBeenCalled();
  remove();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Write 1 file' })).toBeTruthy();
});

it('says why writing failed', async () => {
  asked.runExport.mockResolvedValue({
    kind: 'problem',
    problem: { code: 'no-permission', message: 'The folder can’t be written.' },
  });
  open(['new']);
  fireEvent.click(await screen.findByRole('button', { name: 'Write 1 file' }));
  expect(await screen.findByText('The folder can’t be written.')).toBeTruthy();
});
