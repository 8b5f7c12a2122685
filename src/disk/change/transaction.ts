import { dirname } from 'node:path';
import * as v from 'valibot';
import { type Disk, type Facts, isMissing } from '../files/disk';
import {
  makeFolders,
  readIfThere,
  temporaryBeside,
  writeAndSync,
  writeDurable,
} from '../files/durable';
import { refuse } from '../files/problem';
import { hashOf } from '../files/text';
import { type Step, UNDERWAY, type Underway } from './steps';

/** A file to be written, or to go. */
export interface Writing {
  /** As shown: relative to the export folder or the workspace. */
  readonly path: string;
  /** Its real path. */
  readonly target: string;
  /** Null where the file goes. */
  readonly bytes: Buffer | null;
  /** Hash of what must stand there now; null where nothing may. */
  readonly before: string | null;
  /** Real path of the file whose mode and owner a new one takes. */
  readonly like?: string;
}

/** What follows once every file is in its place; after a crash it may be done again. */
export type Conclude = (underway: Underway) => Promise<void>;

const NOTHING: Conclude = async () => undefined;

/**
 * Writes all files or none. What is to be done is written to `journal` first, so that after a crash
 * `recover` puts everything back, or finds everything done.
 * @throws what failed, after everything was put back
 */
export async function writeAll(
  disk: Disk,
  journal: string,
  place: string,
  writings: readonly Writing[],
  conclude: Conclude = NOTHING,
): Promise<Underway> {
  const underway = await plan(disk, place, writings);
  await keep(disk, journal, underway);
  try {
    await prepare(disk, underway, writings);
    await commit(disk, underway, writings);
  } catch (error) {
    await putBack(disk, journal, underway);
    throw error;
  }
  await markComplete(disk, journal, underway);
  // All is in place: what is left to do is done now or at the next start.
  await finish(disk, journal, underway, conclude).catch(() => undefined);
  return underway;
}

/**
 * From here on the export is done. A mark that failed half-way may still stand on the disk, and
 * then nothing may be put back any more.
 */
async function markComplete(disk: Disk, journal: string, underway: Underway): Promise<void> {
  try {
    await keep(disk, journal, { ...underway, complete: true });
  } catch (error) {
    const marked = await readUnderway(disk, journal);
    if (marked?.complete) return;
    await putBack(disk, journal, underway);
    throw error;
  }
}

/** Ends what a crash has cut short. @returns what turned out complete, or null */
export async function recover(
  disk: Disk,
  journal: string,
  conclude: Conclude = NOTHING,
): Promise<Underway | null> {
  const underway = await readUnderway(disk, journal);
  if (!underway) return null;
  if (!underway.complete) {
    await putBack(disk, journal, underway);
    return null;
  }
  await finish(disk, journal, underway, conclude);
  return underway;
}

/** True where what is noted has begun and is not complete. */
export async function isUnderway(disk: Disk, journal: string): Promise<boolean> {
  return (await readUnderway(disk, journal))?.complete === false;
}

async function finish(
  disk: Disk,
  journal: string,
  underway: Underway,
  conclude: Conclude,
): Promise<void> {
  await conclude(underway);
  await clear(disk, journal, underway);
}

async function readUnderway(disk: Disk, journal: string): Promise<Underway | null> {
  const bytes = await readIfThere(disk, journal);
  const read = bytes && v.safeParse(UNDERWAY, parse(bytes));
  return read?.success ? read.output : null;
}

async function plan(disk: Disk, place: string, writings: readonly Writing[]): Promise<Underway> {
  const folders = new Set<string>();
  for (const { target } of writings) {
    for (const folder of await missingFolders(disk, dirname(target))) folders.add(folder);
  }
  const steps = writings.map(
    ({ target, bytes, before }): Step => ({
      target,
      temporary: bytes && temporaryBeside(target),
      backup: before === null ? null : temporaryBeside(target),
      hash: bytes && hashOf(bytes),
    }),
  );
  const paths = writings.map(({ path }) => path);
  return { place, paths, steps, folders: [...folders], complete: false };
}

