import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Disk, errorCode } from '../files/disk';
import { problemOf } from '../files/problem';
import { makePrivateFolder, PRIVATE_FOLDER } from './private';

const HOLDER = v.object({
  pid: v.number(),
  host: v.string(),
  started: v.number(),
  token: v.string(),
  /** A command that soon ends, and not a program that keeps the workspace open. */
  isPassing: v.optional(v.boolean()),
});
type Holder = v.InferOutput<typeof HOLDER>;

/** How often a holder shows that it lives, and after how long without that another host gives it up. */
const BEAT_MS = 30_000;
const SILENT_MS = 4 * BEAT_MS;

export type LockResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  /**
   * `reason`: why the workspace can only be read, as a sentence. `isPassing`: it is a matter of
   * moments, because a command holds the lock.
   */
  | { readonly kind: 'refused'; readonly reason: string; readonly isPassing: boolean };

export interface LockOptions {
  /** Told to others: this lock is held for one command only. */
  readonly isPassing?: boolean;
  /** The file of the lock: what may go on beside the work on the briefs has one of its own. */
  readonly name?: string;
}

/** One process writes to a workspace at a time. */
export class Lock {
  readonly #beat: NodeJS.Timeout;

  constructor(
    readonly path: string,
    readonly token: string,
  ) {
    this.#beat = setInterval(() => void touch(path), BEAT_MS);
    this.#beat.unref();
  }

  /** Gives it up, unless another process has taken it over meanwhile. */
  async release(): Promise<void> {
    clearInterval(this.#beat);
    if ((await readHolder(this.path))?.token !== this.token) return;
    await fs.rm(this.path, { force: true });
  }
}

export async function takeLock(
  disk: Disk,
  root: string,
  { name = 'lock', isPassing = false }: LockOptions = {},
): Promise<LockResult> {
  try {
    const path = join(await makePrivateFolder(disk, root), name);
    return await takeAt(disk, path, isPassing, 4);
  } catch (error) {
    const met = problemOf(error, 'The workspace', 'written');
    if (!met) throw error;
    const reason = `${met.message} Until then its briefs can only be read.`;
    return { kind: 'refused', reason, isPassing: false };
  }
}

/** True where a process that lives may write to the workspace; nothing is written to find out. */
export async function isLocked(disk: Disk, root: string): Promise<boolean> {
  const path = join(root, PRIVATE_FOLDER, 'lock');
  if (!(await disk.facts(path))) return false;
  return !(await isStale(disk, path, await readHolder(path)));
}

async function takeAt(
  disk: Disk,
  path: string,
  isPassing: boolean,
  tries: number,
): Promise<LockResult> {
  const token = randomBytes(8).toString('hex');
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    started: Date.now(),
    token,
    ...(isPassing ? { isPassing } : {}),
  };
  if (await create(path, JSON.stringify(holder))) {
    return { kind: 'held', lock: new Lock(path, token) };
  }
  const other = await readHolder(path);
  const isGone = (await disk.facts(path)) === null;
  if (tries > 0 && (isGone || (await isStale(disk, path, other)))) {
    if (!isGone) await setAside(path, other);
    return takeAt(disk, path, isPassing, tries - 1);
  }
  return refusedBy(other, isGone);
}

function refusedBy(other: Holder | null, isGone: boolean): LockResult {
  if (isGone || other === null || other.isPassing) {
    const reason =
      'A command is writing to this workspace at this moment. Try again when it has ended.';
    return { kind: 'refused', reason, isPassing: true };
  }
  const where = other.host === hostname() ? '' : ` on ${other.host}`;
  const reason = `This workspace is open in another Briefwright${where}, so it can only be read here. Close it there to write here.`;
  return { kind: 'refused', reason, isPassing: false };
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await fs.writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const text = await fs.readFile(path, 'utf8');
    return v.parse(HOLDER, JSON.parse(text));
  } catch {
    return null;
  }
}

async function isStale(disk: Disk, path: string, holder: Holder | null): Promise<boolean> {
  const facts = await disk.facts(path);
  if (!facts) return true;
  const silent = Date.now() - facts.modified > SILENT_MS;
  if (!holder || holder.host !== hostname()) return silent;
  const bootedAt = Date.now() - uptime() * 1000;
  return holder.started < bootedAt || !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * A rename decides which of two processes clears a stale lock; the one that comes late may have
 * taken what another has made since, and puts that back.
 */
async function setAside(path: string, stale: Holder | null): Promise<void> {
  const aside = `${path}-${randomBytes(4).toString('hex')}`;
  try {
    await fs.rename(path, aside);
    if ((await readHolder(aside))?.token !== stale?.token) {
      await fs.link(aside, path).catch(() => undefined);
    }
    await fs.rm(aside, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await fs.utimes(path, now, now).catch(() => undefined);
}
