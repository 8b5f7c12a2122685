import { writeSync } from 'node:fs';
import { recoverChanges, redoChange, runChange, undoChange } from '../../../src/disk/change/change';
import { type Disk, realDisk } from '../../../src/disk/files/disk';
import { CHANGES, TITLE } from './texts';

const [root = '', what, last = ''] = process.argv.slice(2);
let count = 0;

/** The real disk, which tells of each operation before it is done; at the last one it waits to be killed. */
const told = new Proxy(realDisk, {
  get: (disk, name: keyof Disk) => {
    const work = disk[name] as (...args: readonly unknown[]) => Promise<unknown>;
    return async (...args: readonly unknown[]) => {
      writeSync(1, `${name}\n`);
      if (++count === Number(last)) await new Promise(() => setInterval(() => undefined, 1000));
      return work(...args);
    };
  },
});

if (what === 'undo') await undoChange(told, root);
else if (what === 'redo') await redoChange(told, root);
else if (what === 'recover') await recoverChanges(told, root);
else await runChange(told, root, TITLE, CHANGES);
