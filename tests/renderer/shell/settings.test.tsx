// @vitest-environment happy-dom
import { asked, workspaceOf } from './page';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/core/workspace/workspace';
import type { SettingsTab } from '../../../src/renderer/app/dialogs';
import { toastQueue } from '../../../src/renderer/app/toasts';
import { workspaceStore } from '../../../src/renderer/app/workspace';
import { SettingsDialog } from '../../../src/renderer/shell/dialogs/Settings';

const close = vi.fn();
const SETTINGS: Settings = {
  version: 1,
  site: 'https://example.org',
  prefix: 'ko',
  regions: ['Russia', 'Ukraine'],
  rules: { 'graph/one-way': 'off', 'take/lang': 'warning' },
};

beforeEach(() => {
  vi.clearAllMocks();
  toastQueue.set([]);
  workspaceStore.set(workspaceOf([], { settings: SETTINGS }));
  // As the main process tells of what was saved.
  asked.saveSettings.mockImplementation(async (settings) => {
    workspaceStore.update((state) => state && { ...state, settings });
    return { kind: 'done' } as const;
  });
});
afterEach(cleanup);

const show = (tab: SettingsTab) =>
  render(<SettingsDialog dialog={{ kind: 'settings', tab }} onClose={close} />);
const button = (name: string) => screen.getByRole('button', { name });
const save = async () => {
  fireEvent.click(button('Save settings'));
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
};

it('puts all rules back to their defaults at once, where any differs', async () => {
  show('rules');
  expect(button('Reset all to default')).toHaveProperty('disabled', false);
  fireEvent.click(button('Reset all to default'));
  expect(button('Reset all to default')).toHaveProperty('disabled', true);
  await save();
  expect(workspaceStore.get()?.settings.rules).toEqual({});
});

it('does not reset what is the default already', () => {
  workspaceStore.set(
    workspaceOf([], { settings: { ...SETTINGS, rules: { 'take/lang': 'warning' } } }),
  );
  show('rules');
  expect(button('Reset all to default')).toHaveProperty('disabled', true);
});

it('sets the target of the balance', async () => {
  show('balance');
  const field = () => screen.getByRole('textbox', { name: 'Ukraine' });
  fireEvent.change(field(), { target: { value: 'two' } });
  expect(screen.getByRole('alert').textContent).toContain('whole number');
  fireEvent.click(button('Save settings'));
  expect(asked.saveSettings).not.toHaveBeenCalled();
  fireEvent.change(field(), { target: { value: '2' } });
  await save();
  expect(workspaceStore.get()?.settings.balance).toEqual({ regions: { Ukraine: 2 } });
});

it('shows the fault that keeps it from saving', () => {
  show('balance');
  fireEvent.change(screen.getByRole('textbox', { name: 'Russia' }), { target: { value: 'x' } });
  fireEvent.click(screen.getByRole('tab', { name: 'Rules' }));
  fireEvent.click(button('Save settings'));
  expect(screen.getByRole('tab', { name: 'Balance' }).getAttribute('aria-selected')).toBe('true');
});

it('takes saved settings back, but not over others', async () => {
  show('rules');
  fireEvent.click(button('Reset all to default'));
  await save();
  const undo = toastQueue.get().at(-1)?.action;
  expect(undo?.label).toBe('Undo');
  undo?.run();
  await vi.waitFor(() => expect(workspaceStore.get()?.settings).toEqual(SETTINGS));
  undo?.run();
  expect(toastQueue.get().at(-1)?.text).toContain('changed since');
  expect(asked.saveSettings).toHaveBeenCalledTimes(2);
});
