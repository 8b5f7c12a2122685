import { join } from 'node:path';
import type { FileProblem, Problem } from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import { addTally, type StoredFinding, type Tally } from '../../core/graph/findings';
import type { BriefRecord } from '../../core/graph/record';
import type { Knowledge } from '../../core/workspace/knowledge';
import { realDisk } from '../files/disk';
import { badName } from '../workspace/bad-name';
import { BRIEFS_FOLDER } from '../workspace/find';
import { Registries } from '../workspace/registries';
import { cacheKeyOf, type Surroundings } from './around';
import { cacheOf, type KeptColumns, recordsIn } from './cache/cache';
import { FindingsReader } from './cache/findings';
import { storeCache } from './cache/store';
import { BriefFiles } from './files';
import { Keeper } from './keeper';
import { Published } from './published';
import { surroundingsOf } from './surroundings';
import { type Helper, helperAt } from './sweep/helper';
import { joinSwept } from './sweep/join';
import { settle } from './sweep/settle';
import { Share } from './sweep/share';
import { knowledgeBefore, sweep, type Swept, type Task } from './sweep/sweep';

export interface CheckOptions {
  /** Whether what was found is kept for the next time, and read where it still holds. */
  readonly cache: boolean;
  /** Whether the records of the briefs are asked for. */
  readonly records?: boolean;
  /** The built `half.ts`: another thread then takes its share of many briefs. */
  readonly helper?: string | URL;
  /** Told now and then how many briefs are done, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

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

/** So many briefs are done between two words of progress. */
const STEP = 500;
/** A cache that lacks so few briefs is not written anew: they are quicker read again. */
const FEW = 50;
/** So many briefs are worth a second thread. */
const MANY = 1_000;

/**
 * Checks all briefs of a workspace, on the thread that calls and perhaps a second.
 * @param root the real path of the workspace
 */
export async function checkWorkspace(root: string, options: CheckOptions): Promise<Checked> {
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const around = surroundingsOf(registries);
  const start: Start = { root, around, problems: registries.problems };
  const kept = options.cache ? fromCache(start, options) : null;
  return kept ?? anew(start, options);
}

interface Start {
  readonly root: string;
  readonly around: Surroundings;
  readonly problems: readonly FileProblem[];
}

/** What was kept, with what has changed since; null where it does not hold. */
function fromCache({ root, around, problems }: Start, { progress }: CheckOptions): Checked | null {
  const keeper = new Keeper(root, around, { read: true, write: true });
  const tell = () => progress?.(keeper.state.done, keeper.state.total);
  if (!run(keeper.openKept(), tell)) return null;
  keeper.save(FEW);
  const unread = new Map<string, Problem>();
  for (const slug of keeper.slugs) {
    const problem = keeper.fileState(slug)?.problem;
    if (problem) unread.set(slug, problem);
  }
  return {
    root,
    problems,
    unread,
    slugs: keeper.slugs.filter((slug) => !unread.has(slug)),
    knowledge: keeper.index,
    findings: (slug) => keeper.index.restored(slug)?.findings ?? keeper.index.findings(slug),
    tally: (slug, into) => {
      const restored = keeper.index.restored(slug);
      if (restored) restored.tally(into);
      else addTally(keeper.index.findings(slug), into);
    },
    text: (slug) => keeper.index.text(slug),
    records: () => keeper.index.records(),
  };
}

/** Reads and checks everything. */
async function anew({ root, around, problems }: Start, options: CheckOptions): Promise<Checked> {
  const { cache, records = false, helper, progress } = options;
  const files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
  const names = files.list();
  const published = new Published(root);
  run(published.read(around.settings, () => false));
  const slugs = names.filter(isSlug);
  const key = cache ? cacheKeyOf(around) : null;
  const keep = key !== null || records;
  const task: Task = { around, slugs, published: published.records.map(slugOf), keep };
  const second = helper !== undefined && slugs.length >= MANY ? helperAt(helper, root, task) : null;
  const before = knowledgeBefore(task);
  const swept = await sweepAll(task, files, before, second, progress);
  const settled = settle(task, published.records, files, before, swept);
  if (key && swept.kept) {
    storeCache(root, cacheOf(key, Date.now(), swept.kept, settled.findings, published.kept));
  }
  const unread = new Map(swept.unread);
  for (const name of names) if (!isSlug(name)) unread.set(name, badName(`${name}.md`));
  const places = new Map(settled.places.map((place, at) => [slugs[place] ?? '', at]));
  const reader = new FindingsReader(settled.findings);
  return {
    root,
    problems,
    unread: new Map([...unread].sort(([a], [b]) => (a < b ? -1 : 1))),
    slugs: slugs.filter((slug) => !unread.has(slug)),
    knowledge: settled.knowledge,
    findings: (slug) => reader.of(places.get(slug) ?? -1),
    tally: (slug, into) => reader.tally(places.get(slug) ?? -1, into),
    text: (slug) => files.readText(slug).text,
    records: () => allRecords(swept.kept, published.records),
  };
}

/** The share of this thread and, where there is one, of the other. */
async function sweepAll(
  task: Task,
  files: BriefFiles,
  before: ReturnType<typeof knowledgeBefore>,
  second: Helper | null,
  progress: CheckOptions['progress'],
): Promise<Swept> {
  const share = second?.share ?? new Share(task.slugs.length);
  const tell = () => progress?.(share.taken, task.slugs.length);
  const own = run(sweep(task, files, before, share), tell);
  if (!second) return own;
  const other = await second.done;
  return other ? joinSwept(own, other) : run(sweep(task, files, before, new Share(share.length)));
}

/** Does all steps of long work, with a word now and then. */
function run<T>(work: Generator<void, T>, tell?: () => void): T {
  for (let done = 0; ; done++) {
    const step = work.next();
    if (step.done) return step.value;
    if (done % STEP === 0) tell?.();
  }
}

/** Those of the workspace shadow the published ones. */
function* allRecords(
  kept: KeptColumns | null,
  published: readonly BriefRecord[],
): Generator<BriefRecord> {
  if (!kept) throw new Error('The records were not asked for');
  const own = new Set(kept.slugs);
  yield* recordsIn(kept);
  for (const record of published) if (!own.has(record.slug)) yield record;
}

const slugOf = ({ slug }: { readonly slug: string }): string => slug;
