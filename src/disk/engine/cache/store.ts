import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryBeside } from '../../files/durable';
import { PRIVATE_FOLDER } from '../../workspace/private';
import { type KeptIndex, readCache } from './cache';

const cacheFile = (root: string) => join(root, PRIVATE_FOLDER, 'index-cache');

/** The cache of a workspace; null where there is none that can be used. */
export function loadCache(root: string): KeptIndex | null {
  try {
    return readCache(readFileSync(cacheFile(root)));
  } catch {
    return null;
  }
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
