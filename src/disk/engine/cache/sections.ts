import { crc32 } from 'node:zlib';

/** Named stretches of bytes in one file, each with a checksum. */
export type Sections = Readonly<Record<string, Buffer>>;

/** Gives so many bytes of a file from an offset on; fewer where it ends. */
export type ReadAt = (from: number, length: number) => Buffer;

const MAGIC = 'briefwright index\n';
/** Magic, checksum and length of the directory. */
const HEAD = MAGIC.length + 8;
/** A section starts where it can be read as numbers of any kind. */
const ALIGNED = 8;

const aligned = (offset: number) => Math.ceil(offset / ALIGNED) * ALIGNED;

type Place = readonly [name: string, offset: number, length: number, sum: number];

/** A file of sections, in pieces to be written one after the other: together they may be large. */
export function piecesOf(sections: Readonly<Record<string, readonly Uint8Array[]>>): Uint8Array[] {
  let offset = 0;
  const bodies: Uint8Array[] = [];
  const places = Object.entries(sections).map(([name, pieces]): Place => {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const place = [name, offset, length, sumOf(pieces)] as const;
    const padding = new Uint8Array(aligned(length) - length);
    bodies.push(...pieces, padding);
    offset += length + padding.length;
    return place;
  });
  const directory = Buffer.from(JSON.stringify(places), 'utf8');
  const head = Buffer.alloc(aligned(HEAD + directory.length));
  head.write(MAGIC, 0, 'latin1');
  head.writeUInt32LE(crc32(directory), MAGIC.length);
  head.writeUInt32LE(directory.length, MAGIC.length + 4);
  directory.copy(head, HEAD);
  return [head, ...bodies.filter(({ length }) => length > 0)];
}

// Of nothing, zlib gives the sum of nothing, whatever was before.
const sumOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => (piece.length > 0 ? crc32(piece, sum) : sum), 0);

/**
 * The sections of a file.
 * @param names of those that are wanted; all without
 * @returns null where one of them is not whole
 */
export function readSections(read: ReadAt, names?: ReadonlySet<string>): Sections | null {
  const head = read(0, HEAD);
  if (head.length < HEAD || head.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const length = head.readUInt32LE(MAGIC.length + 4);
  const directory = read(HEAD, length);
  if (crc32(directory) !== head.readUInt32LE(MAGIC.length)) return null;
  const start = aligned(HEAD + length);
  const sections: Record<string, Buffer> = {};
  for (const [name, at, size, sum] of JSON.parse(directory.toString('utf8')) as Place[]) {
    if (names && !names.has(name)) continue;
    const bytes = read(start + at, size);
    if (bytes.length !== size || sumOf([bytes]) !== sum) return null;
    sections[name] = bytes;
  }
  return sections;
}

/** Bytes as the numbers that they hold. */
export function floats(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

export function integers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** Numbers as bytes. */
export function bytesOf(numbers: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
