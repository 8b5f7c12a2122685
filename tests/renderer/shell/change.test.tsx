// @vitest-environment happy-dom
import { asked, row, workspaceOf } from './page';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedBrief } from '../../../src/bridge/types';
import type { ChangedFile, ChangePlan, ChangeRequest } from '../../../src/core/plan/types';
import { selectionStore } from '../../../src/renderer/app/list';
import { placeStore } from '../../../src/renderer/app/navigation';
import { toastQueue } from '../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { sessions } from '../../../src/renderer/editor/session/desk';
import { ChangeDialog } from '../../../src/renderer/shell/dialogs/Change';
import { MergeDialog } from '../../../src/renderer/shell/dialogs/Merge';
import { RenameDialog } from '../../../src/renderer/shell/dialogs/Rename';
import { UndoChangeDialog } from '../../../src/renderer/shell/dialogs/UndoChange';

// Without a layout nothing would be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 34 });

const close = vi.fn();

const file = (slug: string, lines: number, change: Partial<ChangedFile> = {}): ChangedFile => ({
  file: `briefs/${slug}.md`,
  to: `briefs/${slug}.md`,
  slug,
  changes: Array.from({ length: lines }, (_, at) => ({
    id: `${slug}#${at}`,
    line: at + 10,
    before: `see [[old]] ${at}`,
    after: `see [[new]] ${at}`,
    optional: true,
  })),
  ...change,
});

const plan: ChangePlan = {
  id: 'plan',
  title: 'Rename the brief old to new',
  files: [
    file('old', 1, {
      to: 'briefs/new.md',
      changes: [
        { id: 'own', line: 80, before: 'Canonical: old', after: 'Canonical: new', optional: false },
      ],
    }),
    file('linking', 2),
  ],
  outside: [{ slug: 'out', title: 'A published brief', line: 7, text: '[it](/ko/n/old)' }],
  remarks: ['One brief links to “new”, which no brief has now.'],
};

const rename: ChangeRequest = { kind: 'rename-brief', slug: 'old', to: 'new', redirect: false };
const show = (request: ChangeRequest) =>
  render(<ChangeDialog dialog={{ kind: 'change', request }} onClose={close} />);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** Presses a button once it has waited for what it waits for. */
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name).getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(button(name));
};

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: null, slug: null, reveal: null });
  toastQueue.set([]);
  workspaceStore.set(
    workspaceOf([row('old', { title: 'The old one' }), row('linking'), row('third')], {
      entities: [
        { slug: 'who', name: 'World Health Organization', aliases: ['WHO'] },
        { slug: 'w-h-o', name: 'W.H.O.' },
      ],
      published: [{ slug: 'out', title: 'A published brief', date: '', claims: null }],
    }),
  );
  asked.planChange.mockResolvedValue({ kind: 'answer', answer: plan });
  const forth = { files: 2, moved: [{ slug: 'old', to: 'new' }] };
  asked.runChange.mockResolvedValue({ kind: 'answer', answer: forth });
  asked.redoChange.mockResolvedValue({ kind: 'answer', answer: forth });
  asked.undoChange.mockResolvedValue({
    kind: 'answer',
    answer: { files: 2, moved: [{ slug: 'new', to: 'old' }] },
  });
});
afterEach(async () => {
  cleanup();
  await sessions.leave();
  for (const session of sessions.all) sessions.drop(session);
});

