import type { Finding, RuleId } from '../check/finding';
import { RULES } from '../check/rules';
import type { Range } from '../text/range';
import { LineIndex, type Place } from '../text/lines';
import type { StoredFinding } from './findings';
import type { Pool } from './pool';

/** What the first fix of each rule does, where it has one. Working it out can cost a search or a parse. */
const FIXES: Readonly<Partial<Record<RuleId, string>>> = {
  'format/section-missing': 'Insert the section',
  'format/section-order': 'Move the section',
  'format/canonical': 'Set the address',
  'counts/takes': 'Set the count',
  'counts/lenses': 'Set the count',
  'counts/regions': 'Set the count',
  'link/entity-unknown': 'Link to the nearest entity, or add it',
  'link/brief-unknown': 'Link to the nearest brief',
  'link/self': 'Remove the link',
  'graph/related-duplicate': 'Remove it',
  'graph/related-missing': 'Add it to Related',
  'graph/one-way': 'Add it there',
  'graph/entity-unlisted': 'Add it to Entities',
  'graph/entity-unregistered': 'Add it to the registry',
  'take/lens-empty': 'Remove the lens',
};

/** The words for the first fix of a rule's findings; null where it has none. */
export const fixOf = (rule: RuleId): string | null => FIXES[rule] ?? null;

/** True where a finding may have fixes: those of most rules are worked out when they are read. */
function isFixable(finding: Finding): boolean {
  const fixes = Object.getOwnPropertyDescriptor(finding, 'fixes');
  return fixes?.get !== undefined || finding.fixes.length > 0;
}

/** Findings as the graph keeps them. @param text the text that was checked */
export function storedFindings(
  findings: readonly Finding[],
  text: string,
  pool: Pool,
): readonly StoredFinding[] {
  if (findings.length === 0) return NONE;
  const lines = new LineIndex(text);
  return findings.map((finding) => stored(finding, (offset) => lines.place(offset), pool));
}

/** A finding with its place. */
export function stored(
  finding: Finding,
  placeOf: (offset: number) => Place,
  pool: Pool,
): StoredFinding {
  const { rule, severity, from, to, message, waiver = null } = finding;
  const start = placeOf(from);
  const end = placeOf(to);
  return {
    rule,
    severity,
    from,
    to,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: pool.one(message),
    fix: isFixable(finding) ? fixOf(rule) : null,
    waiver,
  };
}

const NONE: readonly never[] = [];
const ORDER = new Map(RULES.map(({ id }, index) => [id, index]));
const orderOf = (rule: RuleId) => ORDER.get(rule) ?? ORDER.size;

/** The order in which `check` reports: by place, at one place by rule. */
export const byPlace = (a: Range & { rule: RuleId }, b: Range & { rule: RuleId }): number =>
  a.from - b.from || a.to - b.to || orderOf(a.rule) - orderOf(b.rule);
