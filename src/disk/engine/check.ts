import { join } from 'node:path';
import type { Problem } from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import { counting } from '../../core/graph/findings';
import type { BriefRecord } from '../../core/graph/record';
import { realDisk } from '../files/disk';
import { badName } from '../workspace/bad-name';
import { BRIEFS_FOLDER } from '../workspace/find';
import { Registries } from '../workspace/registries';
import { cacheKeyOf } from './around';
import { cacheOf, type KeptColumns, recordsIn } from './cache/cache';
import { FindingsReader, IN_TURN } from './cache/findings';
import { storeCache } from './cache/store';
import type { Checked, CheckStart, Progress } from './checked';
import { BriefFiles } from './files';
import { Keeper } from './keeper';
import { checkByKept, FEW_CHANGED } from './kept-check';
import { Published } from './published';
import { surroundingsOf } from './surroundings';
import { type Helper, helperAt } from './sweep/helper';
import { joinSwept } from './sweep/join';
import { settle } from './sweep/settle';
import { Share } from './sweep/share';
import { knowledgeBefore, sweep, type Swept, type Task } from './sweep/sweep';
import { atOnce } from './turns';

export interface CheckOptions {
  /** Whether what was found is kept for the next time, and read where it still holds. */
  readonly cache: boolean;
  /** Whether the records of the briefs are asked for. */
  readonly records?: boolean;
  /** The built `half.ts`: another thread then takes its share of many briefs. */
  readonly helper?: string | URL;
  readonly progress?: Progress;
}

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
  const start = { root, around, problems: registries.problems };
  const { cache, records } = options;
  const kept = cache && !records ? checkByKept(start, options.progress) : null;
  return kept ?? (cache ? fromCache(start, options) : null) ?? anew(start, options);
}

/** What was kept, with what has changed since; null where it does not hold. */
function fromCache(
  { root, around, problems }: CheckStart,
  { progress }: CheckOptions,
): Checked | null {
  const keeper = new Keeper(root, around, { read: true, write: true });
  const tell = () => progress?.(keeper.state.done, keeper.state.total);
  if (!atOnce(keeper.openKept(), tell)) return null;
  keeper.save(FEW_CHANGED);
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
    findings: (slug) => keeper.index.findings(slug),
    tally: (slug, into) => keeper.index.eachFinding(slug, counting(into)),
    text: (slug) => keeper.index.text(slug),
    records: () => keeper.index.records(),
  };
}

/** Reads and checks everything. */
async function anew(
  { root, around, problems }: CheckStart,
  options: CheckOptions,
): Promise<Checked> {
  const { cache, records = false, helper, progress } = options;
  const files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
  const names = files.list();
  const published = new Published(root);
  atOnce(published.read(around.settings, () => false));
  const slugs = names.filter(isSlug);
  const key = cache ? cacheKeyOf(around) : null;
  const keep = key !== null || records;
  const task: Task = { around, slugs, published: published.records.map(slugOf), keep };
  const isHelped = helper !== undefined && slugs.length >= MANY;
  const second = isHelped ? await helperAt(helper, root, task) : null;
  const before = knowledgeBefore(task);
  const swept = await sweepAll(task, files, before, second, progress);
  const settled = settle(task, published.records, files, before, swept);
  if (key && swept.kept) {
    storeCache(root, cacheOf(key, Date.now(), swept.kept, settled.findings, published.kept));
  }
  const unread = new Map(swept.unread);
  for (const name of names) if (!isSlug(name)) unread.set(name, badName(`${name}.md`));
  const places = new Map(settled.places.map((place, at) => [slugs[place] ?? '', at]));
  const reader = new FindingsReader(settled.findings, IN_TURN);
  return {
    root,
    problems,
    unread: new Map([...unread].sort(([a], [b]) => (a < b ? -1 : 1))),
    slugs: slugs.filter((slug) => !unread.has(slug)),
    knowledge: settled.knowledge,
    findings: (slug) => reader.of(places.get(slug) ?? -1),
    tally: (slug, into) => reader.each(places.get(slug) ?? -1, counting(into)),
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
  const own = atOnce(sweep(task, files, before, share), tell);
  if (!second) return own;
  const other = await second.done;
  return other
    ? joinSwept(own, other)
    : atOnce(sweep(task, files, before, new Share(share.length)));
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
