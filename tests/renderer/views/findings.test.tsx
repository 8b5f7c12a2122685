// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../shell/page';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FindingsPage, FoundFinding } from '../../../src/core/graph/findings';
import type { ChangePlan } from '../../../src/core/plan/types';
import { dialogStore } from '../../../src/renderer/app/dialogs';
import { runCommand } from '../../../src/renderer/app/commands';
import { placeStore } from '../../../src/renderer/app/navigation';
import { toastQueue } from '../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { found } from '../../../src/renderer/views/findings/query';
import { FindingsView } from '../../../src/renderer/views/findings/FindingsView';

// Without a layout nothing would be in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 900 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 34 });

const finding = (slug: string, change: Partial<FoundFinding> = {}): FoundFinding => ({
  slug,
  title: `About ${slug}`,
  rule: 'counts/takes',
  severity: 'error',
  from: 40,
  to: 42,
  line: 5,
  column: 1,
  endLine: 5,
  endColumn: 3,
  message: `The number of takes of ${slug} is wrong.`,
  fix: 'Write 3 takes',
  waiver: null,
  ...change,
});

const items = [
  finding('flood'),
  finding('grid', { rule: 'take/lang', severity: 'warning', fix: null }),
  finding('tax', {
    waiver: {
      rule: 'counts/takes',
      slug: 'tax',
      text: '2 takes',
      reason: 'One is withdrawn',
      by: 'Ana',
      until: '2027-01-31',
    },
  }),
];

const page: FindingsPage = {
  total: 3,
  briefs: 3,
  counts: { error: 2, warning: 1, info: 0 },
  rules: [
    { rule: 'counts/takes', count: 2, fixable: 2 },
    { rule: 'take/lang', count: 1, fixable: 0 },
  ],
  items,
};

const plan = (change: Partial<ChangePlan> = {}): ChangePlan => ({
  id: 'plan',
  title: 'Write 3 takes in flood',
  files: [
    {
      file: 'briefs/flood.md',
      to: 'briefs/flood.md',
      slug: 'flood',
      changes: [{ id: 'a', line: 5, before: '2 takes', after: '3 takes', optional: false }],
    },
  ],
  outside: [],
  remarks: [],
  ...change,
});

let id = 0;

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: { name: 'findings', wish: null }, slug: null, reveal: null });
  dialogStore.set(null);
  toastQueue.set([]);
  // Another workspace each time: the view keeps its filters within one.
  workspaceStore.set(workspaceOf([row('flood'), row('grid')], { id: `desk ${id++}` }));
  asked.findings.mockResolvedValue({ kind: 'answer', answer: page });
});
afterEach(cleanup);

const open = async (wish: string | null = null) => {
  render(<FindingsView wish={wish} />);
  await screen.findByText(items[0]?.message ?? '');
};
const grid = () => screen.getByRole('grid', { name: 'Findings' });
const press = (key: string) => fireEvent.keyDown(grid(), { key });
const lastQuery = () => asked.findings.mock.lastCall?.[0];

it('shows what was found, where, and who lets it stand', async () => {
  await open();
  expect(screen.getAllByRole('row')).toHaveLength(3);
  expect(screen.getByText('3 in 3 briefs')).toBeTruthy();
  expect(screen.getByText('About grid')).toBeTruthy();
  expect(screen.getByText('Waived by Ana until 2027-01-31: One is withdrawn')).toBeTruthy();
});

it('goes to the place by Enter, and by a click', async () => {
  await open();
  press('ArrowDown');
  press('ArrowDown');
  press('Enter');
  expect(placeStore.get()).toMatchObject({
    view: null,
    slug: 'grid',
    reveal: { slug: 'grid', at: { offset: 40 } },
  });
  fireEvent.click(screen.getByText(items[0]?.message ?? ''));
  expect(placeStore.get().slug).toBe('flood');
});

it('narrows by rule, severity, words and waivers, and orders', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: /Language|Unknown language/ }));
  await vi.waitFor(() => expect(lastQuery()).toMatchObject({ rules: ['take/lang'], offset: 0 }));
  fireEvent.click(screen.getByRole('button', { name: /Errors/ }));
  await vi.waitFor(() => expect(lastQuery()).toMatchObject({ severities: ['error'] }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Filter findings' }), {
    target: { value: 'flood' },
  });
  await vi.waitFor(() =>
    expect(lastQuery()).toMatchObject({ text: 'flood', rules: ['take/lang'] }),
  );
});

it('opens with the rule that it is asked for', async () => {
  await open('take/lang');
  expect(lastQuery()).toMatchObject({ rules: ['take/lang'] });
});

