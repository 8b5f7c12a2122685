import { UNLABELLED } from '../../../core/balance/takes';
import type { BalanceTarget } from '../../../core/workspace/workspace';

export const TARGET_LISTS = ['lenses', 'regions', 'languages'] as const;
export type TargetList = (typeof TARGET_LISTS)[number];

/** The least number of takes for each name, as it is typed; empty for none. */
export type TargetDraft = Readonly<Record<TargetList, Readonly<Record<string, string>>>>;

export function targetDraftOf(target: BalanceTarget | undefined): TargetDraft {
  const typed = (list: TargetList) =>
    Object.fromEntries(Object.entries(target?.[list] ?? {}).map(([name, n]) => [name, `${n}`]));
  return { lenses: typed('lenses'), regions: typed('regions'), languages: typed('languages') };
}

/** The target that a form holds without a fault; undefined where there is and was none. */
export function targetOf(
  draft: TargetDraft,
  before: BalanceTarget | undefined,
): BalanceTarget | undefined {
  const lists = TARGET_LISTS.flatMap((list) => {
    const numbers = Object.entries(draft[list]).flatMap(([name, typed]) =>
      Number(typed) > 0 ? [[name, Number(typed)] as const] : [],
    );
    return numbers.length > 0 || before?.[list] ? [[list, Object.fromEntries(numbers)]] : [];
  });
  return lists.length > 0 || before ? { ...before, ...Object.fromEntries(lists) } : undefined;
}

/** What is wrong with a number as typed; null where it will do. */
export const faultOfLeast = (typed: string): string | null =>
  /^\d{0,3}$/.test(typed.trim()) ? null : 'Give a whole number up to 999, or none.';

export const anyFaultIn = (draft: TargetDraft): boolean =>
  TARGET_LISTS.some((list) => Object.values(draft[list]).some((typed) => faultOfLeast(typed)));

/** The names to ask for: the vocabulary’s, then those that only the target has. */
export function targetNames(
  vocabulary: readonly string[],
  numbers: Readonly<Record<string, string>>,
): string[] {
  const own = Object.keys(numbers);
  const same = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC');
  const words = vocabulary.map((word) => own.find((name) => same(name, word)) ?? word);
  // Nobody wants for takes without a lens.
  return [...new Set([...words, ...own])].filter(
    (name) => name !== UNLABELLED || own.includes(name),
  );
}
