import { bridge } from './bridge';
import { workspaceStore } from './workspace';

/** After fewer briefs than this there is little to give back. */
const MANY = 1_000;
/** So long nobody has done anything (milliseconds): the end of the collection takes about a frame. */
const REST_MS = 1_000;
const DEEDS = ['keydown', 'pointerdown', 'wheel', 'input'] as const;

/**
 * Gives back, once for each workspace, what reading its briefs has left behind in the page: V8
 * itself waits for more to come. It marks in steps of less than a millisecond.
 * @returns the end of it
 */
export function tidyOnceRead(): () => void {
  let tidied = '';
  let timer: number | undefined;
  const tidy = () => {
    tidied = workspaceStore.get()?.id ?? '';
    stop();
    requestIdleCallback(() => bridge.tidyMemory());
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
    const { id = '', index, briefs = [] } = workspaceStore.get() ?? {};
    if (index?.phase !== 'ready' || id === tidied || briefs.length < MANY) return stop();
    if (timer !== undefined) return;
    for (const deed of DEEDS) window.addEventListener(deed, wait, { capture: true, passive: true });
    wait();
  };
  const end = workspaceStore.subscribe(follow);
  return () => {
    end();
    stop();
  };
}
