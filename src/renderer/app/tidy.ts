import { bridge } from './bridge';
import { createStore } from './store';
import { workspaceStore } from './workspace';

/** So long nobody has done anything (milliseconds): the end of a collection takes about a frame. */
const REST_MS = 1_000;
/** The first leaves pages half empty, which the second gives back. */
const TIMES = 2;
/** After fewer names there is little to give back. */
const MANY_NAMES = 10_000;
const DEEDS = ['keydown', 'pointerdown', 'wheel', 'input'] as const;

const namesRead = createStore(0);

/** So many names were read, one after the other. */
export function namesWereRead(count: number): void {
  if (count >= MANY_NAMES) namesRead.update((times) => times + 1);
}

/**
 * Gives back, after each workspace was read and after many names were, what starting and reading
 * have left behind in the page: V8 itself waits for more to come. It marks in steps of less than a
 * millisecond.
 * @returns the end of it
 */
export function tidyOnceRead(): () => void {
  let read = '';
  let left = 0;
  let timer: number | undefined;
  const tidy = () => {
    requestIdleCallback(() => bridge.tidyMemory());
    left--;
    if (left > 0) wait();
    else stop();
  };
  const wait = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(tidy, REST_MS);
  };
  const stop = () => {
    window.clearTimeout(timer);
    timer = undefined;
    for (const deed of DEEDS) window.removeEventListener(deed, wait, true);
  };
  const follow = () => {
    const { id = '', index } = workspaceStore.get() ?? {};
    if (index?.phase !== 'ready') return stop();
    if (id !== read) left = TIMES;
    read = id;
    if (left === 0 || timer !== undefined) return;
    for (const deed of DEEDS) window.addEventListener(deed, wait, { capture: true, passive: true });
    wait();
  };
  const again = () => {
    read = '';
    follow();
  };
  const ends = [workspaceStore.subscribe(follow), namesRead.subscribe(again)];
  return () => {
    for (const end of ends) end();
    stop();
  };
}
