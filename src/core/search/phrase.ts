import type { Documents } from './documents';
import type { Segment } from './segment';
import { type Stream, streamOf } from './stream';
import type { Wanted } from './tokens';

/**
 * Per document how much the place of a phrase's first occurrence says (see `Weight`); 0 where it does
 * not occur.
 */
export function findPhrase(
  phrase: readonly Wanted[],
  segments: readonly Segment[],
  documents: Documents,
): Uint8Array {
  const found = new Uint8Array(documents.size);
  for (const segment of segments) {
    const weight = ({ token, prefix }: Wanted) => segment.weight(segment.range(token, prefix));
    // The rarest token leads: the others skip what it skips.
    const streams = [...phrase]
      .sort((a, b) => weight(a) - weight(b))
      .map((wanted) => streamOf(wanted, segment));
    eachStart(streams, (document, start) => {
      found[document] = documents.weight(document, start);
    });
  }
  return found;
}

/** Visits the documents in which all streams agree on a start, and the first of them. */
function eachStart(
  streams: readonly Stream[],
  visit: (document: number, start: number) => void,
): void {
  const starts: number[] = [];
  const others: number[] = [];
  for (
    let document = meet(streams, 0);
    document < Infinity;
    document = meet(streams, document + 1)
  ) {
    const [first, ...rest] = streams;
    first?.starts(starts);
    for (const stream of rest) keepCommon(starts, stream.starts(others));
    const [start] = starts;
    if (start !== undefined) visit(document, start);
  }
}

/** Takes all streams to the first document, from one on, that all of them hold. */
function meet(streams: readonly Stream[], from: number): number {
  let document = from;
  for (let agreed = 0; agreed < streams.length; ) {
    agreed = 0;
    for (const stream of streams) {
      stream.seek(document);
      if (stream.document > document) document = stream.document;
      else agreed++;
    }
    if (document === Infinity) break;
  }
  return document;
}

/** Leaves in a sorted list what another one holds too. */
function keepCommon(list: number[], other: readonly number[]): void {
  let kept = 0;
  let at = 0;
  for (const one of list) {
    while ((other[at] ?? Infinity) < one) at++;
    if (other[at] === one) list[kept++] = one;
  }
  list.length = kept;
}
