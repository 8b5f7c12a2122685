import { setTimeout as pause } from 'node:timers/promises';
import { isHalfDone, recoverChanges } from '../disk/change/change';
import { realDisk } from '../disk/files/disk';
import { type Lock, takeLock } from '../disk/workspace/lock';
import { cannot } from './command';
import type { Io } from './io';

/** So long another command is waited for (milliseconds), as where a script runs several at once. */
const PATIENCE = 10_000;
const LOOK_AGAIN = 40;

/**
 * Does what writes to a workspace, with its lock held and once what a crash has cut short in it was
 * put back. @throws CannotRun where a program that stays has the workspace open
 */
export async function holding<T>(io: Io, root: string, work: () => Promise<T>): Promise<T> {
  return locked(root, 'lock', async () => {
    const isCutShort = await isHalfDone(realDisk, root);
    await recoverChanges(realDisk, root);
    if (isCutShort) io.error('briefwright: a change that was cut short was put back first.\n');
    return work();
  });
}

/** Does what only one command at a time may do. */
export async function locked<T>(root: string, name: string, work: () => Promise<T>): Promise<T> {
  const lock = await waitFor(root, name);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function waitFor(root: string, name: string): Promise<Lock> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const taken = await takeLock(realDisk, root, { name, isPassing: true });
    if (taken.kind === 'held') return taken.lock;
    if (!taken.isPassing || Date.now() > end) cannot(taken.reason);
    await pause(LOOK_AGAIN);
  }
}
