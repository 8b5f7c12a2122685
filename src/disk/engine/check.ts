import type { FileProblem, Problem } from '../../bridge/types';
import type { StoredFinding } from '../../core/graph/findings';
import type { Settings } from '../../core/workspace/workspace';
import { realDisk } from '../files/disk';
import { Registries } from '../workspace/registries';
import { helperAt } from './helper';
import { Keeper } from './keeper';
import { surroundingsOf } from './surroundings';

export interface CheckOptions {
  /** Whether what was found is kept for the next time, and read where it still holds. */
  readonly cache: boolean;
  /** The built `half.ts`: another thread then takes its share of many briefs. */
  readonly helper?: string | URL;
  /** Told now and then how many briefs are done, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

/** What is found in a workspace. */
export interface Checked {
  readonly settings: Settings;
  /** What is wrong with the files of settings and registries. */
  readonly problems: readonly FileProblem[];
  /** Briefs that can't be read, by file name without `.md`. */
  readonly unread: ReadonlyMap<string, Problem>;
  /** By slug, in their order; an empty list where nothing is found. */
  readonly findings: ReadonlyMap<string, readonly StoredFinding[]>;
}

/** So many briefs are done between two words of progress. */
const STEP = 500;
/** A cache that lacks so few briefs is not written anew: they are quicker read again. */
const FEW = 50;

/**
 * Checks all briefs of a workspace, on the thread that calls and perhaps a second.
 * @param root the real path of the workspace
 */
export async function checkWorkspace(root: string, options: CheckOptions): Promise<Checked> {
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const { cache, helper, progress } = options;
  const keeper = new Keeper(root, surroundingsOf(registries), { read: cache, write: cache });
  let step = 0;
  for (const waiting of keeper.open(helper === undefined ? null : helperAt(helper))) {
    if (waiting) await waiting;
    if (progress && step++ % STEP === 0) tell(keeper, progress);
  }
  keeper.save(FEW);
  return { settings: keeper.settings, problems: registries.problems, ...foundBy(keeper) };
}

function tell(keeper: Keeper, progress: (done: number, total: number) => void): void {
  const { done, total } = keeper.state;
  progress(done, total);
}

function foundBy(keeper: Keeper): Pick<Checked, 'unread' | 'findings'> {
  const unread = new Map<string, Problem>();
  const findings = new Map<string, readonly StoredFinding[]>();
  for (const slug of keeper.slugs) {
    const problem = keeper.fileState(slug)?.problem;
    if (problem) unread.set(slug, problem);
    else findings.set(slug, keeper.index.findings(slug));
  }
  return { unread, findings };
}