describe('a plan', () => {
  it('shows every line, what becomes of each file, and what it leaves undone', async () => {
    show(rename);
    expect(await screen.findByText('3 changes in 2 files')).toBeTruthy();
    expect(screen.getByText('briefs/new.md')).toBeTruthy();
    expect(screen.getAllByText(/removed:/)).toHaveLength(3);
    expect(screen.getByText(/links to “new”/)).toBeTruthy();
    const outside = screen
      .getByText('One link of a published brief would break')
      .closest('details');
    expect(outside?.textContent).toContain('A published brief');
    expect(outside?.textContent).toContain('Line 7');
  });

  it('leaves out what is not wanted, and never what it needs', async () => {
    show(rename);
    fireEvent.click(
      await screen.findByRole('checkbox', { name: 'Change line 11 of briefs/linking.md' }),
    );
    expect(screen.getByText('2 changes in 2 files, 1 left out')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /line 80/ })).toBeNull();
    fireEvent.click(button('Rename'));
    await vi.waitFor(() => expect(close).toHaveBeenCalled());
    expect(asked.runChange).toHaveBeenCalledWith('plan', ['linking#1']);
    expect(toastQueue.get().at(-1)?.text).toBe(
      'Rename the brief old to new: 2 changes in 2 files.',
    );
  });

  it('leaves out a whole file, and takes it in again', async () => {
    show(rename);
    const all = await screen.findByRole('checkbox', { name: 'All changes in briefs/linking.md' });
    fireEvent.click(all);
    expect(screen.getByText('1 change in 1 file, 2 left out')).toBeTruthy();
    fireEvent.click(all);
    expect(screen.getByText('3 changes in 2 files')).toBeTruthy();
    fireEvent.click(button('Leave all out'));
    expect(screen.getByText('1 change in 1 file, 2 left out')).toBeTruthy();
    fireEvent.click(button('Take all in'));
    expect(screen.getByText('3 changes in 2 files')).toBeTruthy();
  });

  it('folds the lines of a file away', async () => {
    show(rename);
    fireEvent.click(await screen.findByRole('button', { name: /linking/ }));
    expect(screen.getAllByText(/removed:/)).toHaveLength(1);
  });

  it('is folded, and drawn as far as one sees, where it is large', async () => {
    const files = Array.from({ length: 500 }, (_, at) => file(`b${at}`, 3));
    asked.planChange.mockResolvedValue({ kind: 'answer', answer: { ...plan, files } });
    show({ kind: 'rename-head', name: 'Economy', to: 'Economies' });
    expect(await screen.findByText('1,500 changes in 500 files')).toBeTruthy();
    expect(screen.queryByText(/removed:/)).toBeNull();
    const drawn = screen.getAllByRole('checkbox').length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(120);
  });

  it('says why there is none, or why nothing was changed, and plans again', async () => {
    asked.planChange.mockResolvedValueOnce({
      kind: 'problem',
      problem: { code: 'exists', message: 'There is a brief “new” already.' },
    });
    asked.runChange.mockResolvedValueOnce({
      kind: 'problem',
      problem: { code: 'io', message: 'briefs/linking.md was changed since.' },
    });
    show(rename);
    expect(await screen.findByText('There is a brief “new” already.')).toBeTruthy();
    fireEvent.click(button('Try again'));
    await press('Rename');
    expect(await screen.findByText('briefs/linking.md was changed since.')).toBeTruthy();
    expect(close).not.toHaveBeenCalled();
    fireEvent.click(button('Try again'));
    expect(await screen.findByText('3 changes in 2 files')).toBeTruthy();
  });
});

describe('text that is open', () => {
  const opened = (slug: string): OpenedBrief => ({
    kind: 'opened',
    slug,
    disk: { text: '# Title', eol: 'lf', bom: false, hash: 'first' },
    draft: null,
    readOnly: null,
  });
  const openOld = async () => {
    asked.openBrief.mockImplementation(async (slug) => opened(slug));
    placeStore.set({ view: null, slug: 'old', reveal: null });
    await sessions.show('old');
    return sessions.get('old');
  };

  it('is saved before the plan is made', async () => {
    const session = await openOld();
    asked.saveBrief.mockResolvedValue({ kind: 'saved', hash: 'second' });
    session?.document.replace('# Typed', 'input');
    show(rename);
    await screen.findByText('3 changes in 2 files');
    expect(asked.saveBrief.mock.calls[0]?.[0].text).toBe('# Typed');
    expect(asked.saveBrief.mock.invocationCallOrder[0]).toBeLessThan(
      asked.planChange.mock.invocationCallOrder[0] ?? 0,
    );
  });

  it('stops everything where it can’t be saved', async () => {
    const session = await openOld();
    asked.saveBrief.mockResolvedValue({
      kind: 'problem',
      problem: { code: 'disk-full', message: 'The disk is full.' },
    });
    session?.document.replace('# Typed', 'input');
    show(rename);
    expect(await screen.findByText(/could not be saved/)).toBeTruthy();
    expect(asked.planChange).not.toHaveBeenCalled();
    if (session) sessions.drop(session);
  });

  it('is shown under its new slug, and under the old one when that is taken back', async () => {
    await openOld();
    show(rename);
    await press('Rename');
    await vi.waitFor(() => expect(placeStore.get().slug).toBe('new'));
    expect(sessions.get('old')).toBeUndefined();
    toastQueue.get().at(-1)?.action?.run();
    await vi.waitFor(() => expect(placeStore.get().slug).toBe('old'));
    expect(asked.undoChange).toHaveBeenCalledOnce();
    expect(toastQueue.get().at(-1)?.action?.label).toBe('Redo');
    toastQueue.get().at(-1)?.action?.run();
    await vi.waitFor(() => expect(placeStore.get().slug).toBe('new'));
    expect(toastQueue.get().at(-1)?.action?.label).toBe('Undo');
  });

  it('follows its file back after a restart, too', async () => {
    placeStore.set({ view: null, slug: 'new', reveal: null });
    workspaceStore.update(
      (state) => state && { ...state, undoable: 'Rename the brief old to new' },
    );
    render(<UndoChangeDialog dialog={{ kind: 'undo-change', way: 'undo' }} onClose={close} />);
    fireEvent.click(button('Undo'));
    await vi.waitFor(() => expect(placeStore.get().slug).toBe('old'));
    expect(selectionStore.get()).toEqual(new Set(['old']));
  });

  it('gives its place to the next brief that stays when it is deleted', async () => {
    await openOld();
    const gone = ['old', 'third'];
    const moved = gone.map((slug) => ({ slug, to: null }));
    asked.runChange.mockResolvedValue({ kind: 'answer', answer: { files: 2, moved } });
    selectionStore.set(new Set(gone));
    show({ kind: 'delete-briefs', slugs: gone });
    await press('Delete');
    await vi.waitFor(() => expect(placeStore.get().slug).toBe('linking'));
    expect(selectionStore.get()).toEqual(new Set(['linking']));
  });

  it('is not taken back by a notice that is out of date', async () => {
    show(rename);
    await press('Rename');
    await vi.waitFor(() => expect(toastQueue.get()).toHaveLength(1));
    const undo = toastQueue.get()[0]?.action;
    undo?.run();
    await vi.waitFor(() => expect(toastQueue.get()).toHaveLength(2));
    undo?.run();
    expect(toastQueue.get().at(-1)?.text).toContain('More was changed since.');
    expect(asked.undoChange).toHaveBeenCalledOnce();
  });
});

