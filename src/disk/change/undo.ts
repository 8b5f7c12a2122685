import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Disk, isMissing } from '../files/disk';
import { readIfThere, writeDurable } from '../files/durable';
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
const RECORD = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  /** What the change did, as a sentence without a full stop. */
  title: v.string(),
  /** How many files it was about; one that was renamed is one. */
  count: v.number(),
  files: v.array(FILE),
  /** Copies of deleted files in the trash, relative to the workspace; not needed once they are back. */
  trashed: v.array(v.string()),
});

/** The last change, with what takes it back. */
export type UndoRecord = v.InferOutput<typeof RECORD>;

/** What was there before a change, with what the change left. */
export interface Undoable {
  readonly writing: Writing;
  readonly old: Buffer | null;
  /** Where the bytes of a file that goes are then; relative to the workspace. */
  readonly heir: string | null;
}

const UNDO = 'undo.json';
const OWN = /^undo-([0-9a-f-]{36})\.(?:json|bytes)$/;

const inPrivate = (root: string, name: string) => join(root, PRIVATE_FOLDER, name);
const recordFile = (root: string, id: string) => inPrivate(root, `undo-${id}.json`);
const bytesFile = (root: string, id: string) => inPrivate(root, `undo-${id}.bytes`);

/** Writes what would take a change back; it counts once `keepUndo` says so. @returns its id */
export async function prepareUndo(
  disk: Disk,
  root: string,
  about: Pick<UndoRecord, 'title' | 'count' | 'trashed'>,
  changes: readonly Undoable[],
): Promise<string> {
  const id = randomUUID();
  let at = 0;
  const files = changes.map(({ writing: { path, bytes }, old, heir }) => {
    const place = old && { at, length: old.length };
    at += old?.length ?? 0;
    return { file: path, old: place, hash: bytes && hashOf(bytes), heir };
  });
  const record: UndoRecord = { id, ...about, files };
  const bytes = Buffer.concat(changes.flatMap(({ old }) => old ?? []));
  await writeDurable(disk, bytesFile(root, id), bytes);
  await writeDurable(disk, recordFile(root, id), Buffer.from(JSON.stringify(record), 'utf8'));
  return id;
}

/** Makes a prepared record the one that counts; may be done again. */
export async function keepUndo(disk: Disk, root: string, id: string): Promise<void> {
  const prepared = recordFile(root, id);
  if (await disk.facts(prepared)) {
    await disk.rename(prepared, inPrivate(root, UNDO));
    await disk.syncFolder(inPrivate(root, ''));
  }
  await sweepUndo(disk, root);
}

/** From now on there is nothing to take back. */
export async function dropUndo(disk: Disk, root: string): Promise<void> {
  await removeIfThere(disk, inPrivate(root, UNDO));
  await sweepUndo(disk, root);
}

/** Removes records that don't count; only while no change is under way. */
export async function sweepUndo(disk: Disk, root: string): Promise<void> {
  const id = (await readUndo(disk, root))?.id;
  for (const name of await namesIn(disk, inPrivate(root, ''))) {
    const found = OWN.exec(name)?.[1];
    if (found !== undefined && (found !== id || name.endsWith('.json'))) {
      await removeIfThere(disk, inPrivate(root, name));
    }
  }
}

/** The record of the last change; null where there is none that can be read. */
export async function readUndo(disk: Disk, root: string): Promise<UndoRecord | null> {
  const bytes = await readIfThere(disk, inPrivate(root, UNDO));
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
  { id, files }: UndoRecord,
): Promise<readonly (Buffer | null)[] | null> {
  const bytes = await readIfThere(disk, bytesFile(root, id));
  const length = files.reduce((sum, { old }) => sum + (old?.length ?? 0), 0);
  if (bytes?.length !== length) return null;
  return files.map(({ old }) => old && bytes.subarray(old.at, old.at + old.length));
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
