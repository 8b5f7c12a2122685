import type { Documents } from './documents';
import type { Segment } from './segment';
import type { Wanted } from './tokens';

/** A document and a position in it, in one number that sorts: there are fewer positions than this. */
const POSITIONS = 2 ** 24;

/**
 * Per document how much the place of a phrase's first occurrence says (see `Weight`); 0 where it does
 * not occur. The rarest token is asked first.
 * @param within marks the documents that hold all its tokens
 */
export function phraseStarts(
  phrase: readonly Wanted[],
  segments: readonly Segment[],
  documents: Documents,
  within: Uint8Array,
): Uint8Array {
  const weighed = phrase.map((wanted) => ({ wanted, weight: weightOf(wanted, segments) }));
  const [rarest, ...others] = weighed.sort((a, b) => a.weight - b.weight);
  let places = rarest ? placesOf(rarest.wanted, segments, within) : new Float64Array(0);
  for (const { wanted } of others) places = followed(places, wanted, segments, within.length);
  const found = new Uint8Array(within.length);
  for (const place of places) {
    const document = Math.floor(place / POSITIONS);
    found[document] ||= documents.weight(document, place % POSITIONS);
  }
  return found;
}

function weightOf({ token, prefix }: Wanted, segments: readonly Segment[]): number {
  let weight = 0;
  for (const segment of segments) weight += segment.weight(segment.range(token, prefix));
  return weight;
}

/** Where the phrase would have to start, in order, for this token of it to stand where it does. */
function placesOf(wanted: Wanted, segments: readonly Segment[], within: Uint8Array): Float64Array {
  const places: number[] = [];
  eachPlace(wanted, segments, within, (document, start) => {
    places.push(document * POSITIONS + start);
  });
  return Float64Array.from(places).sort();
}

/** Those of the places that another token of the phrase stands right for. */
function followed(
  places: Float64Array,
  wanted: Wanted,
  segments: readonly Segment[],
  size: number,
): Float64Array {
  const within = new Uint8Array(size);
  const firsts = new Uint32Array(size);
  for (let at = places.length - 1; at >= 0; at--) {
    const document = Math.floor((places[at] as number) / POSITIONS);
    within[document] = 1;
    firsts[document] = at;
  }
  const right = new Uint8Array(places.length);
  eachPlace(wanted, segments, within, (document, start) => {
    const place = document * POSITIONS + start;
    let at = firsts[document] as number;
    while ((places[at] as number) < place) at++;
    if (places[at] === place) right[at] = 1;
  });
  return places.filter((_, at) => right[at] === 1);
}

function eachPlace(
  { token, prefix, offset }: Wanted,
  segments: readonly Segment[],
  within: Uint8Array,
  visit: (document: number, start: number) => void,
): void {
  for (const segment of segments) {
    const { from, to } = segment.range(token, prefix);
    for (let index = from; index < to; index++) {
      segment.eachPosition(index, within, (document, position) => {
        if (position >= offset) visit(document, position - offset);
      });
    }
  }
}
