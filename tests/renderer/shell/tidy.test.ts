// @vitest-environment happy-dom
import { row, tidyMemory, workspaceOf } from './page';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { namesWereRead, tidyOnceRead } from '../../../src/renderer/app/tidy';
import { workspaceStore } from '../../../src/renderer/app/workspace';

const rows = [row('small')];
const reading = workspaceOf(rows, { index: { phase: 'checking', done: 9, total: 9, version: 1 } });
let end = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  tidyMemory.mockClear();
  end = tidyOnceRead();
});
afterEach(() => {
  end();
  workspaceStore.set(null);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('gives memory back once the briefs are read, in two goes', () => {
  workspaceStore.set(reading);
  vi.runAllTimers();
  expect(tidyMemory).not.toHaveBeenCalled();
  workspaceStore.set(workspaceOf(rows));
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(2);
  workspaceStore.set(workspaceOf(rows, { undoable: 'Undo' }));
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(2);
  workspaceStore.set(workspaceOf(rows, { id: 'another' }));
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(4);
});

it('gives it back again after many names were read', () => {
  workspaceStore.set(workspaceOf(rows));
  vi.runAllTimers();
  namesWereRead(100);
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(2);
  namesWereRead(100_000);
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(4);
});

it('waits until nobody types', () => {
  workspaceStore.set(workspaceOf(rows));
  for (let key = 0; key < 5; key++) {
    vi.advanceTimersByTime(700);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  }
  expect(tidyMemory).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_100);
  expect(tidyMemory).toHaveBeenCalledOnce();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  vi.advanceTimersByTime(900);
  expect(tidyMemory).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledTimes(2);
});

it('leaves a workspace alone that was left', () => {
  workspaceStore.set(workspaceOf(rows));
  workspaceStore.set(null);
  vi.runAllTimers();
  expect(tidyMemory).not.toHaveBeenCalled();
});
