import type { Brief, Take } from '../../../core/format/brief';

/** A take with where it stands. */
export interface Placed {
  readonly take: Take;
  /** Among all takes of its brief. */
  readonly index: number;
  readonly lens: string;
}

export interface TakePair {
  readonly mine: Placed | null;
  readonly theirs: Placed | null;
}

export function placedTakes(brief: Brief): Placed[] {
  let index = 0;
  return brief.lenses.flatMap((lens) =>
    lens.takes.map((take) => ({ take, index: index++, lens: lens.heading ? lens.name.text : '' })),
  );
}

const source = ({ take }: Placed): string => take.source?.text ?? '';
const outlet = ({ take }: Placed): string => take.outlet.text.normalize('NFC');

/** What makes a take the same take, the surest first. */
const KEYS: readonly ((placed: Placed) => string)[] = [
  (placed) => `${outlet(placed)}\n${source(placed)}`,
  (placed) => source(placed),
  (placed) => outlet(placed),
];

/**
 * The takes of two texts in pairs, wherever they stand: by outlet and source, then by source, then
 * by outlet. What has no partner stands alone.
 */
export function matchTakes(mine: readonly Placed[], theirs: readonly Placed[]): TakePair[] {
  const partner = new Map<Placed, Placed>();
  const free = new Set(theirs);
  for (const keyOf of KEYS) {
    for (const placed of mine) {
      const key = keyOf(placed);
      if (partner.has(placed) || key.trim() === '') continue;
      const other = [...free].find((one) => keyOf(one) === key);
      if (!other) continue;
      partner.set(placed, other);
      free.delete(other);
    }
  }
  return [
    ...mine.map((placed) => ({ mine: placed, theirs: partner.get(placed) ?? null })),
    ...[...free].map((placed) => ({ mine: null, theirs: placed })),
  ];
}
