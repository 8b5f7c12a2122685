import type { Brief, CountName } from './brief';

/** The counts of the meta line in the order in which it has them. */
export const COUNT_NAMES = ['takes', 'lenses', 'regions'] as const satisfies readonly CountName[];

const SINGULAR: Readonly<Record<CountName, string>> = {
  takes: 'take',
  lenses: 'lens',
  regions: 'region',
};

/** The counts as the takes section has them (brief-format: `###` groups with a take, distinct regions). */
export function deriveCounts(brief: Brief): Readonly<Record<CountName, number>> {
  const found = known.find((entry) => entry.brief === brief);
  if (found) return found.counts;
  const counts = count(brief);
  known.unshift({ brief, counts });
  if (known.length > 2) known.pop();
  return counts;
}

// A key asks for them in several places, of the brief before and after it. No WeakMap: with many
// briefs, collecting one costs more than counting.
const known: { brief: Brief; counts: Readonly<Record<CountName, number>> }[] = [];

function count(brief: Brief): Record<CountName, number> {
  const regions = new Set(brief.takes.map((take) => take.region.text.trim()));
  regions.delete('');
  return {
    takes: brief.takes.length,
    lenses: brief.lenses.filter((lens) => lens.heading && lens.takes.length > 0).length,
    regions: regions.size,
  };
}

/** `7 takes`, `1 lens`. */
export function countText(name: CountName, count: number): string {
  return `${count} ${count === 1 ? SINGULAR[name] : name}`;
}
