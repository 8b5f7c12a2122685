import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Disk } from '../files/disk';
import { namesIn, readIfThere, writeDurable } from '../files/durable';
import { hashOf } from '../files/text';
import { PRIVATE_FOLDER } from '../workspace/private';
import { removeIfThere, type Writing } from './transaction';

const FILE = v.object({
  /** Relative to the workspace. */
  file: v.string(),
  /** Where its old bytes stand in the file of bytes; null where it was not there. */
  old: v.nullable(v.object({ at: v.number(), length: v.number() })),
  /** SHA-256 of what the change left there; null where it went. */
  hash: v.nullable(v.string()),
  /** Where its bytes went, whose mode it has when it comes back; relative to the workspace. */
  heir: v.nullable(v.string()),
});

/** What a change was planned from. */
const ORIGIN = v.object({
  /** The request, for who planned it to read. */
  request: v.unknown(),
  /** All files of the plan, those too that were left out; relative to the workspace. */
  files: v.array(v.string()),
});
export type Origin = v.InferOutput<typeof ORIGIN>;

const RECORD = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  /** What the change did, as a sentence without a full stop. */
  title: v.string(),
  /** How many files it was about; one that was renamed is one. */
  count: v.number(),
  files: v.array(FILE),
  /** Copies of deleted files in the trash, relative to the workspace; not needed once they are back. */
  trashed: v.array(v.string()),
  origin: v.optional(v.nullable(ORIGIN), null),
});

/** A change that was carried out, with what takes it back; or one taken back, with what does it again. */
export type ChangeRecord = v.InferOutput<typeof RECORD>;

/** Which way a kept change can go; each way has at most one. */
export type Way = 'undo' | 'redo';

/** What is written, with what was there before. */
export interface Undoable {
  readonly writing: Writing;
  readonly old: Buffer | null;
  /** Where the bytes of a file that goes are then; relative to the workspace. */
  readonly heir: string | null;
}

const OWN = /^undo-([0-9a-f-]{36})\.(?:json|bytes)$/;
const OTHER: Readonly<Record<Way, Way>> = { undo: 'redo', redo: 'undo' };

const inPrivate = (root: string, name: string) => join(root, PRIVATE_FOLDER, name);
const keptFile = (root: string, way: Way) => inPrivate(root, `${way}.json`);
const recordFile = (root: string, id: string) => inPrivate(root, `undo-${id}.json`);
const bytesFile = (root: string, id: string) => inPrivate(root, `undo-${id}.bytes`);

/** Writes what would take back what is about to be done; it counts once `keepRecord` says so. @returns its id */
export async function prepareRecord(
  disk: Disk,
  root: string,
  about: Omit<ChangeRecord, 'id' | 'files'>,
  changes: readonly Undoable[],
): Promise<string> {
  const id = randomUUID();
  let at = 0;
  const files = changes.map(({ writing: { path, bytes }, old, heir }) => {
    const place = old && { at, length: old.length };
    at += old?.length ?? 0;
    return { file: path, old: place, hash: bytes && hashOf(bytes), heir };
  });
  const record: ChangeRecord = { id, ...about, files };
  const bytes = Buffer.concat(changes.flatMap(({ old }) => old ?? []));
  await writeDurable(disk, bytesFile(root, id), bytes);
  await writeDurable(disk, recordFile(root, id), Buffer.from(JSON.stringify(record), 'utf8'));
  return id;
}

/** Makes a prepared record the one that counts, and the only one; may be done again. */
export async function keepRecord(disk: Disk, root: string, id: string, way: Way): Promise<void> {
  const prepared = recordFile(root, id);
  if (await disk.facts(prepared)) {
    await disk.rename(prepared, keptFile(root, way));
    await disk.syncFolder(inPrivate(root, ''));
  }
  await removeIfThere(disk, keptFile(root, OTHER[way]));
  await sweepRecords(disk, root);
}

/** Removes records that don't count; only while no change is under way. */
export async function sweepRecords(disk: Disk, root: string): Promise<void> {
  const kept = await Promise.all([readRecord(disk, root, 'undo'), readRecord(disk, root, 'redo')]);
  for (const name of await namesIn(disk, inPrivate(root, ''))) {
    const found = OWN.exec(name)?.[1];
    if (found === undefined) continue;
    if (name.endsWith('.json') || kept.every((record) => record?.id !== found)) {
      await removeIfThere(disk, inPrivate(root, name));
    }
  }
}

/** The record that counts; null where there is none that can be read. */
export async function readRecord(disk: Disk, root: string, way: Way): Promise<ChangeRecord | null> {
  const bytes = await readIfThere(disk, keptFile(root, way));
  if (!bytes) return null;
  try {
    return v.parse(RECORD, JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** The old bytes of all files of a record; null where they are gone. */
export async function readOldBytes(
  disk: Disk,
  root: string,
  { id, files }: ChangeRecord,
): Promise<readonly (Buffer | null)[] | null> {
  const bytes = await readIfThere(disk, bytesFile(root, id));
  const length = files.reduce((sum, { old }) => sum + (old?.length ?? 0), 0);
  if (bytes?.length !== length) return null;
  return files.map(({ old }) => old && bytes.subarray(old.at, old.at + old.length));
}
