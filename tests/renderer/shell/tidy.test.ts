// @vitest-environment happy-dom
import { row, tidyMemory, workspaceOf } from './page';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tidyOnceRead } from '../../../src/renderer/app/tidy';
import { workspaceStore } from '../../../src/renderer/app/workspace';

const rows = Array.from({ length: 1_000 }, (_, at) => row(`brief-${at}`));
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

it('gives memory back once many briefs are read, and once only', () => {
  workspaceStore.set(reading);
  vi.runAllTimers();
  expect(tidyMemory).not.toHaveBeenCalled();
  workspaceStore.set(workspaceOf(rows));
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledOnce();
  workspaceStore.set(workspaceOf(rows, { undoable: 'Undo' }));
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledOnce();
});

it('waits until nobody types', () => {
  workspaceStore.set(workspaceOf(rows));
  for (let key = 0; key < 5; key++) {
    vi.advanceTimersByTime(700);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  }
  expect(tidyMemory).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(tidyMemory).toHaveBeenCalledOnce();
});

it('leaves a small workspace alone, and one that was left', () => {
  workspaceStore.set(workspaceOf(rows.slice(1)));
  vi.runAllTimers();
  workspaceStore.set(workspaceOf(rows));
  workspaceStore.set(null);
  vi.runAllTimers();
  expect(tidyMemory).not.toHaveBeenCalled();
});
