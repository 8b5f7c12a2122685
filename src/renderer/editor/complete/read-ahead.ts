import type { Knowledge } from '../../../core/workspace/knowledge';
import { entityUses, namesWereRead, workspaceStore } from '../../app/contract';
import { knowledgeStore } from '../session/knowledge';
import { entityMatcher, readBriefs, readUses, toldUses } from './suggest';

/** So many names at a time: a fraction of a millisecond. */
const STEP = 50;
/** A key that comes meanwhile waits for no longer (milliseconds). */
const SLICE_MS = 3;

/**
 * Reads the names of the registry and of the briefs, and how much entities are used, while nothing
 * else is to be done, so that no key of a completion need wait for a hundred thousand of them.
 * @returns the end of it
 */
export function readAhead(): () => void {
  let waiting: (() => void) | null = null;
  let steps = 0;
  const read = (moment: IdleDeadline): void => {
    waiting = null;
    const knowledge = knowledgeStore.get();
    if (!knowledge) return;
    const until = performance.now() + SLICE_MS;
    for (; performance.now() < until; steps++) {
      if (!readMore(knowledge)) continue;
      namesWereRead(steps * STEP);
      steps = 0;
      return;
    }
    // The moment goes on where no key and no frame has ended it.
    if (moment.timeRemaining() > SLICE_MS) {
      const task = setTimeout(() => read(moment));
      waiting = () => clearTimeout(task);
    } else follow();
  };
  const follow = (): void => {
    if (waiting) return;
    const moment = requestIdleCallback(read);
    waiting = () => cancelIdleCallback(moment);
  };
  follow();
  // The workspace's as well: it tells when all of it has been read.
  const ends = [knowledgeStore, toldUses, workspaceStore].map((one) => one.subscribe(follow));
  return () => {
    for (const end of ends) end();
    waiting?.();
  };
}

/** True when all is read. */
function readMore(knowledge: Knowledge): boolean {
  const entities = entityMatcher(knowledge);
  if (!entities.read(STEP)) return false;
  const phase = workspaceStore.get()?.index.phase;
  // What is still being read comes with other names, and other uses, in a moment.
  const isMoving = phase === 'reading' || phase === 'checking';
  if (!isMoving && !readBriefs(knowledge, STEP)) return false;
  const uses = phase === 'ready' ? entityUses() : toldUses.get();
  if (!entities.read(STEP, uses)) return false;
  readUses.set(entities, uses);
  return true;
}
