import type { RuleId, Severity } from '../check/finding';
import type { Waiver } from '../waive/waiver';

/** A finding as the graph keeps it: without its fixes, which are worked out when they are asked for. */
export interface StoredFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Offsets in the brief's text (UTF-16), end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Place of `from` and `to`: line and column from 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** What its first fix does, as a command; null where there is none. */
  readonly fix: string | null;
  /** Set where somebody decided to let it stand; it then counts and blocks nothing. */
  readonly waiver: Waiver | null;
}

/** How many findings there are; those that are waived count as that alone. */
export interface Tally extends Record<Severity, number> {
  fixable: number;
  waived: number;
}

/** Sees of a finding what a query counts. */
export type Glance = (
  rule: RuleId,
  severity: Severity,
  isFixable: boolean,
  isWaived: boolean,
) => void;

/** Findings that are made each time they are asked for. */
export interface LateFindings {
  readonly findings: readonly StoredFinding[];
  /** Shows one after the other, without making them. */
  each(see: Glance): void;
}

/** Shows findings one after the other. */
export function eachOf(findings: readonly StoredFinding[], see: Glance): void {
  for (const { rule, severity, fix, waiver } of findings) {
    see(rule, severity, fix !== null, waiver !== null);
  }
}

/** Sees findings and adds how many of each kind there are. */
export const counting =
  (into: Tally): Glance =>
  (_rule, severity, isFixable, isWaived) => {
    if (isWaived) into.waived++;
    else {
      into[severity]++;
      if (isFixable) into.fixable++;
    }
  };

export interface FindingsQuery {
  /** Words that the brief's title, its slug or the message must hold. */
  readonly text: string;
  /** Each narrows where it is not empty. */
  readonly rules: readonly RuleId[];
  readonly severities: readonly Severity[];
  /** Only these briefs; null for all. */
  readonly slugs: readonly string[] | null;
  readonly waived: 'without' | 'with' | 'only';
  readonly order: 'brief' | 'rule';
  readonly offset: number;
  /** At most 500. */
  readonly limit: number;
}

export interface FoundFinding extends StoredFinding {
  readonly slug: string;
  readonly title: string;
}

export interface FindingsPage {
  /** How many fit the query, and in how many briefs. */
  readonly total: number;
  readonly briefs: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many there are of each rule, over what fits but for `rules`; most first. */
  readonly rules: readonly {
    readonly rule: RuleId;
    readonly count: number;
    readonly fixable: number;
  }[];
  readonly items: readonly FoundFinding[];
}
