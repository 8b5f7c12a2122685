import type { RuleId } from '../../../src/core/check/finding';
import type { Waiver } from '../../../src/core/waive/waiver';
import { SMALL_BRIEF, swap } from '../../support/brief';

/** A brief and one waiver of it, with `⟦⟧` where the rule about waivers should find something. */
export interface WaiverCase {
  readonly rule: RuleId;
  readonly marked: string;
  readonly waiver: Waiver;
}

export const TODAY = '2026-06-10';

/** A waiver of the brief `small`. */
export const waiverOf = (change: Partial<Waiver>): Waiver => ({
  rule: 'counts/takes',
  slug: 'small',
  text: '3',
  reason: 'The third take is under embargo.',
  by: 'Anna',
  ...change,
});

const marked = (from: string, to: string) => swap(SMALL_BRIEF, from, to);

export const WAIVER_CASES: readonly WaiverCase[] = [
  {
    rule: 'waiver/expired',
    marked: marked('2 takes', '⟦3⟧ takes'),
    waiver: waiverOf({ until: '2026-06-09' }),
  },
  {
    rule: 'waiver/unused',
    marked: marked('# Small brief', '⟦# Small brief⟧'),
    waiver: waiverOf({}),
  },
  {
    rule: 'waiver/unused',
    marked: `\uFEFF${marked('# Small brief', '⟦# Small brief⟧').replaceAll('\n', '\r\n')}`,
    waiver: waiverOf({ until: '2026-06-09' }),
  },
];
