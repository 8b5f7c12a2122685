// @vitest-environment happy-dom
import { asked, tell } from './page';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { enabledStore, runCommand, useCommand } from '../../../src/renderer/app/commands';
import { addCloseGuard } from '../../../src/renderer/app/close-guard';
import { listenToKeys } from '../../../src/renderer/app/keys';
import { start } from '../../../src/renderer/app/session';
import { App } from '../../../src/renderer/shell/App';
import { Dialog } from '../../../src/renderer/ui/Dialog';

afterEach(cleanup);

function Saver(props: { readonly run: () => void; readonly enabled?: boolean }) {
  useCommand('brief.save', props.run, props.enabled);
  return null;
}

const pressSave = () =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 's',
      code: 'KeyS',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    }),
  );

it('gives a command to the part mounted last, and back', () => {
  const [outer, inner] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Saver key="outer" run={outer} />);
  rerender(
    <>
      <Saver key="outer" run={outer} />
      <Saver key="inner" run={inner} />
    </>,
  );
  runCommand('brief.save');
  expect(inner).toHaveBeenCalledOnce();
  cleanup();
  expect(runCommand('brief.save')).toBe(false);
});

it('tells which commands can run', async () => {
  const { rerender } = render(<Saver run={() => {}} enabled={false} />);
  await act(async () => {});
  expect(enabledStore.get().has('brief.save')).toBe(false);
  rerender(<Saver run={() => {}} />);
  await act(async () => {});
  expect(enabledStore.get().has('brief.save')).toBe(true);
});

it('runs once for a key that both the page and the menu saw', async () => {
  const stop = listenToKeys();
  await start();
  const run = vi.fn();
  render(<Saver run={run} />);
  expect(pressSave()).toBe(false);
  tell('command', 'brief.save');
  expect(run).toHaveBeenCalledOnce();
  tell('command', 'brief.save');
  expect(run).toHaveBeenCalledTimes(2);
  stop();
});

it('runs nothing under a dialog', () => {
  const stop = listenToKeys();
  const run = vi.fn();
  render(
    <>
      <Saver run={run} />
      <Dialog open title="Ask" onClose={() => {}}>
        Really?
      </Dialog>
    </>,
  );
  tell('command', 'brief.save');
  expect(run).not.toHaveBeenCalled();
  stop();
});

it('leaves the window open where a guard says so', async () => {
  const remove = addCloseGuard(async () => false);
  tell('close-requested', null);
  await vi.waitFor(() => expect(asked.closeAnswer).toHaveBeenLastCalledWith(false));
  remove();
  tell('close-requested', null);
  await vi.waitFor(() => expect(asked.closeAnswer).toHaveBeenLastCalledWith(true));
});

it('zooms while a dialog is open, too', () => {
  const stop = listenToKeys();
  render(
    <>
      <App onDrawn={() => {}} />
      <Dialog open title="Any" onClose={() => {}}>
        <p>Text</p>
      </Dialog>
    </>,
  );
  const press = (key: string, code: string) =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true }),
    );
  press('=', 'Equal');
  press('-', 'Minus');
  press('0', 'Digit0');
  expect(asked.zoom.mock.calls.flat()).toEqual(['in', 'out', 'reset']);
  stop();
});
