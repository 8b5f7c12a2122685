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
    const name = trimmed(line, start, ends[at] ?? start);
    const last = at + 1 < ends.length && mayGoOn(name.text) ? lastPiece(at) : at;
    const whole = last === at ? name : trimmed(line, start, ends[last] ?? start);
    if (whole.to > whole.from) names.push(whole);
    start = (ends[last] ?? start) + 1;
    at = last + 1;
  }
  return names;

  /** The last piece of the longest known name from one on. */
  function lastPiece(from: number): number {
    let last = Math.min(from + MOST_COMMAS, ends.length - 1);
    while (last > from && !isName(trimmed(line, start, ends[last] ?? start).text)) last--;
    return last;
  }
}

/** Where each piece ends: at a comma that a space follows, or at the end of the line. */
function endsOfPieces(text: string): number[] {
  const ends: number[] = [];
  for (let end = text.indexOf(', '); end >= 0; end = text.indexOf(', ', end + 1)) ends.push(end);
  ends.push(text.length);
  return ends;
}

/** Without the spaces at both ends. */
function trimmed(line: Value, start: number, end: number): Value {
  const from = skipSpaces(line.text, start, end);
  return sliceValue(line, from, dropSpaces(line.text, from, end));
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
