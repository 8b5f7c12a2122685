/** A number as people write it. Small ones need none of a language's rules, which take milliseconds to load. */
export const shownCount = (count: number): string =>
  count < 1000 ? String(count) : count.toLocaleString();
