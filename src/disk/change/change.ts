import { basename, join } from 'node:path';
import type { FileChange } from '../../core/plan/index';
import type { Disk } from '../files/disk';
import { readIfThere, sweepTemporary } from '../files/durable';
import { insideOf } from '../files/paths';
import { refuse } from '../files/problem';
import { decode, encode, hashOf } from '../files/text';
import { BRIEFS_FOLDER } from '../workspace/find';
import { makePrivateFolder, PRIVATE_FOLDER } from '../workspace/private';
import { recover, removeIfThere, writeAll, type Writing } from './transaction';
import {
  dropUndo,
  keepUndo,
  prepareUndo,
  readOldBytes,
  readUndo,
  sweepUndo,
  type Undoable,
} from './undo';

/** Stands in for a record's id where a change is being taken back. */
const TAKEN_BACK = 'undo';

const TRASH = `${PRIVATE_FOLDER}/trash`;

const journalOf = (root: string) => join(root, PRIVATE_FOLDER, 'change.json');

/**
 * Puts right what a crash has cut short: a change is undone, or found done. Whoever opens a
 * workspace to write calls it, with the lock held, before the briefs are read.
 *
 * @param root the real path of the workspace
 * @returns what the next `undoChange` would take back, as `undoableOf` says it
 */
export async function recoverChanges(disk: Disk, root: string): Promise<string | null> {
  await recover(disk, journalOf(root), ({ place }) => conclude(disk, root, place));
  await sweepTemporary(disk, join(root, PRIVATE_FOLDER));
  await sweepUndo(disk, root);
  return undoableOf(disk, root);
}

/** What the next `undoChange` would take back, as a sentence without a full stop; null for nothing. */
export async function undoableOf(disk: Disk, root: string): Promise<string | null> {
  return (await readUndo(disk, root))?.title ?? null;
}

/**
 * Carries out a planned change, all or nothing, and keeps what takes it back as one step.
 *
 * @param title what it does, as a sentence without a full stop
 * @returns how many files were changed
 * @throws ProblemError where a file is not what was planned with; or what failed, after everything
 * was put back
 */
export async function runChange(
  disk: Disk,
  root: string,
  title: string,
  changes: readonly FileChange[],
): Promise<number> {
  if (changes.length === 0) return 0;
  await recoverChanges(disk, root);
  const undoables: Undoable[] = [];
  for (const change of changes) undoables.push(...(await undoablesOf(disk, root, change)));
  await makePrivateFolder(disk, root);
  const trash = trashOf(root, undoables);
  const trashed = trash.map(({ path }) => path);
  const id = await prepareUndo(disk, root, { title, count: changes.length, trashed }, undoables);
  try {
    await write(disk, root, id, [...trash, ...undoables.map(({ writing }) => writing)]);
  } catch (error) {
    await sweepUndo(disk, root).catch(() => undefined);
    throw error;
  }
  return changes.length;
}

/**
 * Takes the last change back, all or nothing.
 *
 * @returns how many files came back; null where there is nothing to take back
 * @throws ProblemError where a file was changed since
 */
export async function undoChange(disk: Disk, root: string): Promise<number | null> {
  await recoverChanges(disk, root);
  const record = await readUndo(disk, root);
  const old = record && (await readOldBytes(disk, root, record));
  if (!record || !old) return null;
  const writings: Writing[] = [];
  for (const [index, { file, hash, heir }] of record.files.entries()) {
    const target = await insideOf(disk, root, file);
    const now = await readIfThere(disk, target);
    if ((now && hashOf(now)) !== hash) {
      refuse('exists', `${file} was changed since, so nothing was undone. Mend it by hand.`);
    }
    const like = heir === null ? target : await insideOf(disk, root, heir);
    writings.push({ path: file, target, bytes: old[index] ?? null, before: hash, like });
  }
  await write(disk, root, TAKEN_BACK, writings);
  for (const file of record.trashed) {
    await removeIfThere(disk, await insideOf(disk, root, file)).catch(() => undefined);
  }
  return record.count;
}

async function write(
  disk: Disk,
  root: string,
  place: string,
  writings: readonly Writing[],
): Promise<void> {
  await writeAll(disk, journalOf(root), place, writings, () => conclude(disk, root, place));
}

async function conclude(disk: Disk, root: string, place: string): Promise<void> {
  if (place === TAKEN_BACK) await dropUndo(disk, root);
  else await keepUndo(disk, root, place);
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
  const heir = to ?? trashFile(file);
  const gone = { writing: { path: file, target, bytes: null, before: hash }, old, heir };
  if (to === null || bytes === null) return [gone];
  const place = await insideOf(disk, root, to);
  if (await disk.facts(place)) refuse('exists', `${to} is there already. Choose another name.`);
  const come = { path: to, target: place, bytes, before: null, like: target };
  return [{ writing: come, old: null, heir: null }, gone];
}

const PLAIN = { eol: 'lf', bom: false } as const;

/** Where a copy of a brief goes that is deleted; null for a file that is no brief. */
function trashFile(file: string): string | null {
  if (!file.startsWith(`${BRIEFS_FOLDER}/`)) return null;
  return `${TRASH}/${basename(file, '.md')}-${Date.now()}.md`;
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

function changedMeanwhile(file: string): never {
  return refuse('exists', `${file} was changed since the plan was made. Look at the plan again.`);
}
