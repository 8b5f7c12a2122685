import type { Brief } from '../format/brief';
import type { Range } from '../text/range';
import type { Knowledge } from '../workspace/knowledge';
import { Context } from './context';
import { type Finding, type Fix, levelOf, type RuleId, type Severity } from './finding';
import { RULES } from './rules';

/**
 * Everything that the rules find in a brief, in the order of the text. Levels come from the
 * workspace's settings; the fixes of a finding are worked out when they are first read.
 */
export function check(brief: Brief, slug: string, knowledge: Knowledge): Finding[] {
  const context = new Context(brief, slug, knowledge);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const severity = levelOf(rule.id, knowledge.settings);
    if (severity === 'off') continue;
    rule.check(context, (range, message, fixes) => {
      findings.push(finding(rule.id, severity, range, message, fixes));
    });
  }
  return findings.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** How many findings there are of each severity, without those that are waived. */
export function countFindings(
  findings: readonly Pick<Finding, 'severity' | 'waiver'>[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, waiver } of findings) if (!waiver) counts[severity]++;
  return counts;
}

const NO_FIXES: readonly Fix[] = [];

function finding(
  rule: RuleId,
  severity: Severity,
  { from, to }: Range,
  message: string,
  fixesOf: (() => readonly Fix[]) | undefined,
): Finding {
  if (!fixesOf) return { rule, severity, from, to, message, fixes: NO_FIXES };
  let fixes: readonly Fix[] | null = null;
  return {
    rule,
    severity,
    from,
    to,
    message,
    // A fix may search a whole registry or parse the brief anew: not at each key.
    get fixes() {
      fixes ??= fixesOf();
      return fixes;
    },
  };
}
