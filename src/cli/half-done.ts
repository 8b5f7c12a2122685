import { isHalfDone, recoverChanges } from '../disk/change/change';
import { realDisk } from '../disk/files/disk';
import { isLocked, takeLock } from '../disk/workspace/lock';
import type { Io } from './io';

/**
 * Before files are read: a command that writes puts a change back that was cut short; one that only
 * reads leaves it and says so, and so does one that finds the workspace locked.
 */
export async function meetHalfDone(io: Io, root: string, writes: boolean): Promise<void> {
  if (!(await isHalfDone(realDisk, root))) return;
  if (writes && (await putBack(root))) {
    io.error('briefwright: a change that was cut short was put back first.\n');
  } else if (await isLocked(realDisk, root)) {
    io.error(
      'briefwright: another Briefwright is changing files here at this moment, and some may be read before, some after it. Run this again.\n',
    );
  } else {
    io.error(
      'briefwright: a change to many files was cut short, so some may be half changed. Open the workspace in Briefwright, or run a command that writes (rename --write, check --fix), to put it back.\n',
    );
  }
}

/** @returns false where another process may write */
async function putBack(root: string): Promise<boolean> {
  const taken = await takeLock(realDisk, root);
  if (taken.kind === 'refused') return false;
  try {
    await recoverChanges(realDisk, root);
    return true;
  } finally {
    await taken.lock.release();
  }
}