async function missingFolders(disk: Disk, folder: string): Promise<string[]> {
  if (await disk.facts(folder)) return [];
  return [...(await missingFolders(disk, dirname(folder))), folder];
}

/** So many files are prepared at once: each waits for the disk several times. */
const AT_ONCE = 16;

/** Writes the new files beside their places and keeps each old one under a second name. */
async function prepare(
  disk: Disk,
  { steps }: Underway,
  writings: readonly Writing[],
): Promise<void> {
  for (const folder of new Set(writings.map(({ target }) => dirname(target)))) {
    await makeFolders(disk, folder);
  }
  for (let at = 0; at < writings.length; at += AT_ONCE) {
    const some = writings.slice(at, at + AT_ONCE);
    const done = await Promise.allSettled(
      some.map((writing, index) => prepareOne(disk, steps[at + index] as Step, writing)),
    );
    // All have ended: nothing is written any more while everything is put back.
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }
  await syncFolders(disk, steps);
}

async function prepareOne(
  disk: Disk,
  { backup, temporary }: Step,
  { target, bytes, before, path, like }: Writing,
): Promise<void> {
  const facts = await disk.facts(like ?? target);
  const old = await readIfThere(disk, target);
  if ((old && hashOf(old)) !== before) changedMeanwhile(path);
  if (backup && old) await keepOld(disk, target, backup, old, facts);
  if (temporary && bytes) await writeAndSync(disk, temporary, bytes, facts);
}

/** A second name costs nothing; where the disk knows none, a copy is made. */
async function keepOld(
  disk: Disk,
  target: string,
  backup: string,
  old: Buffer,
  facts: Facts | null,
): Promise<void> {
  try {
    await disk.link(target, backup);
  } catch {
    await writeAndSync(disk, backup, old, facts);
  }
}

async function commit(
  disk: Disk,
  { steps }: Underway,
  writings: readonly Writing[],
): Promise<void> {
  for (const [index, { target, before, path }] of writings.entries()) {
    const { temporary } = steps[index] as Step;
    const old = await readIfThere(disk, target);
    if ((old && hashOf(old)) !== before) changedMeanwhile(path);
    if (temporary === null) await disk.remove(target);
    else await disk.rename(temporary, target);
  }
  await syncFolders(disk, steps);
  for (const { target, hash } of steps) {
    const now = await readIfThere(disk, target);
    if ((now && hashOf(now)) !== hash) refuse('io', `${target} reads back otherwise.`);
  }
}

async function syncFolders(disk: Disk, steps: readonly Step[]): Promise<void> {
  for (const folder of new Set(steps.map(({ target }) => dirname(target)))) {
    await disk.syncFolder(folder);
  }
}

function changedMeanwhile(path: string): never {
  return refuse(
    'exists',
    `${path} was changed by another program since the plan was made, so nothing was written. Look at the plan again.`,
  );
}

/** Brings back what was there before. It may be cut short and done again. */
async function putBack(disk: Disk, journal: string, underway: Underway): Promise<void> {
  for (const { target, temporary, backup, hash } of underway.steps) {
    const now = await readIfThere(disk, target);
    const isOurs = (now && hashOf(now)) === hash;
    const saved = backup === null ? null : await disk.facts(backup);
    if (backup !== null && saved && isOurs) await disk.rename(backup, target);
    else if (backup !== null) await removeIfThere(disk, backup);
    else if (isOurs) await disk.remove(target);
    if (temporary !== null) await removeIfThere(disk, temporary);
  }
  for (const folder of underway.folders.toReversed()) {
    await disk.removeFolder(folder).catch(() => undefined);
  }
  await removeIfThere(disk, journal);
}

async function clear(disk: Disk, journal: string, { steps }: Underway): Promise<void> {
  for (const { temporary, backup } of steps) {
    if (backup !== null) await removeIfThere(disk, backup);
    if (temporary !== null) await removeIfThere(disk, temporary);
  }
  await removeIfThere(disk, journal);
}

export async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function keep(disk: Disk, journal: string, underway: Underway): Promise<void> {
  await makeFolders(disk, dirname(journal));
  await writeDurable(disk, journal, Buffer.from(JSON.stringify(underway), 'utf8'), {});
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
