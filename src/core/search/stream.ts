import { ByteReader } from './bytes';
import type { Segment } from './segment';
import type { Wanted } from './tokens';

/** Goes through the documents of a segment that hold a token of a phrase, in order. */
export interface Stream {
  /** Where it stands; `Infinity` behind the last one. */
  readonly document: number;
  /** Goes on to the first document from this one on. */
  seek(document: number): void;
  /** Where the phrase would have to start in the document for this token to stand right, in order. */
  starts(into: number[]): number[];
}

/** The stream of a token, or of all tokens that begin with it. */
export function streamOf({ token, prefix, offset }: Wanted, segment: Segment): Stream {
  const { from, to } = segment.range(token, prefix);
  return to - from === 1
    ? new EntryStream(segment, from, offset)
    : new GatheredStream(segment, from, to, offset);
}

/** Reads the entries of one token where they are. */
class EntryStream implements Stream {
  document = -1;
  readonly #reader: ByteReader;
  readonly #end: number;
  readonly #offset: number;
  #number = 0;
  /** Where the positions of the document begin, and end: there the next entry begins. */
  #from = 0;
  #next: number;

  constructor(segment: Segment, index: number, offset: number) {
    this.#reader = new ByteReader(segment.bytes, 0);
    this.#next = segment.places[index] ?? 0;
    this.#end = segment.places[index + 1] ?? 0;
    this.#offset = offset;
  }

  seek(document: number): void {
    while (this.document < document) this.#advance();
  }

  starts(into: number[]): number[] {
    into.length = 0;
    const reader = this.#reader;
    reader.at = this.#from;
    for (let position = 0; reader.at < this.#next; ) {
      position += reader.number();
      if (position >= this.#offset) into.push(position - this.#offset);
    }
    return into;
  }

  #advance(): void {
    if (this.#next >= this.#end) {
      this.document = Infinity;
      return;
    }
    const reader = this.#reader;
    reader.at = this.#next;
    const head = reader.number();
    this.#number += head >> 1;
    this.document = this.#number;
    const from = reader.at;
    const first = reader.number();
    // Of several positions their length goes before them.
    const isSeveral = (head & 1) === 1;
    this.#from = isSeveral ? reader.at : from;
    this.#next = isSeveral ? reader.at + first : reader.at;
  }
}

/** A document and a start in it, in one number that sorts: there are fewer starts than this. */
const STARTS = 2 ** 24;

/** Reads the entries of several tokens ahead, or of none. */
class GatheredStream implements Stream {
  document = -1;
  readonly #keys: Float64Array;
  #at = 0;

  constructor(segment: Segment, from: number, to: number, offset: number) {
    const keys: number[] = [];
    const starts: number[] = [];
    for (let index = from; index < to; index++) {
      const stream = new EntryStream(segment, index, offset);
      for (stream.seek(0); stream.document < Infinity; stream.seek(stream.document + 1)) {
        const first = stream.document * STARTS;
        for (const start of stream.starts(starts)) keys.push(first + start);
      }
    }
    this.#keys = new Float64Array(keys).sort();
  }

  seek(document: number): void {
    const first = document * STARTS;
    while (this.#key < first) this.#at++;
    this.document = Math.floor(this.#key / STARTS);
  }

  starts(into: number[]): number[] {
    into.length = 0;
    const first = this.document * STARTS;
    for (; this.#key < first + STARTS; this.#at++) into.push(this.#key - first);
    return into;
  }

  get #key(): number {
    return this.#keys[this.#at] ?? Infinity;
  }
}
