// @vitest-environment happy-dom
import './page';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { dialogStore } from '../../../src/renderer/app/dialogs';
import { holdKeys } from '../../../src/renderer/shell/hold-keys';

afterEach(cleanup);

/** What came through to what lies under a dialog. */
function brief() {
  const typed: string[] = [];
  const onKey = ({ key }: KeyboardEvent) => void typed.push(key);
  document.body.addEventListener('keydown', onKey);
  return { typed, forget: () => document.body.removeEventListener('keydown', onKey) };
}

const press = (init: KeyboardEventInit) => fireEvent.keyDown(document.body, init);

it('what is typed while a dialog is loaded goes into it, and not into the brief', () => {
  const { typed, forget } = brief();
  const inserted = vi.fn();
  Object.assign(document, { execCommand: inserted });
  const stop = holdKeys();
  for (const key of ['r', 'e', 'Enter', 'b', 'F2']) press({ key });
  press({ key: 's', ctrlKey: true });
  const { container } = render(
    <div className="ui-dialog">
      <input />
    </div>,
  );
  container.querySelector('input')?.focus();
  expect(inserted).toHaveBeenCalledExactlyOnceWith('insertText', false, 'reb');
  expect(typed).toEqual([]);
  press({ key: 'x' });
  expect(typed).toEqual(['x']);
  stop();
  forget();
});

it('lets go by Escape, and where the dialog does not come', () => {
  const { typed, forget } = brief();
  const stop = holdKeys();
  dialogStore.set({ kind: 'about' });
  press({ key: 'Escape' });
  expect(dialogStore.get()).toBeNull();
  stop();
  press({ key: 'x' });
  expect(typed).toEqual(['x']);
  forget();
});
