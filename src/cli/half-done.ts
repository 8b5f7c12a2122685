import { isHalfDone } from '../disk/change/change';
import { realDisk } from '../disk/files/disk';
import { isLocked } from '../disk/workspace/lock';
import type { Io } from './io';

/** What only reads leaves a change that was cut short as it is, and says so before it reads. */
export async function tellHalfDone(io: Io, root: string): Promise<void> {
  if (!(await isHalfDone(realDisk, root))) return;
  if (await isLocked(realDisk, root)) {
    io.error(
      'briefwright: another Briefwright is changing files here at this moment, and some may be read before, some after it. Run this again.\n',
    );
  } else {
    io.error(
      'briefwright: a change to many files was cut short, so some may be half changed. Open the workspace in Briefwright, or run a command that writes (rename --write, check --fix), to put it back.\n',
    );
  }
}
