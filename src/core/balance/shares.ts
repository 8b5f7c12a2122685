import type { BalanceTarget } from '../workspace/workspace';
import type { Knowledge } from '../workspace/knowledge';
import { type CountedTake, UNLABELLED } from './takes';
import type { Share } from './types';

/** What of a take is counted. */
export type Side = 'lens' | 'region' | 'lang';

/** How each side is called in the settings. */
export const VOCABULARIES = { lens: 'lenses', region: 'regions', lang: 'languages' } as const;

/** What the vocabulary and the target ask for, each name once, in their order. */
export function expectedOf(side: Side, { settings }: Pick<Knowledge, 'settings'>): string[] {
  const name = VOCABULARIES[side];
  const all = [...(settings[name] ?? []), ...Object.keys(targetOf(side, settings.balance))];
  const names = new Set(all.map((word) => word.normalize('NFC')));
  // Nobody wants for takes without a lens.
  if (side === 'lens') names.delete(UNLABELLED);
  return [...names];
}

/** The least number of takes for each name of a side. */
export function targetOf(
  side: Side,
  target: BalanceTarget | undefined,
): Readonly<Record<string, number>> {
  return target?.[VOCABULARIES[side]] ?? {};
}

/** The takes of each name, the most first; then what is expected and missing. */
export function sharesOf(names: readonly string[], expected: readonly string[]): Share[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const present = [...counts].map(([name, takes]) => ({ name, takes, present: true }));
  const missing = expected.filter((name) => !counts.has(name));
  return [
    ...present.sort((a, b) => b.takes - a.takes),
    ...missing.map((name) => ({ name, takes: 0, present: false })),
  ];
}

/** Takes of each lens in each region. */
export function matrixOf(
  takes: readonly CountedTake[],
  lenses: readonly Share[],
  regions: readonly Share[],
): number[][] {
  const rows = new Map(lenses.map(({ name }, at) => [name, at]));
  const columns = new Map(regions.map(({ name }, at) => [name, at]));
  const matrix = lenses.map(() => regions.map(() => 0));
  for (const { lens, region } of takes) {
    const row = matrix[rows.get(lens) ?? -1];
    const column = columns.get(region);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}
