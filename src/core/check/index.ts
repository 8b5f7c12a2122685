import type { Brief } from '../format/brief';
import type { Range } from '../text/range';
import type { Knowledge } from '../workspace/knowledge';
import type { Settings } from '../workspace/workspace';
import { Context } from './context';
import { type Finding, type Fix, levelOf, type RuleId, type Severity } from './finding';
import { FixableFinding } from './fixable';
import type { Rule } from './rule';
import { RULES } from './rules';

/**
 * Everything that the rules find in a brief, in the order of the text. Levels come from the
 * workspace's settings; the fixes of a finding are worked out when they are first read.
 */
export function check(brief: Brief, slug: string, knowledge: Knowledge): Finding[] {
  const context = new Context(brief, slug, knowledge);
  const findings: Finding[] = [];
  let id: RuleId = 'format/title';
  let severity: Severity = 'error';
  const report = (
    range: Range,
    message: string,
    fixTitle?: string,
    fixes?: (title: string) => readonly Fix[],
  ) => {
    findings.push(
      fixTitle === undefined || !fixes
        ? { rule: id, severity, from: range.from, to: range.to, message, fixes: NO_FIXES }
        : new FixableFinding(id, severity, range, message, fixTitle, fixes),
    );
  };
  for (const active of activeOf(knowledge.settings)) {
    id = active.rule.id;
    severity = active.severity;
    active.rule.check(context, report);
  }
  return findings.length > 1 ? findings.sort((a, b) => a.from - b.from || a.to - b.to) : findings;
}

/** How many findings there are of each severity, without those that are waived. */
export function countFindings(
  findings: readonly Pick<Finding, 'severity' | 'waiver'>[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, waiver } of findings) if (!waiver) counts[severity]++;
  return counts;
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

const known = new WeakMap<Settings, readonly ActiveRule[]>();

/** The rules that are not off, with their severities; the settings are one object for all briefs. */
function activeOf(settings: Settings): readonly ActiveRule[] {
  let active = known.get(settings);
  if (!active) {
    active = RULES.flatMap((rule) => {
      const level = levelOf(rule.id, settings);
      return level === 'off' ? [] : [{ rule, severity: level }];
    });
    known.set(settings, active);
  }
  return active;
}

const NO_FIXES: readonly Fix[] = [];
