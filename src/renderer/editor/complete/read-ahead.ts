import { knowledgeStore } from '../session/knowledge';
import { entityMatcher } from './suggest';

/** So many names at a time: less than a millisecond. */
const STEP = 200;
/** A key that comes meanwhile waits for no more than these. */
const STEPS = 8;

/**
 * Reads the names of the registry while nothing else is to be done, so that the first `@` need not
 * wait for a hundred thousand of them.
 * @returns the end of it
 */
export function readAhead(): () => void {
  let waiting = 0;
  const read = (moment: IdleDeadline): void => {
    waiting = 0;
    const knowledge = knowledgeStore.get();
    if (!knowledge) return;
    const matcher = entityMatcher(knowledge);
    for (let step = 0; step < STEPS && moment.timeRemaining() > 1; step++) {
      if (matcher.read(STEP)) return;
    }
    follow();
  };
  const follow = (): void => {
    if (waiting === 0) waiting = requestIdleCallback(read);
  };
  follow();
  const end = knowledgeStore.subscribe(follow);
  return () => {
    end();
    cancelIdleCallback(waiting);
  };
}
