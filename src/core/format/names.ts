import type { Value } from './brief';
import { sliceValue } from './value';

/** More commas than this in one name are not looked for. */
const MOST_COMMAS = 4;

/**
 * The names on an Entities line, which are joined by `, ` though a name may itself hold one: where
 * several readings fit, the longest name that `isName` knows is taken first. `mayGoOn` says whether
 * a known name starts with a text and a comma; without it, each reading is tried.
 */
export function splitNames(
  line: Value,
  isName: (name: string) => boolean,
  mayGoOn: (piece: string) => boolean = () => true,
): Value[] {
  const { text } = line;
  const ends = endsOfPieces(text);
  const names: Value[] = [];
  // A line that starts with a comma has nothing before it.
  let at = ends[0] === 0 && ends.length > 1 ? 1 : 0;
  let start = at;
  while (at < ends.length) {
    let last = at;
    if (at + 1 < ends.length && mayGoOn(within(text, start, ends[at] ?? start))) {
      last = Math.min(at + MOST_COMMAS, ends.length - 1);
      while (last > at && !isName(within(text, start, ends[last] ?? start))) last--;
    }
    const end = ends[last] ?? start;
    const from = skipSpaces(text, start, end);
    const to = dropSpaces(text, from, end);
    if (to > from) names.push(sliceValue(line, from, to));
    start = end + 1;
    at = last + 1;
  }
  return names;
}

/** Where each piece ends: at a comma that a space follows, or at the end of the line. */
function endsOfPieces(text: string): number[] {
  const ends: number[] = [];
  for (let end = text.indexOf(', '); end >= 0; end = text.indexOf(', ', end + 1)) ends.push(end);
  ends.push(text.length);
  return ends;
}

function within(text: string, start: number, end: number): string {
  const from = skipSpaces(text, start, end);
  return text.slice(from, dropSpaces(text, from, end));
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === 32) at++;
  return at;
}

function dropSpaces(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && text.charCodeAt(at - 1) === 32) at--;
  return at;
}
