import { basename, join } from 'node:path';
import type { Changed } from '../../bridge/types';
import type { FileChange } from '../../core/plan/index';
import type { Disk } from '../files/disk';
import { readIfThere, sweepTemporary } from '../files/durable';
import { insideOf } from '../files/paths';
import { refuse } from '../files/problem';
import { decode, encode, hashOf } from '../files/text';
import { BRIEFS_FOLDER } from '../workspace/find';
import { makePrivateFolder, PRIVATE_FOLDER } from '../workspace/private';
import {
  type ChangeRecord,
  keepRecord,
  type Origin,
  prepareRecord,
  readOldBytes,
  readRecord,
  sweepRecords,
  type Undoable,
  type Way,
} from './records';
import { TRASH, trashFile } from './trash';
import { isUnderway, recover, removeIfThere, writeAll, type Writing } from './transaction';

/** Before a record's id where a change is being taken back: what is kept does it again. */
const REDO = 'redo ';

const journalOf = (root: string) => join(root, PRIVATE_FOLDER, 'change.json');

/**
 * Puts right what a crash has cut short: a change is undone, or found done. Whoever opens a
 * workspace to write calls it, with the lock held, before the briefs are read.
 *
 * @param root the real path of the workspace
 */
export async function recoverChanges(disk: Disk, root: string): Promise<void> {
  await recover(disk, journalOf(root), ({ place }) => conclude(disk, root, place));
  await sweepTemporary(disk, join(root, PRIVATE_FOLDER));
  await sweepRecords(disk, root);
}

/** True where a change is half done: cut short by a crash, or being written at this moment. */
export async function isHalfDone(disk: Disk, root: string): Promise<boolean> {
  return isUnderway(disk, journalOf(root));
}

/** What would be taken back, and what done again, as sentences without a full stop; null for nothing. */
export async function stepsOf(
  disk: Disk,
  root: string,
): Promise<{ readonly undoable: string | null; readonly redoable: string | null }> {
  const undo = await readRecord(disk, root, 'undo');
  const redo = await readRecord(disk, root, 'redo');
  return { undoable: undo?.title ?? null, redoable: redo?.title ?? null };
}

/** A change that is about to be taken back, or done again. */
export interface Step {
  /** What it writes, relative to the workspace. */
  readonly files: readonly string[];
  /** A file of it as it is, and as it would be; null where it is not there. */
  readonly texts: (file: string) => { readonly now: string | null; readonly next: string | null };
  readonly origin: Origin | null;
}

/** Throws what speaks against a step whose files are all as they were left. */
export type Allow = (step: Step) => Promise<void>;
const ALLOWED: Allow = async () => undefined;

/**
 * Carries out a planned change, all or nothing, and keeps what takes it back as one step.
 *
 * @param title what it does, as a sentence without a full stop
 * @param origin what it was planned from, for who allows it to be done again
 * @throws ProblemError where a file is not what was planned with; or what failed, after everything
 * was put back
 */
export async function runChange(
  disk: Disk,
  root: string,
  title: string,
  changes: readonly FileChange[],
  origin: Origin | null = null,
): Promise<Changed> {
  if (changes.length === 0) return { files: 0, moved: [] };
  await recoverChanges(disk, root);
  const undoables: Undoable[] = [];
  for (const change of changes) undoables.push(...(await undoablesOf(disk, root, change)));
  await makePrivateFolder(disk, root);
  return write(disk, root, 'undo', { title, count: changes.length, origin }, undoables);
}

/**
 * Takes the last change back, all or nothing, and keeps what does it again.
 *
 * @returns null where there is nothing to take back
 * @throws ProblemError where a file was changed since
 */
export async function undoChange(
  disk: Disk,
  root: string,
  allow: Allow = ALLOWED,
): Promise<Changed | null> {
  return goBack(disk, root, 'undo', allow);
}

/** Does the change again that was taken back last; else as `undoChange`. */
export async function redoChange(
  disk: Disk,
  root: string,
  allow: Allow = ALLOWED,
): Promise<Changed | null> {
  return goBack(disk, root, 'redo', allow);
}

async function goBack(disk: Disk, root: string, way: Way, allow: Allow): Promise<Changed | null> {
  await recoverChanges(disk, root);
  const record = await readRecord(disk, root, way);
  const old = record && (await readOldBytes(disk, root, record));
  if (!record || !old) return null;
  const undoables: Undoable[] = [];
  for (const [index] of record.files.entries()) {
    undoables.push(await backTo(disk, root, way, record, index, old[index] ?? null));
  }
  await allow(stepOf(record, undoables));
  const done = await write(disk, root, way === 'undo' ? 'redo' : 'undo', record, undoables);
  for (const file of record.trashed) {
    await removeIfThere(disk, await insideOf(disk, root, file)).catch(() => undefined);
  }
  return done;
}

function stepOf({ origin }: ChangeRecord, undoables: readonly Undoable[]): Step {
  const files = new Map(undoables.map((one) => [one.writing.path, one]));
  const text = (file: string, bytes: Buffer | null | undefined) =>
    bytes ? decode(bytes, file).text : null;
  const texts = (file: string) => {
    const found = files.get(file);
    return { now: text(file, found?.old), next: text(file, found?.writing.bytes) };
  };
  return { files: [...files.keys()], texts, origin };
}

