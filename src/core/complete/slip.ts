/** What a slip of the finger was, the likelier first: two letters swapped, one left out, one too many, one wrong. */
export const SLIPS = ['swapped', 'missing', 'extra', 'wrong'] as const;
/** A slip by its place in `SLIPS`; -1 for more than one. */
export type Slip = -1 | 0 | 1 | 2 | 3;

/**
 * The one slip that stands between a query and some prefix of a text, or of its stretch
 * `[from, end)`. With `part`, that is itself only the beginning of a text, and a query that runs on
 * behind it is none.
 */
export function slipOf(
  query: string,
  text: string,
  part: boolean,
  from = 0,
  end = text.length,
): Slip {
  let at = 0;
  let to = from;
  while (at < query.length && to < end && query.charCodeAt(at) === text.charCodeAt(to)) {
    at++;
    to++;
  }
  if (part && to === end) return 0;
  const isSwapped =
    at + 1 < query.length &&
    to + 1 < end &&
    query.charCodeAt(at) === text.charCodeAt(to + 1) &&
    query.charCodeAt(at + 1) === text.charCodeAt(to);
  if (isSwapped && runsOn(query, at + 2, text, to + 2, end, part)) return 0;
  if (runsOn(query, at, text, to + 1, end, part)) return 1;
  if (runsOn(query, at + 1, text, to, end, part)) return 2;
  return runsOn(query, at + 1, text, to + 1, end, part) ? 3 : -1;
}

/** True where the rest of a query is the text's from a place on, or what there is of it. */
function runsOn(
  query: string,
  from: number,
  text: string,
  place: number,
  end: number,
  part: boolean,
): boolean {
  let at = from;
  let to = place;
  while (at < query.length && to < end && query.charCodeAt(at) === text.charCodeAt(to)) {
    at++;
    to++;
  }
  return at >= query.length || (part && to >= end);
}
