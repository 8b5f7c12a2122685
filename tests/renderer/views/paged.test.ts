// @vitest-environment happy-dom
import '../shell/page';
import { expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/bridge/types';
import { Paged } from '../../../src/renderer/views/paged';

interface Page {
  readonly total: number;
  readonly items: readonly string[];
}

/** Questions as they were put, each to be answered when the test says so. */
function setUp() {
  const put: { query: string; offset: number; answer: (answer: Answer<Page>) => void }[] = [];
  const paged = new Paged<string, Page, string>({
    size: 2,
    ask: (query, offset) =>
      new Promise((answer) => {
        put.push({ query, offset, answer });
      }),
    itemsOf: (page) => page.items,
  });
  const answer = async (at: number, items: readonly string[], total = 9) => {
    put[at]?.answer({ kind: 'answer', answer: { total, items } });
    await vi.waitFor(() => expect(put[at]).toBeDefined());
    await Promise.resolve();
    await Promise.resolve();
  };
  const shown = () =>
    [...paged.state.get().items.entries()].sort(([a], [b]) => a - b).map(([, text]) => text);
  return { paged, put, answer, shown };
}

it('asks for the page of what is in sight, once', async () => {
  const { paged, put, answer, shown } = setUp();
  paged.ask('q');
  await answer(0, ['a', 'b']);
  paged.see(1);
  paged.see(4);
  paged.see(5);
  expect(put.map(({ offset }) => offset)).toEqual([0, 4]);
  await answer(1, ['e', 'f']);
  expect(shown()).toEqual(['a', 'b', 'e', 'f']);
});

it('drops the answer to an earlier question, and keeps what was shown until the new one comes', async () => {
  const { paged, answer, shown } = setUp();
  paged.ask('old');
  await answer(0, ['a']);
  paged.ask('late');
  paged.ask('new');
  expect(shown()).toEqual(['a']);
  await answer(1, ['late']);
  expect(shown()).toEqual(['a']);
  expect(paged.state.get().pending).toBe(true);
  await answer(2, ['new']);
  expect(shown()).toEqual(['new']);
  expect(paged.state.get().pending).toBe(false);
});

it('asks again for what was in sight, and shows it all at once', async () => {
  const { paged, put, answer, shown } = setUp();
  paged.ask('q');
  await answer(0, ['a', 'b']);
  paged.see(2);
  await answer(1, ['c', 'd']);
  paged.refresh();
  expect(put.slice(2).map(({ offset }) => offset)).toEqual([2, 0]);
  await answer(2, ['C', 'D']);
  expect(shown()).toEqual(['a', 'b', 'c', 'd']);
  await answer(3, ['A', 'B']);
  expect(shown()).toEqual(['A', 'B', 'C', 'D']);
});

it('lets an answer come though the workspace changes all the time', async () => {
  const { paged, put, answer, shown } = setUp();
  paged.ask('q');
  paged.refresh();
  paged.refresh();
  await answer(0, ['a']);
  expect(shown()).toEqual(['a']);
  expect(put).toHaveLength(2);
  await answer(1, ['A']);
  expect(shown()).toEqual(['A']);
});

it('keeps what is shown when a question fails, and says why', async () => {
  const { paged, put, answer, shown } = setUp();
  paged.ask('q');
  await answer(0, ['a']);
  paged.refresh();
  put[1]?.answer({ kind: 'problem', problem: { code: 'io', message: 'No answer.' } });
  await vi.waitFor(() => expect(paged.state.get().problem?.message).toBe('No answer.'));
  expect(shown()).toEqual(['a']);
});

it('waits for a pause in typing', () => {
  vi.useFakeTimers();
  const { paged, put } = setUp();
  paged.ask('w', 80);
  paged.ask('wo', 80);
  expect(put).toHaveLength(0);
  vi.advanceTimersByTime(80);
  expect(put.map(({ query }) => query)).toEqual(['wo']);
  vi.useRealTimers();
});
