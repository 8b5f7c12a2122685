import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atOnce, inSlices } from '../../../src/renderer/app/slices';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function* work(steps: number): Generator<void, string> {
  for (let step = 0; step < steps; step++) yield;
  return `${steps} steps`;
}

it('does a little at once', () => {
  const done = vi.fn();
  inSlices(work(0), done);
  expect(done).toHaveBeenCalledWith('0 steps');
});

it('lets others go between the slices of much, and ends when it is told to', () => {
  // Each step takes a millisecond.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const done = vi.fn();
  inSlices(work(40), done);
  expect(done).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(done).toHaveBeenCalledExactlyOnceWith('40 steps');
  const dropped = vi.fn();
  inSlices(work(40), dropped)();
  vi.runAllTimers();
  expect(dropped).not.toHaveBeenCalled();
  clock.mockRestore();
});

it('does all of it now where it is asked to', () => {
  expect(atOnce(work(40))).toBe('40 steps');
});
