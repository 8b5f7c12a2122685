import type { RuleId } from '../check/levels';

/**
 * A decision to let one finding stand: a record of registry/waivers.json. `text` is what stands at
 * the finding's range, so that the waiver moves with it and falls when it changes; `nth` counts from
 * 0 where the rule finds the same text several times in the brief.
 */
export interface Waiver {
  readonly rule: RuleId;
  readonly slug: string;
  readonly text: string;
  readonly nth?: number;
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** The last day on which it holds, YYYY-MM-DD; without it, it holds until it is taken back. */
  readonly until?: string;
}

/** Who let a finding stand, until when and why: `Waived by Anna until 2026-12-31: under embargo`. */
export function describeWaiver({ reason, by, until }: Waiver): string {
  return `Waived${by ? ` by ${by}` : ''}${until ? ` until ${until}` : ''}: ${reason}`;
}

/** The same for two waivers of one finding. In the order of the file: by brief, then by rule. */
export function keyOfWaiver({ slug, rule, text, nth = 0 }: Waiver): string {
  return [slug, rule, text, nth].join('\u0000');
}
