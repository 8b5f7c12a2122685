// @vitest-environment happy-dom
import { asked, row, workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenedBrief } from '../../../../src/bridge/types';
import type { Pointed, References } from '../../../../src/core/graph/references';
import { dialogStore } from '../../../../src/renderer/app/dialogs';
import { placeStore } from '../../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { LinksPanel } from '../../../../src/renderer/editor/links/LinksPanel';
import { SessionContext } from '../../../../src/renderer/editor/session/context';
import { followWorkspace } from '../../../../src/renderer/editor/session/knowledge';
import { Desk, diskOf } from '../session/desk';

const TEXT = `# Talks

## Summary

Talks with [Iran](/ko/entity/iran) go on. Oman hosts them; Oman pays. Iran's envoy said “Oman” first.

## Why it matters

Jordan waits, as [before](/ko/n/earlier).

## Across the graph

- Related: [[earlier]], [[missing]]
`;

const pointed = (slug: string, change: Partial<Pointed> = {}): Pointed => ({
  kind: 'brief',
  slug,
  label: `About ${slug}`,
  state: 'known',
  ties: ['related'],
  count: 1,
  ...change,
});

const references: References = {
  incoming: [
    {
      slug: 'later',
      title: 'About later',
      date: '2026-07-01',
      published: false,
      ties: ['related', 'link'],
      count: 2,
    },
  ],
  outgoing: [
    pointed('earlier', { state: 'one-way', ties: ['related', 'link'], count: 2 }),
    pointed('missing', { label: '', state: 'unknown' }),
    pointed('iran', { kind: 'entity', label: 'Iran', ties: ['link'] }),
  ],
};

let stop: () => void;
beforeEach(() => {
  vi.clearAllMocks();
  placeStore.set({ view: null, slug: 'talks', reveal: null });
  workspaceStore.set(
    workspaceOf([row('talks'), row('earlier'), row('later')], {
      entities: [
        { slug: 'iran', name: 'Iran' },
        { slug: 'oman', name: 'Oman' },
        { slug: 'jordan', name: 'Jordan' },
        { slug: 'jordan-river', name: 'Jordan River', aliases: ['Jordan'], kind: 'river' },
      ],
    }),
  );
  stop = followWorkspace();
  asked.references.mockResolvedValue({ kind: 'answer', answer: references });
});
afterEach(() => {
  cleanup();
  stop();
});

async function show(change: Partial<OpenedBrief> = {}) {
  const desk = new Desk();
  desk.file = diskOf(TEXT);
  const session = desk.open({ slug: 'talks', ...change });
  render(
    <SessionContext value={session}>
      <LinksPanel />
    </SessionContext>,
  );
  await screen.findByRole('region', { name: 'Links to' });
  await screen.findByText('Named again after a link');
  return session;
}

const part = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

it('shows what links here and where it leads, what needs a hand first', async () => {
  await show();
  expect(part('Linked from').getByText('About later')).toBeTruthy();
  expect(
    part('Links to')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'missingno such briefrelated',
    'About earliernot listed backrelated, linkedList back',
    'Iranlinked',
  ]);
});

it('opens briefs, shows where an entity is used, and goes to a link in the text', async () => {
  const session = await show();
  press('Go to About earlier in the text');
  expect(session.document.text.slice(session.document.caret)).toMatch(/^\[before\]/);
  press('Go to About earlier in the text');
  expect(session.document.text.slice(session.document.caret)).toMatch(/^\[\[earlier\]\]/);
  press(/^Iran/);
  expect(dialogStore.get()).toEqual({
    kind: 'used',
    subject: { kind: 'entity', slug: 'iran' },
    name: 'Iran',
  });
  press(/^About later/);
  expect(placeStore.get()).toMatchObject({ slug: 'later', view: null });
});

it('lists the brief back in one that does not', async () => {
  await show();
  press('List back in About earlier');
  await vi.waitFor(() => expect(asked.relateBack).toHaveBeenCalledWith('earlier', 'talks'));
});

it('links the first mention, or each', async () => {
  const session = await show();
  press('Link… Oman');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Link first mention' }));
  expect(session.document.text).toContain('[Oman](/ko/entity/oman) hosts them; Oman pays');
  act(() => void session.document.undo());
  press('Link… Oman');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Link each of 2' }));
  expect(session.document.text).toContain(
    '[Oman](/ko/entity/oman) hosts them; [Oman](/ko/entity/oman) pays',
  );
  expect(session.document.text).toContain('“Oman”');
  expect(session.document.brief.entities?.value.text).toBe('Oman');
  act(() => void session.document.undo());
  expect(session.document.text).toBe(TEXT);
});

it('lets one choose where several are called so', async () => {
  const session = await show();
  expect(part('Not linked yet').getByText('2 entities are called so')).toBeTruthy();
  press('Link… Jordan');
  fireEvent.click(
    await screen.findByRole('menuitem', {
      name: 'Link first mention to Jordan River, river (jordan-river)',
    }),
  );
  expect(session.document.text).toContain('[Jordan](/ko/entity/jordan-river) waits');
});

it('keeps apart what is linked already, and follows the text', async () => {
  const session = await show();
  expect(screen.getByText('perhaps: you choose')).toBeTruthy();
  act(() => session.document.replace(TEXT.replaceAll('Oman', 'Qatar'), 'input'));
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Link… Oman' })).toBeNull());
});

it('changes nothing in a brief that can only be read', async () => {
  await show({ readOnly: 'It is read-only.' });
  expect(screen.queryByRole('button', { name: /^Link|^List/ })).toBeNull();
});