it('mends a finding in one step, with the way back', async () => {
  asked.planChange.mockResolvedValue({ kind: 'answer', answer: plan() });
  asked.runChange.mockResolvedValue({ kind: 'answer', answer: { files: 1, moved: [] } });
  await open();
  press('ArrowDown');
  await act(async () => void runCommand('edit.fix-next'));
  await vi.waitFor(() => expect(asked.runChange).toHaveBeenCalledWith('plan', []));
  expect(asked.planChange).toHaveBeenCalledWith({
    kind: 'fix-finding',
    slug: 'flood',
    rule: 'counts/takes',
    from: 40,
  });
  expect(toastQueue.get().at(-1)).toMatchObject({
    text: 'Write 3 takes in flood: 1 change in 1 file.',
    action: { label: 'Undo' },
  });
});

it('shows a mend that reaches further before it is done', async () => {
  asked.planChange.mockResolvedValue({
    kind: 'answer',
    answer: plan({ remarks: ['It leaves something undone.'] }),
  });
  await open();
  press('ArrowDown');
  await act(async () => void runCommand('edit.fix-next'));
  await vi.waitFor(() => expect(dialogStore.get()).toMatchObject({ kind: 'change' }));
  expect(asked.runChange).not.toHaveBeenCalled();
});

it('plans the mend of a whole rule', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Fix all: Number of takes wrong (2)…' }));
  expect(dialogStore.get()).toEqual({
    kind: 'change',
    request: { kind: 'fix-rule', rule: 'counts/takes', slugs: null },
  });
});

it('waives a finding by what stands at it', async () => {
  const text = `${' '.repeat(40)}ab${' '.repeat(20)}ab`;
  asked.openBrief.mockResolvedValue({
    kind: 'opened',
    slug: 'flood',
    disk: { text, eol: 'lf', bom: false, hash: '' },
    draft: null,
    readOnly: null,
  });
  const second = finding('flood', { from: 62, to: 64, line: 9 });
  asked.findings.mockResolvedValue({
    kind: 'answer',
    answer: { ...page, total: 2, items: [finding('flood'), second] },
  });
  render(<FindingsView wish={null} />);
  await screen.findAllByText(second.message);
  press('End');
  fireEvent.click(screen.getByRole('button', { name: 'Actions for line 9 of About flood' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Waive…' }));
  await vi.waitFor(() =>
    expect(dialogStore.get()).toEqual({
      kind: 'waive',
      slug: 'flood',
      rule: 'counts/takes',
      text: 'ab',
      nth: 1,
      message: second.message,
    }),
  );
});

it('mends and waives nothing in a workspace that can only be read', async () => {
  workspaceStore.update((state) => state && { ...state, readOnly: 'It is read-only.' });
  await open();
  press('ArrowDown');
  expect(runCommand('edit.fix-next')).toBe(false);
  expect(screen.queryByRole('button', { name: /^Fix all/ })).toBeNull();
});

it('asks again when the workspace has changed', async () => {
  await open();
  const before = asked.findings.mock.calls.length;
  act(() =>
    workspaceStore.update(
      (state) => state && { ...state, index: { ...state.index, version: state.index.version + 1 } },
    ),
  );
  await vi.waitFor(() => expect(asked.findings.mock.calls.length).toBe(before + 1));
});

it('keeps the active row with its finding while others come and go', async () => {
  await open();
  press('ArrowDown');
  press('ArrowDown');
  const marked = () => screen.getAllByRole('row', { selected: true }).map((r) => r.textContent);
  expect(marked()).toEqual([expect.stringContaining('About grid')]);
  const more = [finding('before'), ...items];
  asked.findings.mockResolvedValue({
    kind: 'answer',
    answer: { ...page, total: 4, items: more.map((item) => ({ ...item, from: item.from + 9 })) },
  });
  await act(async () => found.refresh());
  await screen.findByText('About before');
  expect(marked()).toEqual([expect.stringContaining('About grid')]);
});

it('says that all is well only when all was checked', async () => {
  asked.findings.mockResolvedValue({
    kind: 'answer',
    answer: { ...page, total: 0, briefs: 0, rules: [], items: [] },
  });
  render(<FindingsView wish={null} />);
  expect(await screen.findByText('No findings')).toBeTruthy();
  act(() =>
    workspaceStore.update(
      (state) =>
        state && { ...state, index: { phase: 'checking', done: 3, total: 10, version: 0 } },
    ),
  );
  expect(screen.queryByText('No findings')).toBeNull();
  expect(screen.getByText('Checking the briefs: 3 of 10')).toBeTruthy();
});

it('says why it can’t show anything, and tries again', async () => {
  asked.findings.mockResolvedValueOnce({
    kind: 'problem',
    problem: { code: 'not-found', message: 'The workspace is still being read.' },
  });
  render(<FindingsView wish={null} />);
  expect(await screen.findByText('The workspace is still being read.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(items[0]?.message ?? '')).toBeTruthy();
});
