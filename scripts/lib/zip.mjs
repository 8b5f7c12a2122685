import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;

/**
 * Unpacks a zip archive, so that no unzip program is needed. Reads plain and deflated entries
 * (APPNOTE.TXT 4.3); Zip64 and links are refused.
 * @param {string} archive
 * @param {string} into an existing folder
 * @param {(name: string) => string | null} place the path below `into` for an entry; null leaves it out
 */
export async function unzip(archive, into, place) {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readDirectory(file)) {
      const path = place(entry.name);
      if (path !== null) await extract(archive, file, entry, join(into, safe(path)));
    }
  } finally {
    await file.close();
  }
}

function safe(path) {
  if (path.startsWith('/') || path.split(/[\\/]/).includes('..'))
    throw new Error(`the archive names a path outside: ${path}`);
  return path;
}

async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await readAt(
    file,
    Math.max(0, size - END_SIZE - MAX_COMMENT),
    Math.min(size, END_SIZE + MAX_COMMENT),
  );
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start === 0xffffffff) throw new Error('a Zip64 archive');
  return readEntries(await readAt(file, start, length));
}

function readEntries(directory) {
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('a broken zip directory');
    const nameLength = directory.readUInt16LE(at + 28);
    const extra = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + extra;
  }
  return entries;
}

async function extract(archive, file, entry, path) {
  if (entry.name.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  if ((entry.mode & 0o170000) === 0o120000) throw new Error(`a link in the archive: ${entry.name}`);
  await mkdir(dirname(path), { recursive: true });
  const header = await readAt(file, entry.offset, 30);
  if (header.readUInt32LE(0) !== LOCAL_HEADER) throw new Error('a broken zip entry');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const target = await open(path, 'w', entry.mode & 0o777 || 0o644);
  try {
    const found = await copy(archive, start, entry, target);
    if (found !== entry.crc) throw new Error(`a broken entry in the archive: ${entry.name}`);
  } finally {
    await target.close();
  }
}

async function copy(archive, start, entry, target) {
  if (entry.packed === 0) return 0;
  let sum = 0;
  const source = createReadStream(archive, { start, end: start + entry.packed - 1 });
  const write = async (chunks) => {
    for await (const chunk of chunks) {
      sum = crc32(chunk, sum);
      await target.writeFile(chunk);
    }
  };
  if (entry.method === DEFLATED) await pipeline(source, createInflateRaw(), write);
  else if (entry.method === 0) await pipeline(source, write);
  else throw new Error(`an unknown compression in the archive: ${entry.name}`);
  return sum;
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
