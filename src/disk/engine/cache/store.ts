import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryBeside } from '../../files/durable';
import { PRIVATE_FOLDER } from '../../workspace/private';
import { type KeptFindings, type KeptIndex, readCache, readFindings } from './kept';
import type { ReadAt } from './sections';

const cacheFile = (root: string) => join(root, PRIVATE_FOLDER, 'index-cache');

/** The cache of a workspace; null where there is none that can be used. */
export const loadCache = (root: string): KeptIndex | null => load(root, readCache);

/** The same without the records, which are most of it. */
export const loadFindings = (root: string): KeptFindings | null => load(root, readFindings);

function load<T>(root: string, read: (at: ReadAt) => T): T | null {
  let file: number;
  try {
    file = openSync(cacheFile(root), 'r');
  } catch {
    return null;
  }
  try {
    return read(readerOf(file));
  } finally {
    closeSync(file);
  }
}

function readerOf(file: number): ReadAt {
  const { size } = fstatSync(file);
  return (from, length) => {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - from)));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  };
}

/** Keeps a cache for the next time; one that can't be kept harms nothing. */
export function storeCache(root: string, pieces: readonly Uint8Array[]): void {
  const path = cacheFile(root);
  const temporary = temporaryBeside(path);
  try {
    makePrivate(root);
    writePieces(temporary, pieces);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** In a workspace that is there: one that is gone is never made anew by accident. */
function makePrivate(root: string): void {
  const folder = join(root, PRIVATE_FOLDER);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there already, or the write will say why not.
  }
}
