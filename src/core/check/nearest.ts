/**
 * The candidate that a misspelt slug most likely means: the fewest letters to change, to add, to
 * leave out or to swap; null where none is near enough to be meant.
 */
export function nearest(slug: string, candidates: Iterable<string>): string | null {
  let most = Math.min(4, Math.max(1, Math.floor(slug.length / 4)));
  let best: string | null = null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - slug.length) > most) continue;
    const distance = within(slug, candidate, most);
    if (distance === null) continue;
    if (distance <= 1) return candidate;
    best = candidate;
    most = distance - 1;
  }
  return best;
}

/** The number of edits between two texts, swaps of neighbours counted as one; null above `most`. */
function within(a: string, b: string, most: number): number | null {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
      );
      if (!same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? Infinity) + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    older = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= most ? distance : null;
}
