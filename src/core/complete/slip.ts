/** What a slip of the finger was, the likelier first: two letters swapped, one left out, one too many, one wrong. */
export const SLIPS = ['swapped', 'missing', 'extra', 'wrong'] as const;
/** A slip by its place in `SLIPS`; -1 for more than one. */
export type Slip = -1 | 0 | 1 | 2 | 3;

/**
 * The one slip that stands between a query and some prefix of a text. With `part`, the text is
 * itself only the beginning of one, and a query that runs on behind it is none.
 */
export function slipOf(query: string, text: string, part: boolean): Slip {
  let at = 0;
  while (at < query.length && at < text.length && same(query, at, text, at)) at++;
  if (part && at === text.length) return 0;
  const isSwapped =
    at + 1 < query.length &&
    same(query, at, text, at + 1) &&
    (same(query, at + 1, text, at) || (part && at + 1 >= text.length));
  if (isSwapped && runsOn(query, at + 2, text, at + 2, part)) return 0;
  if (runsOn(query, at, text, at + 1, part)) return 1;
  if (runsOn(query, at + 1, text, at, part)) return 2;
  return runsOn(query, at + 1, text, at + 1, part) ? 3 : -1;
}

function same(query: string, at: number, text: string, place: number): boolean {
  return query.charCodeAt(at) === text.charCodeAt(place);
}

/** True where the rest of a query is the text's from a place on, or what there is of it. */
function runsOn(query: string, from: number, text: string, place: number, part: boolean): boolean {
  let at = from;
  let to = place;
  while (at < query.length && to < text.length && same(query, at, text, to)) {
    at++;
    to++;
  }
  return at >= query.length || (part && to >= text.length);
}
