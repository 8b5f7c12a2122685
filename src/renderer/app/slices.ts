/** A key that comes meanwhile waits for no longer (milliseconds). */
const SLICE_MS = 4;

/**
 * Does work in slices, between which keys and frames are met; the first at once.
 * @param done called with what the work gives
 * @returns the end of it
 */
export function inSlices<T>(work: Generator<void, T>, done: (value: T) => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const until = performance.now() + SLICE_MS;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) done(step.value);
    else task = setTimeout(slice);
  };
  slice();
  return () => clearTimeout(task);
}

/** Does all of the work now. */
export function atOnce<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