/** A file of a record as it was, with what makes it again what it is. */
async function backTo(
  disk: Disk,
  root: string,
  way: Way,
  { files }: ChangeRecord,
  index: number,
  bytes: Buffer | null,
): Promise<Undoable> {
  const { file, hash, heir } = files[index] as ChangeRecord['files'][number];
  const target = await insideOf(disk, root, file);
  const now = await readIfThere(disk, target);
  if ((now && hashOf(now)) !== hash) changedSince(file, way);
  const like = heir === null ? target : await insideOf(disk, root, heir);
  const writing = { path: file, target, bytes, before: hash, like };
  if (bytes) return { writing, old: now, heir: null };
  await isNoLink(disk, root, file);
  const origin = files.find((other) => other.heir === file)?.file;
  return { writing, old: now, heir: origin ?? (way === 'redo' ? copyOf(file) : null) };
}

/** Writes all or nothing, keeping a record that goes the given way. */
async function write(
  disk: Disk,
  root: string,
  way: Way,
  { title, count, origin }: Pick<ChangeRecord, 'title' | 'count' | 'origin'>,
  undoables: readonly Undoable[],
): Promise<Changed> {
  const trash = trashOf(root, undoables);
  const trashed = trash.map(({ path }) => path);
  const id = await prepareRecord(disk, root, { title, count, trashed, origin }, undoables);
  const place = way === 'redo' ? REDO + id : id;
  const writings = [...trash, ...undoables.map(({ writing }) => writing)];
  try {
    await writeAll(disk, journalOf(root), place, writings, () => conclude(disk, root, place));
  } catch (error) {
    await sweepRecords(disk, root).catch(() => undefined);
    throw error;
  }
  return { files: count, moved: undoables.flatMap(movedBrief) };
}

async function conclude(disk: Disk, root: string, place: string): Promise<void> {
  if (place.startsWith(REDO)) await keepRecord(disk, root, place.slice(REDO.length), 'redo');
  else await keepRecord(disk, root, place, 'undo');
}

function movedBrief({ writing: { path, bytes }, heir }: Undoable): Changed['moved'] {
  const slug = slugOfFile(path);
  return slug === null || bytes ? [] : [{ slug, to: heir === null ? null : slugOfFile(heir) }];
}

function slugOfFile(file: string): string | null {
  return file.startsWith(`${BRIEFS_FOLDER}/`) ? basename(file, '.md') : null;
}

/** What a change of a file comes to: a renamed one goes and comes. */
async function undoablesOf(
  disk: Disk,
  root: string,
  { file, to, before, after }: FileChange,
): Promise<Undoable[]> {
  const target = await insideOf(disk, root, file);
  const old = await readIfThere(disk, target);
  const now = old && decode(old, file);
  if ((now?.text ?? null) !== before) changedMeanwhile(file);
  const bytes = after === null ? null : encode({ ...(now ?? PLAIN), text: after }, to ?? file);
  const hash = old && hashOf(old);
  if (to === file) {
    return [{ writing: { path: file, target, bytes, before: hash }, old, heir: null }];
  }
  await isNoLink(disk, root, file);
  const heir = to ?? copyOf(file);
  const gone = { writing: { path: file, target, bytes: null, before: hash }, old, heir };
  if (to === null || bytes === null) return [gone];
  const place = await insideOf(disk, root, to);
  if (await disk.facts(place)) refuse('exists', `${to} is there already. Choose another name.`);
  const come = { path: to, target: place, bytes, before: null, like: target };
  return [{ writing: come, old: null, heir: null }, gone];
}

const PLAIN = { eol: 'lf', bom: false } as const;

/** Where a copy of a file goes that is deleted; null for one that is no brief. */
function copyOf(file: string): string | null {
  const slug = slugOfFile(file);
  return slug && trashFile(slug);
}

/** The copies of deleted briefs, for when the next change has taken the place of this one. */
function trashOf(root: string, undoables: readonly Undoable[]): Writing[] {
  return undoables.flatMap(({ writing: { target }, old, heir }) =>
    heir?.startsWith(`${TRASH}/`)
      ? [{ path: heir, target: join(root, heir), bytes: old, before: null, like: target }]
      : [],
  );
}

/** A link that is renamed by its target would lead nowhere. */
async function isNoLink(disk: Disk, root: string, file: string): Promise<void> {
  if ((await disk.facts(join(root, file)))?.kind === 'link') {
    refuse('exists', `${file} is a link to another file. Rename or delete it by hand.`);
  }
}

function changedSince(file: string, way: Way): never {
  return refuse(
    'exists',
    way === 'undo'
      ? `${file} was changed since, so nothing was undone. Mend it by hand.`
      : `${file} was changed since, so nothing was done again. Plan the change anew.`,
  );
}

function changedMeanwhile(file: string): never {
  return refuse('exists', `${file} was changed since the plan was made. Look at the plan again.`);
}
