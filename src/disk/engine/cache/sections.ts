import { crc32 } from 'node:zlib';

/** Named stretches of bytes in one file, with a checksum over all. */
export type Sections = Readonly<Record<string, Uint8Array>>;

const MAGIC = 'briefwright index\n';
/** Magic, checksum, length of the directory. */
const HEAD = MAGIC.length + 8;
/** Numbers in a section are read in place, so it starts where any of them may. */
const ALIGNED = 8;

const aligned = (offset: number) => Math.ceil(offset / ALIGNED) * ALIGNED;

/** A file of sections, in pieces to be written one after the other: together they may be large. */
export function piecesOf(sections: Readonly<Record<string, readonly Uint8Array[]>>): Uint8Array[] {
  const entries = Object.entries(sections);
  let offset = 0;
  const places = entries.map(([name, pieces]): Place => {
    const place = [name, offset, lengthOf(pieces)] as const;
    offset = aligned(offset + place[2]);
    return place;
  });
  const directory = Buffer.from(JSON.stringify(places), 'utf8');
  const head = Buffer.alloc(aligned(HEAD + directory.length));
  head.write(MAGIC, 0, 'latin1');
  head.writeUInt32LE(directory.length, MAGIC.length + 4);
  directory.copy(head, HEAD);
  const bodies = entries
    .flatMap(([, pieces]) => [...pieces, paddingAfter(lengthOf(pieces))])
    // Of nothing, zlib gives the sum of nothing, whatever was before.
    .filter(({ length }) => length > 0);
  const sum = bodies.reduce(
    (before, piece) => crc32(piece, before),
    crc32(head.subarray(MAGIC.length + 4)),
  );
  head.writeUInt32LE(sum, MAGIC.length);
  return [head, ...bodies];
}

const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((length, piece) => length + piece.length, 0);

const paddingAfter = (length: number): Uint8Array => new Uint8Array(aligned(length) - length);

/** The sections of a file; null where it is not whole. */
export function splitSections(file: Buffer): Sections | null {
  if (file.length < HEAD || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  if (crc32(file.subarray(MAGIC.length + 4)) !== file.readUInt32LE(MAGIC.length)) return null;
  const length = file.readUInt32LE(MAGIC.length + 4);
  const places = JSON.parse(file.toString('utf8', HEAD, HEAD + length)) as Place[];
  const start = aligned(HEAD + length);
  return Object.fromEntries(
    places.map(([name, at, size]) => [name, file.subarray(start + at, start + at + size)]),
  );
}

type Place = readonly [name: string, offset: number, length: number];

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
