/** A stretch of a text: offsets in UTF-16 units, `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** True when `offset` stands in the range or at one of its ends. */
export function touches(range: Range, offset: number): boolean {
  return offset >= range.from && offset <= range.to;
}

/** True when the ranges share at least one unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
