import { promises as fs } from 'node:fs';

/** A file that is being written. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Gives it the permissions and, where that is allowed, the owner of the file it will replace. */
  become(facts: Facts): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Facts {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly modified: number;
}

/**
 * The file operations that durable writing is made of. Each rejects with Node's error, except that
 * `facts` and `target` answer null for what is not there.
 */
export interface Disk {
  read(path: string): Promise<Buffer>;
  /** Makes a file, which must not exist. */
  create(path: string): Promise<OpenFile>;
  /** Facts of the path itself; a link is not followed. */
  facts(path: string): Promise<Facts | null>;
  /** The real path after all links. */
  target(path: string): Promise<string | null>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file; rejects where the name is taken. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  /** Makes a folder, whose parent must exist; false where it was there. */
  makeFolder(path: string): Promise<boolean>;
  syncFolder(path: string): Promise<void>;
}

export const realDisk: Disk = {
  read: (path) => fs.readFile(path),
  create: async (path) => openFile(await fs.open(path, 'wx', 0o666)),
  facts: (path) => nullIfMissing(async () => factsOf(await fs.lstat(path))),
  target: (path) => nullIfMissing(() => fs.realpath(path)),
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  remove: (path) => fs.unlink(path),
  removeFolder: (path) => fs.rmdir(path),
  list: (path) => fs.readdir(path),
  makeFolder: async (path) => {
    try {
      await fs.mkdir(path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST' && (await fs.stat(path)).isDirectory()) return false;
      throw error;
    }
  },
  syncFolder: async (path) => {
    // Windows keeps folders in order by itself and can't open them.
    if (process.platform === 'win32') return;
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

function openFile(handle: fs.FileHandle): OpenFile {
  return {
    write: (bytes) => handle.writeFile(bytes),
    become: async (facts) => {
      const now = await handle.stat();
      if (now.uid !== facts.uid || now.gid !== facts.gid) {
        await handle.chown(facts.uid, facts.gid).catch(() => undefined);
      }
      await handle.chmod(facts.mode & 0o7777);
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

type Stats = Awaited<ReturnType<typeof fs.lstat>>;

function factsOf(stats: Stats): Facts {
  return {
    kind: kindOf(stats),
    mode: Number(stats.mode),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    size: Number(stats.size),
    modified: Number(stats.mtimeMs),
  };
}

function kindOf(stats: Stats): Facts['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}

async function nullIfMissing<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The code of a Node error, such as `ENOSPC`; undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

export function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
