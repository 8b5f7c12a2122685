// @vitest-environment happy-dom
import { asked, row, workspaceOf } from './page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parse } from '../../../src/core/format/parse';
import { placeStore } from '../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { NewBriefDialog } from '../../../src/renderer/shell/dialogs/NewBrief';
import { DeleteDialog } from '../../../src/renderer/shell/dialogs/Delete';

const close = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: null, slug: null, reveal: null });
  workspaceStore.set(
    workspaceOf([row('taken'), row('other'), row('linking', { title: 'It links' })]),
  );
});
afterEach(cleanup);

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const create = () => fireEvent.click(screen.getByRole('button', { name: 'Create brief' }));

it('makes a brief with its six sections, and opens it', async () => {
  render(<NewBriefDialog dialog={{ kind: 'new-brief' }} onClose={close} />);
  type('Title', 'Élysée: a new pact');
  create();
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  const [slug = '', text = ''] = asked.createBrief.mock.calls[0] ?? [];
  expect(slug).toBe('elysee-a-new-pact');
  const brief = parse(text);
  expect(brief.title?.value.text).toBe('Élysée: a new pact');
  expect(brief.sections.map(({ kind }) => kind)).toEqual([
    'summary',
    'numbers',
    'why',
    'watch',
    'takes',
    'graph',
  ]);
  expect(brief.canonical?.value.text).toBe('https://example.org/ko/n/elysee-a-new-pact');
  expect(brief.meta?.date?.value.text).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(placeStore.get().slug).toBe(slug);
});

it('refuses a slug that is taken or no slug, and takes one of one’s own', async () => {
  render(<NewBriefDialog dialog={{ kind: 'new-brief' }} onClose={close} />);
  type('Title', 'Taken');
  create();
  expect(screen.getByText('Another brief has this slug.')).toBeTruthy();
  type('Slug', 'not a slug');
  create();
  expect(screen.getByText(/single hyphens/)).toBeTruthy();
  expect(asked.createBrief).not.toHaveBeenCalled();
  type('Slug', 'free');
  create();
  await vi.waitFor(() => expect(asked.createBrief).toHaveBeenCalledOnce());
  expect(asked.createBrief.mock.calls[0]?.[0]).toBe('free');
});

it('writes the date as briefs do, and takes no other', async () => {
  render(<NewBriefDialog dialog={{ kind: 'new-brief' }} onClose={close} />);
  type('Title', 'Dated');
  type('Date', '11/22/2026');
  create();
  expect(screen.getByText(/year-month-day/)).toBeTruthy();
  expect(asked.createBrief).not.toHaveBeenCalled();
  type('Date', '2026-11-22');
  create();
  await vi.waitFor(() => expect(asked.createBrief).toHaveBeenCalledOnce());
  expect(asked.createBrief.mock.calls[0]?.[1]).toContain('date: 2026-11-22');
});

it('shows why a brief could not be made, and keeps what was typed', async () => {
  asked.createBrief.mockResolvedValueOnce({
    kind: 'problem',
    problem: { code: 'disk-full', message: 'The disk is full.' },
  });
  render(<NewBriefDialog dialog={{ kind: 'new-brief' }} onClose={close} />);
  type('Title', 'Kept');
  create();
  expect(await screen.findByText('The disk is full.')).toBeTruthy();
  expect(close).not.toHaveBeenCalled();
});

it.each([
  [['taken'], 'Delete “A title”?'],
  [['taken', 'other'], 'Delete 2 briefs?'],
])('deletes briefs by one plan that shows what depends on them: %s', async (slugs, title) => {
  workspaceStore.set(workspaceOf([row('taken', { title: 'A title' }), row('other')]));
  asked.planChange.mockResolvedValue({
    kind: 'answer',
    answer: {
      id: 'plan',
      title: 'Delete them',
      files: slugs.map((slug) => ({ file: `briefs/${slug}.md`, to: null, slug, changes: [] })),
      outside: [],
      remarks: ['linking links to them.'],
    },
  });
  asked.runChange.mockResolvedValue({
    kind: 'answer',
    answer: { files: slugs.length, moved: slugs.map((slug) => ({ slug, to: null })) },
  });
  render(<DeleteDialog dialog={{ kind: 'delete', slugs }} onClose={close} />);
  expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
  expect(await screen.findByText('linking links to them.')).toBeTruthy();
  expect(asked.planChange).toHaveBeenCalledWith({ kind: 'delete-briefs', slugs });
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await vi.waitFor(() => expect(asked.runChange).toHaveBeenCalledWith('plan', []));
});
