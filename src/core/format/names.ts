import type { Value } from './brief';
import { sliceValue } from './value';

/** More commas than this in one name are not looked for. */
const MOST_COMMAS = 4;

/**
 * The names on an Entities line, which are joined by `, ` though a name may itself hold one: where
 * several readings fit, the longest name that `isName` knows is taken first.
 */
export function splitNames(line: Value, isName: (name: string) => boolean): Value[] {
  const pieces = [...line.text.matchAll(/(?:[^,]|,(?! ))+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const names: Value[] = [];
  for (let at = 0; at < pieces.length; ) {
    let last = Math.min(at + MOST_COMMAS, pieces.length - 1);
    while (last > at && !isName(nameBetween(line, pieces, at, last).text)) last--;
    const name = nameBetween(line, pieces, at, last);
    if (name.text) names.push(name);
    at = last + 1;
  }
  return names;
}

function nameBetween(
  line: Value,
  pieces: readonly { from: number; to: number }[],
  first: number,
  last: number,
): Value {
  let from = pieces[first]?.from ?? 0;
  let to = pieces[last]?.to ?? from;
  while (from < to && line.text[from] === ' ') from++;
  while (to > from && line.text[to - 1] === ' ') to--;
  return sliceValue(line, from, to);
}
