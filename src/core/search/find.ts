import type { Documents } from './documents';
import type { Phrase } from './query';
import type { Segment } from './segment';
import type { Wanted } from './tokens';

/** Per document how much its best place says (see `Weight`); 0 where it is not found. */
export type Found = Uint8Array;

/** The documents that hold all phrases, and none of the excluded ones; the worst place counts. */
export function find(
  phrases: readonly Phrase[],
  segments: readonly Segment[],
  documents: Documents,
): Found {
  const found: Found = new Uint8Array(documents.size).fill(1);
  for (let at = 0; at < found.length; at++) if (documents.dead[at]) found[at] = 0;
  for (const { wanted, exclude } of phrases) {
    const here = findPhrase(wanted, segments, documents);
    for (let at = 0; at < found.length; at++) {
      const weight = here[at] ?? 0;
      if (exclude ? weight > 0 : weight === 0) found[at] = 0;
      else if (found[at] && weight > (found[at] ?? 0)) found[at] = weight;
    }
  }
  return found;
}

function findPhrase(
  phrase: readonly Wanted[],
  segments: readonly Segment[],
  documents: Documents,
): Found {
  const each = phrase.map((wanted) => findToken(wanted, segments, documents));
  const first = each[0] ?? new Uint8Array(documents.size);
  if (each.length < 2) return first;
  const inAll = first.map((_, at) => (each.every((found) => found[at]) ? 1 : 0));
  const found = new Uint8Array(documents.size);
  for (const [document, starts] of startsOf(phrase, segments, inAll)) {
    if (starts.length > 0) found[document] = documents.weight(document, starts[0] ?? 0);
  }
  return found;
}

function findToken(
  { token, prefix }: Wanted,
  segments: readonly Segment[],
  documents: Documents,
): Found {
  const found = new Uint8Array(documents.size);
  for (const segment of segments) {
    const { from, to } = segment.range(token, prefix);
    for (let index = from; index < to; index++) {
      segment.eachEntry(index, (document, first) => {
        const weight = documents.weight(document, first);
        const known = found[document] ?? 0;
        if (known === 0 || weight < known) found[document] = weight;
      });
    }
  }
  return found;
}

type Starts = Map<number, number[]>;

/** Where a phrase starts in the documents that hold all its tokens; the rarest token is asked first. */
function startsOf(
  phrase: readonly Wanted[],
  segments: readonly Segment[],
  within: Uint8Array,
): Starts {
  const weighed = phrase.map((wanted) => ({ wanted, weight: weightOf(wanted, segments) }));
  weighed.sort((a, b) => a.weight - b.weight);
  let starts: Starts | null = null;
  for (const { wanted } of weighed) {
    const here: Starts = positionsOf(wanted, segments, within);
    if (starts) {
      for (const [document, places] of starts) {
        const both = common(places, here.get(document) ?? []);
        if (both.length > 0) starts.set(document, both);
        else {
          starts.delete(document);
          within[document] = 0;
        }
      }
    } else starts = here;
  }
  return starts ?? new Map();
}

function weightOf({ token, prefix }: Wanted, segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.weight(segment.range(token, prefix)), 0);
}

/** Where the phrase of a token would start, sorted. */
function positionsOf(
  { token, prefix, offset }: Wanted,
  segments: readonly Segment[],
  within: Uint8Array,
): Starts {
  const starts: Starts = new Map();
  for (const segment of segments) {
    const { from, to } = segment.range(token, prefix);
    for (let index = from; index < to; index++) {
      segment.eachPosition(index, within, (document, position) => {
        const places = starts.get(document);
        if (places) places.push(position - offset);
        else starts.set(document, [position - offset]);
      });
    }
    if (to - from > 1) for (const places of starts.values()) places.sort((a, b) => a - b);
  }
  return starts;
}

/** What two sorted lists share. */
function common(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = [];
  let other = 0;
  for (const place of a) {
    while ((b[other] ?? Infinity) < place) other++;
    if (b[other] === place) both.push(place);
  }
  return both;
}
