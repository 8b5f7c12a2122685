import { setImmediate } from 'node:timers/promises';

/** How long work may hold the process before others get their turn. */
const SLICE_MS = 12;

/** Does work for each item in order, in slices, so that windows and calls are served in between. */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  afterSlice: () => void = () => undefined,
): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    afterSlice();
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
  afterSlice();
}
