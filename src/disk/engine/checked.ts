import type { FileProblem, Problem } from '../../bridge/types';
import type { StoredFinding, Tally } from '../../core/graph/findings';
import type { BriefRecord } from '../../core/graph/record';
import type { Knowledge } from '../../core/workspace/knowledge';
import type { Surroundings } from './around';

/** What a check starts from. */
export interface CheckStart {
  /** The real path of the workspace. */
  readonly root: string;
  readonly around: Surroundings;
  /** What is wrong with the files of settings and registries. */
  readonly problems: readonly FileProblem[];
}

/** Told now and then how many briefs are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** What is found in a workspace. */
export interface Checked {
  readonly root: string;
  /** What is wrong with the files of settings and registries. */
  readonly problems: readonly FileProblem[];
  /** Briefs that can't be read, by file name without `.md`. */
  readonly unread: ReadonlyMap<string, Problem>;
  /** Of the briefs that can, in their order. */
  readonly slugs: readonly string[];
  /** What the briefs were checked with. */
  readonly knowledge: Knowledge;
  /** What is found in a brief; made each time it is asked for, as there may be very many. */
  readonly findings: (slug: string) => readonly StoredFinding[];
  /** Adds how many there are in a brief, without making them where that is possible. */
  readonly tally: (slug: string, into: Tally) => void;
  /** The text of a brief; null where it can't be read. */
  readonly text: (slug: string) => string | null;
  /** The records of the briefs, if they were asked for. */
  readonly records: () => Iterable<BriefRecord>;
}
