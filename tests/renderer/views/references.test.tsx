// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../shell/page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reference } from '../../../src/core/graph/references';
import { placeStore } from '../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { UsedDialog } from '../../../src/renderer/shell/dialogs/Used';
import { tieWords } from '../../../src/renderer/views/references/ReferenceRow';
import { References } from '../../../src/renderer/views/references/References';

const reference = (slug: string, change: Partial<Reference> = {}): Reference => ({
  slug,
  title: `About ${slug}`,
  date: '2026-06-01',
  published: false,
  ties: ['link'],
  count: 1,
  ...change,
});

beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: null, slug: null, reveal: null });
  workspaceStore.set(workspaceOf([row('flood')]));
});
afterEach(cleanup);

const answer = (incoming: readonly Reference[]) =>
  asked.references.mockResolvedValue({ kind: 'answer', answer: { incoming, outgoing: [] } });

it('list the briefs in which something is used; own ones open', async () => {
  answer([reference('flood', { count: 3 }), reference('old', { published: true })]);
  const subject = { kind: 'entity', slug: 'who' } as const;
  const close = vi.fn();
  render(<UsedDialog dialog={{ kind: 'used', subject, name: 'WHO' }} onClose={close} />);
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
    'About flood2026-06-01linked ×3',
    'About old2026-06-01linkedpublished',
  ]);
  expect(asked.references).toHaveBeenCalledWith({ kind: 'entity', slug: 'who' });
  fireEvent.click(screen.getByRole('button', { name: /About flood/ }));
  expect(placeStore.get().slug).toBe('flood');
  expect(close).toHaveBeenCalled();
  expect(screen.queryByRole('button', { name: /About old/ })).toBeNull();
});

it('say when there are none, and why there is no answer', async () => {
  answer([]);
  const { rerender } = render(<References subject={{ kind: 'lens', name: 'Right' }} />);
  expect(await screen.findByText('No brief has a take under it.')).toBeTruthy();
  asked.references.mockResolvedValue({
    kind: 'problem',
    problem: { code: 'not-found', message: 'Still being read.' },
  });
  rerender(<References subject={{ kind: 'head', name: 'Trade' }} />);
  expect(await screen.findByText('Still being read.')).toBeTruthy();
  answer([reference('flood')]);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('About flood')).toBeTruthy();
});

it('draw a long list a part at a time', async () => {
  answer(Array.from({ length: 230 }, (_, at) => reference(`b${at}`)));
  render(<References subject={{ kind: 'entity', slug: 'who' }} />);
  expect(await screen.findAllByRole('listitem')).toHaveLength(100);
  fireEvent.click(screen.getByRole('button', { name: 'Show 100 more of 230' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show 30 more of 230' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(230);
});

it.each([
  [['related', 'link'] as const, 2, 'related, linked'],
  [['link'] as const, 3, 'linked ×3'],
  [['link', 'named'] as const, 3, 'linked ×2, named'],
  [['take'] as const, 2, '2 takes'],
  [['head'] as const, 1, ''],
])('%s of %i places are “%s”', (ties, count, words) => {
  expect(tieWords(ties, count)).toBe(words);
});
