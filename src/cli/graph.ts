import type { WorkspaceIndex } from '../core/graph/workspace-index';
import { Keeper } from '../disk/engine/keeper';
import { surroundingsOf } from '../disk/engine/surroundings';
import type { Io } from './io';
import { registriesOf } from './workspace';

/** So many briefs are read between two words of progress. */
const STEP = 500;

/** The graph of a whole workspace, with what was kept of it. */
export async function loadGraph(io: Io, root: string): Promise<WorkspaceIndex> {
  const surroundings = surroundingsOf(await registriesOf(root));
  const keeper = new Keeper(root, surroundings, { read: true, write: false });
  let step = 0;
  for (const _ of keeper.open()) {
    if (step++ % STEP === 0)
      io.progress(`Reading ${keeper.state.done} of ${keeper.state.total} briefs`);
  }
  io.progress('');
  return keeper.index;
}