describe('renaming', () => {
  const name = (value: string, label = 'Name') =>
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  const go = () => fireEvent.click(button('Show changes…'));

  it('asks for a slug that is free', async () => {
    render(<RenameDialog dialog={{ kind: 'rename', what: 'brief', id: 'old' }} onClose={close} />);
    go();
    expect(screen.getByText('This is its slug now. Give it another.')).toBeTruthy();
    name('linking', 'Slug');
    expect(screen.getByText('Another brief has this slug.')).toBeTruthy();
    name('out', 'Slug');
    expect(screen.getByText(/published brief has this slug/)).toBeTruthy();
    expect(asked.planChange).not.toHaveBeenCalled();
    name('new', 'Slug');
    fireEvent.click(screen.getByRole('checkbox', { name: /redirect/ }));
    go();
    expect(await screen.findByText('3 changes in 2 files')).toBeTruthy();
    expect(asked.planChange).toHaveBeenCalledWith({ ...rename, redirect: true });
  });

  it('goes back to the form with what was typed', async () => {
    render(<RenameDialog dialog={{ kind: 'rename', what: 'lens', id: 'Right' }} onClose={close} />);
    name('Conservative');
    go();
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Conservative');
  });

  it('changes name and slug of an entity, and keeps the old name as an alias', async () => {
    render(<RenameDialog dialog={{ kind: 'rename', what: 'entity', id: 'who' }} onClose={close} />);
    name('w-h-o', 'Slug');
    expect(screen.getByText(/merge them/)).toBeTruthy();
    name('health-org', 'Slug');
    name('WHO');
    go();
    await vi.waitFor(() =>
      expect(asked.planChange).toHaveBeenCalledWith({
        kind: 'rename-entity',
        slug: 'who',
        to: { slug: 'health-org', name: 'WHO' },
        keepAlias: true,
      }),
    );
  });

  it('takes no comma into a head', () => {
    render(<RenameDialog dialog={{ kind: 'rename', what: 'head', id: 'Trade' }} onClose={close} />);
    name('Trade, tariffs');
    go();
    expect(screen.getByText('A head can’t hold a comma.')).toBeTruthy();
  });

  it('merges entities into the one that is chosen', async () => {
    render(
      <MergeDialog
        dialog={{ kind: 'merge', what: 'entity', ids: ['who', 'w-h-o'] }}
        onClose={close}
      />,
    );
    const choice = screen.getByRole('group', { name: 'Which one stays' });
    fireEvent.click(within(choice).getByRole('radio', { name: /^W\.H\.O\./ }));
    go();
    await vi.waitFor(() =>
      expect(asked.planChange).toHaveBeenCalledWith({
        kind: 'merge-entities',
        slugs: ['who'],
        into: 'w-h-o',
      }),
    );
  });

  it('merges outlets likewise', async () => {
    workspaceStore.update(
      (state) =>
        state && { ...state, outlets: [{ name: 'CNN', domains: ['cnn.com'] }, { name: 'Cnn' }] },
    );
    render(
      <MergeDialog
        dialog={{ kind: 'merge', what: 'outlet', ids: ['Cnn', 'CNN'] }}
        onClose={close}
      />,
    );
    fireEvent.click(screen.getByRole('radio', { name: 'CNN cnn.com' }));
    go();
    await vi.waitFor(() =>
      expect(asked.planChange).toHaveBeenCalledWith({
        kind: 'merge-outlets',
        names: ['Cnn'],
        into: 'CNN',
      }),
    );
  });
});

it.each([
  ['undo', 'Undo', { undoable: 'Rename the brief old to new' }, 'undoChange'],
  ['redo', 'Redo', { redoable: 'Rename the brief old to new' }, 'redoChange'],
] as const)('names what it would %s', async (way, label, known, call) => {
  workspaceStore.update((state) => state && { ...state, ...known });
  render(<UndoChangeDialog dialog={{ kind: 'undo-change', way }} onClose={close} />);
  expect(screen.getByText('Rename the brief old to new')).toBeTruthy();
  fireEvent.click(button(label));
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(asked[call]).toHaveBeenCalledOnce();
});
