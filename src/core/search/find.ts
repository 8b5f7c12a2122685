import type { Documents } from './documents';
import type { Phrase } from './query';
import { findPhrase } from './phrase';
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
    const [first, ...others] = wanted;
    const here =
      first && others.length === 0
        ? findToken(first, segments, documents)
        : findPhrase(wanted, segments, documents);
    for (let at = 0; at < found.length; at++) {
      const weight = here[at] ?? 0;
      if (exclude ? weight > 0 : weight === 0) found[at] = 0;
      else if (found[at] && weight > (found[at] ?? 0)) found[at] = weight;
    }
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
