import type { RuleId, Severity } from '../check/finding';
import { RULES } from '../check/rules';
import { fold } from '../complete/fold';
import type { FindingsPage, FindingsQuery, FoundFinding, StoredFinding } from './findings';
import type { BriefRecord } from './record';
import { byPlace } from './stored';

/** What is known of the briefs' findings. */
export interface FindingsSource {
  /** By slug. */
  records(): Iterable<BriefRecord>;
  record(slug: string): BriefRecord | undefined;
  findings(slug: string): readonly StoredFinding[];
}

/** The most that one page holds. */
const MOST = 500;

/** The findings that fit a query, a page of them, and how many there are of each kind. */
export function findFindings(source: FindingsSource, query: FindingsQuery): FindingsPage {
  const fits = fitting(query);
  const items: FoundFinding[] = [];
  const rules = new Map<RuleId, { count: number; fixable: number }>();
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let briefs = 0;
  for (const record of recordsOf(source, query.slugs)) {
    const before = items.length;
    const named = fold(`${record.title} ${record.slug}`);
    for (const finding of source.findings(record.slug)) {
      if (!fits(finding, named)) continue;
      tally(rules, finding);
      if (query.rules.length > 0 && !query.rules.includes(finding.rule)) continue;
      counts[finding.severity]++;
      items.push({ ...finding, slug: record.slug, title: record.title });
    }
    if (items.length > before) briefs++;
  }
  if (query.order === 'rule') items.sort(byRule);
  const { offset, limit } = query;
  return {
    total: items.length,
    briefs,
    counts,
    rules: [...rules]
      .map(([rule, { count, fixable }]) => ({ rule, count, fixable }))
      .sort((a, b) => b.count - a.count || orderOf(a.rule) - orderOf(b.rule)),
    items: items.slice(offset, offset + Math.min(limit, MOST)),
  };
}

function* recordsOf(
  source: FindingsSource,
  slugs: readonly string[] | null,
): Generator<BriefRecord> {
  if (slugs === null) yield* source.records();
  for (const slug of [...new Set(slugs ?? [])].sort()) {
    const record = source.record(slug);
    if (record) yield record;
  }
}

function fitting({ text, severities, waived }: FindingsQuery) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return ({ severity, waiver, message }: StoredFinding, named: string): boolean => {
    if (waived !== 'with' && (waiver !== null) !== (waived === 'only')) return false;
    if (severities.length > 0 && !severities.includes(severity)) return false;
    if (words.length === 0) return true;
    const said = fold(message);
    return words.every((word) => named.includes(word) || said.includes(word));
  };
}

function tally(
  rules: Map<RuleId, { count: number; fixable: number }>,
  { rule, fix }: StoredFinding,
): void {
  const counted = rules.get(rule) ?? { count: 0, fixable: 0 };
  counted.count++;
  if (fix !== null) counted.fixable++;
  rules.set(rule, counted);
}

const ORDER = new Map(RULES.map(({ id }, index) => [id, index]));
const orderOf = (rule: RuleId): number => ORDER.get(rule) ?? ORDER.size;

const byRule = (a: FoundFinding, b: FoundFinding): number =>
  orderOf(a.rule) - orderOf(b.rule) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : byPlace(a, b));
