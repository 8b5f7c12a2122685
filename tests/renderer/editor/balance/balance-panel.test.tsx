// @vitest-environment happy-dom
import { workspaceOf } from '../../shell/page';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeStore } from '../../../../src/renderer/app/navigation';
import { workspaceStore } from '../../../../src/renderer/app/workspace';
import { BalancePanel } from '../../../../src/renderer/editor/balance/BalancePanel';
import { SessionContext } from '../../../../src/renderer/editor/session/context';
import { followWorkspace } from '../../../../src/renderer/editor/session/knowledge';
import type { Session } from '../../../../src/renderer/editor/session/session';
import { Desk, diskOf } from '../session/desk';
import { SMALL } from '../texts';

const settings = {
  version: 1,
  site: 'https://example.org',
  prefix: 'ko',
  lenses: ['unlabelled', 'Gulf / Arab', 'Kremlin'],
  regions: ['United States', 'Qatar', 'Russia'],
  languages: ['en', 'ar', 'ru'],
} as const;

let desk: Desk;
let session: Session;
let stop: () => void;

beforeEach(() => {
  workspaceStore.set(workspaceOf([], { settings }));
  stop = followWorkspace();
  desk = new Desk();
});
afterEach(() => {
  cleanup();
  stop();
});

function show(text = SMALL): void {
  desk.file = diskOf(text);
  session = desk.open();
  render(
    <SessionContext value={session}>
      <BalancePanel timers={desk.clock} />
    </SessionContext>,
  );
}
const figures = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .map((line) => [...line.children].map(({ textContent }) => textContent).join(' | '));
const pass = (time: number) => act(() => desk.clock.pass(time));

it('shows where the takes of the open brief stand, and where none does', () => {
  show();
  expect(figures()).toEqual([
    'Lens | United States | Qatar | Russia | All',
    'unlabelled | 1 | 0 | 0 | 1',
    'Gulf / Arab | 0 | 1 | 0 | 1',
    'Kremlin | 0 | 0 | 0 | 0',
    'All | 1 | 1 | 0 | 2',
  ]);
  const missing = screen.getByRole('region', { name: 'Without a take' });
  expect([...missing.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
    'Kremlin',
    'Russia',
    'Russian (ru)',
  ]);
  expect(screen.getByText('2 takes, 2 voices')).toBeTruthy();
});

it('weighs again at a pause, not with each key', async () => {
  show();
  const { takes } = session.document.brief;
  const region = takes[0]?.region;
  if (!region) throw new Error('The brief has no take');
  const edit = { from: region.from, to: region.to, insert: 'Russia' };
  await act(async () => session.document.edit([edit], { event: 'input.type' }));
  const here = (name: string) => screen.queryByRole('button', { name: new RegExp(`^${name}`) });
  expect(here('unlabelled, United States: 1 take')).toBeTruthy();
  await pass(300);
  expect(here('unlabelled, United States: 1 take')).toBeTruthy();
  await pass(200);
  expect(here('unlabelled, United States: 0 takes')).toBeTruthy();
  expect(here('unlabelled, Russia: 1 take')).toBeTruthy();
});

it('follows the vocabulary', async () => {
  show();
  await act(async () =>
    workspaceStore.set(workspaceOf([], { settings: { ...settings, lenses: ['Kremlin', 'Left'] } })),
  );
  await pass(500);
  expect(figures().some((line) => line.startsWith('Left'))).toBe(true);
});

it('goes to the first take behind a figure', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: /^Gulf \/ Arab, Qatar: 1 take/ }));
  expect(placeStore.get().reveal).toEqual({
    slug: 'talks',
    at: { offset: session.document.brief.takes[1]?.outlet.from },
  });
});

it('counts takes of one source as one voice', () => {
  show(SMALL.replace('https://aljazeera.com/b', 'https://cnn.com/a'));
  expect(screen.getByText('2 takes, 1 voice')).toBeTruthy();
  const group = screen.getByText('2 takes share one source').closest('details');
  if (!group) throw new Error('The takes are in no group');
  group.open = true;
  fireEvent.click(within(group).getByText('Al Jazeera'));
  expect(placeStore.get().reveal?.at).toEqual({
    offset: session.document.brief.takes[1]?.outlet.from,
  });
});

it('says so where there is no take yet', () => {
  show('# A title\n');
  expect(screen.getByText('No takes yet')).toBeTruthy();
});
