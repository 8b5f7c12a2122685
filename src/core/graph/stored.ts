import type { Finding, RuleId } from '../check/finding';
import { RULES } from '../check/rules';
import type { Range } from '../text/range';
import { type LineIndex, lineIndexOf } from '../text/lines';
import type { StoredFinding } from './findings';
import type { Pool } from './pool';

/** Gives back an equal text. */
export type Texts = Pick<Pool, 'one'>;

/** Findings as the graph keeps them. @param text the text that was checked */
export function storedFindings(
  findings: readonly Finding[],
  text: string,
  texts: Texts,
): readonly StoredFinding[] {
  if (findings.length === 0) return NONE;
  const lines = lineIndexOf(text);
  const found: StoredFinding[] = [];
  for (const finding of findings) found.push(stored(finding, lines, texts));
  return found;
}

/** A finding with its place. */
export function stored(
  finding: Finding,
  lines: Pick<LineIndex, 'place'>,
  texts: Texts,
): StoredFinding {
  const { rule, severity, from, to, message, fixTitle, waiver = null } = finding;
  const start = lines.place(from);
  const end = lines.place(to);
  return {
    rule,
    severity,
    from,
    to,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: texts.one(message),
    fix: fixTitle === undefined ? null : texts.one(fixTitle),
    waiver,
  };
}

const NONE: readonly never[] = [];
const ORDER = new Map(RULES.map(({ id }, index) => [id, index]));
const orderOf = (rule: RuleId) => ORDER.get(rule) ?? ORDER.size;

/** The order in which `check` reports: by place, at one place by rule. */
export const byPlace = (a: Range & { rule: RuleId }, b: Range & { rule: RuleId }): number =>
  a.from - b.from || a.to - b.to || orderOf(a.rule) - orderOf(b.rule);
