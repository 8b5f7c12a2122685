// @vitest-environment happy-dom
import { asked, row, workspaceOf } from './page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayOf } from '../../../src/core/waive/waive';
import { endOf, faultOfUntil, SPANS } from '../../../src/core/waive/until';
import type { Waiver } from '../../../src/core/waive/waiver';
import { toastQueue } from '../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { WaiveDialog } from '../../../src/renderer/shell/dialogs/Waive';

const close = vi.fn();
const place = { slug: 'one', rule: 'counts/takes', text: '3' } as const;

beforeEach(() => {
  vi.clearAllMocks();
  toastQueue.set([]);
});
afterEach(cleanup);

function open(waivers: readonly Waiver[] = [], readOnly: string | null = null): void {
  workspaceStore.set(workspaceOf([row('one')], { waivers, readOnly }));
  const message = 'The brief has 2 takes.';
  render(<WaiveDialog dialog={{ kind: 'waive', ...place, message }} onClose={close} />);
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('wants a reason and who decided, and remembers who', async () => {
  open();
  press('Waive');
  expect(screen.getByText('Say why it may stand.')).toBeTruthy();
  expect(asked.putWaiver).not.toHaveBeenCalled();
  type('Reason', ' Under embargo ');
  type('Decided by', 'Anna');
  press('1 week');
  const until = endOf(SPANS[0], new Date());
  press('Waive');
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  const waiver = { ...place, reason: 'Under embargo', by: 'Anna', until };
  expect(asked.putWaiver.mock.calls).toEqual([[waiver]]);
  expect(workspaceStore.get()?.memory['waiver-by']).toBe('Anna');
  toastQueue.get()[0]?.action?.run();
  await vi.waitFor(() => expect(asked.removeWaiver.mock.calls).toEqual([[waiver]]));
});

it('takes no day that has passed', () => {
  open();
  type('Reason', 'Under embargo');
  type('Decided by', 'Anna');
  type('Holds until', '2020-01-01');
  press('Waive');
  expect(screen.getByText('That day has passed. Choose a later one, or none.')).toBeTruthy();
  expect(asked.putWaiver).not.toHaveBeenCalled();
});

it('changes a waiver that is there, or takes it back', async () => {
  const old: Waiver = { ...place, nth: 0, reason: 'Old', by: 'Ben', until: dayOf(new Date()) };
  open([old]);
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Old');
  press('No end');
  press('Save');
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(asked.putWaiver.mock.calls).toEqual([[{ ...place, reason: 'Old', by: 'Ben' }]]);
  cleanup();
  open([old]);
  press('Take back');
  await vi.waitFor(() => expect(asked.removeWaiver.mock.calls).toEqual([[old]]));
});

it('stays open, with what was typed, where it could not be kept', async () => {
  asked.putWaiver.mockResolvedValueOnce({
    kind: 'problem',
    problem: { code: 'disk-full', message: 'The disk is full.' },
  });
  open();
  type('Reason', 'Under embargo');
  type('Decided by', 'Anna');
  press('Waive');
  await vi.waitFor(() => expect(toastQueue.get()[0]?.text).toBe('The disk is full.'));
  expect(close).not.toHaveBeenCalled();
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Under embargo');
});

it('says why nothing can be waived in a workspace that is read-only', () => {
  open([], 'Another window has it.');
  expect(screen.getByText('Another window has it.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Waive' })).toHaveProperty('disabled', true);
});

it('ends a month on its last day where it is shorter', () => {
  expect(SPANS.map((span) => endOf(span, new Date(2026, 0, 31)))).toEqual([
    '2026-02-07',
    '2026-02-28',
    '2026-04-30',
    '2027-01-31',
  ]);
  expect(faultOfUntil('', '2026-01-01')).toBeNull();
  expect(faultOfUntil('tomorrow', '2026-01-01')).toMatch(/year-month-day/);
});
