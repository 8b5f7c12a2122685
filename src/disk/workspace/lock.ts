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
});
type Holder = v.InferOutput<typeof HOLDER>;

/** How often a holder shows that it lives, and after how long without that another host gives it up. */
const BEAT_MS = 30_000;
const SILENT_MS = 4 * BEAT_MS;

export type LockResult =
  | { readonly kind: 'held'; readonly lock: Lock }
  /** `reason`: why the workspace can only be read, as a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

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

export async function takeLock(disk: Disk, root: string): Promise<LockResult> {
  try {
    const path = join(await makePrivateFolder(disk, root), 'lock');
    return await takeAt(disk, path, 2);
  } catch (error) {
    const met = problemOf(error, 'The workspace', 'written');
    if (!met) throw error;
    return { kind: 'refused', reason: `${met.message} Until then its briefs can only be read.` };
  }
}

/** True where a process that lives may write to the workspace; nothing is written to find out. */
export async function isLocked(disk: Disk, root: string): Promise<boolean> {
  const path = join(root, PRIVATE_FOLDER, 'lock');
  if (!(await disk.facts(path))) return false;
  return !(await isStale(disk, path, await readHolder(path)));
}

async function takeAt(disk: Disk, path: string, tries: number): Promise<LockResult> {
  const token = randomBytes(8).toString('hex');
  const holder: Holder = { pid: process.pid, host: hostname(), started: Date.now(), token };
  if (await create(path, JSON.stringify(holder))) {
    return { kind: 'held', lock: new Lock(path, token) };
  }
  const other = await readHolder(path);
  if (tries > 0 && (await isStale(disk, path, other))) {
    await setAside(path);
    return takeAt(disk, path, tries - 1);
  }
  const where = other && other.host !== hostname() ? ` on ${other.host}` : '';
  return {
    kind: 'refused',
    reason: `This workspace is open in another Briefwright${where}, so it can only be read here. Close it there to write here.`,
  };
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

/** A rename decides which of two processes clears a stale lock. */
async function setAside(path: string): Promise<void> {
  const aside = `${path}-${randomBytes(4).toString('hex')}`;
  try {
    await fs.rename(path, aside);
    await fs.rm(aside, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await fs.utimes(path, now, now).catch(() => undefined);
}
