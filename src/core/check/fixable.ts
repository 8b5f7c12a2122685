import type { Range } from '../text/range';
import type { Finding, Fix, RuleId, Severity } from './finding';

/**
 * A finding whose fixes are worked out when they are first read: a fix may search a whole registry
 * or parse the brief anew, and few are looked at. A class, as objects with a getter of their own
 * have a shape each, which costs more than the rest of a check.
 */
export class FixableFinding implements Finding {
  readonly from: number;
  readonly to: number;
  readonly #make: (title: string) => readonly Fix[];
  #fixes: readonly Fix[] | null = null;

  constructor(
    readonly rule: RuleId,
    readonly severity: Severity,
    range: Range,
    readonly message: string,
    readonly fixTitle: string,
    make: (title: string) => readonly Fix[],
  ) {
    this.from = range.from;
    this.to = range.to;
    this.#make = make;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#make(this.fixTitle);
    return this.#fixes;
  }
}
