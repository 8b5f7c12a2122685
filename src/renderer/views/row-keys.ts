/** So many rows are passed by Page up and Page down. */
const PAGE = 10;

/** The row that a key leads to from the active one (-1 for none); null where it leads nowhere. */
export function rowAfter(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.min(Math.max(to, 0), count - 1);
}
