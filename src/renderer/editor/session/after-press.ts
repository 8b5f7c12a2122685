let pressed = false;
let waiting: (() => void)[] = [];

/**
 * Runs something at once, or after the click when a pointer is down: what leaves a field by a
 * press on a button must not move that button from under the pointer.
 */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}

/** Follows the pointer of the window. @returns how to stop */
export function watchPresses(target: Window): () => void {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const ended = () => {
    pressed = false;
    const runs = waiting;
    waiting = [];
    // The click comes after the pointer's release, in a step of its own.
    if (runs.length > 0) target.setTimeout(() => runs.forEach((run) => run()));
  };
  target.addEventListener('pointerdown', () => (pressed = true), options);
  target.addEventListener('pointerup', ended, options);
  target.addEventListener('pointercancel', ended, options);
  target.addEventListener('dragend', ended, options);
  return () => stop.abort();
}
