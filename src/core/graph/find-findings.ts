import type { RuleId, Severity } from '../check/finding';
import { RULES } from '../check/rules';
import { fold } from '../complete/fold';
import type { FindingsPage, FindingsQuery, FoundFinding, StoredFinding } from './findings';
import type { BriefRecord } from './record';
import type { GraphView } from './view';

/** What is known of the briefs' findings. */
export type FindingsSource = Pick<GraphView, 'records' | 'record' | 'findings' | 'eachFinding'>;

/** The most that one page holds. */
const MOST = 500;

/** The findings that fit a query, a page of them, and how many there are of each kind. */
export function findFindings(source: FindingsSource, query: FindingsQuery): FindingsPage {
  const search = new Search(source, query);
  for (const record of recordsOf(source, query.slugs)) search.look(record);
  return search.page();
}

/** Of thousands of findings only those of the page are made, and, where words are asked for, read. */
class Search {
  readonly #source: FindingsSource;
  readonly #query: FindingsQuery;
  readonly #words: readonly string[];
  readonly #found: Found[] = [];
  readonly #rules = new Map<RuleId, { count: number; fixable: number }>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  #briefs = 0;

  constructor(source: FindingsSource, query: FindingsQuery) {
    this.#source = source;
    this.#query = query;
    this.#words = fold(query.text).split(/\s+/).filter(Boolean);
  }

  look(record: BriefRecord): void {
    const { rules, severities, waived } = this.#query;
    const found = this.#found;
    const before = found.length;
    const says = this.#sayingIn(record);
    let next = 0;
    this.#source.eachFinding(record.slug, (rule, severity, isFixable, isWaived) => {
      const place = next++;
      if (waived !== 'with' && isWaived !== (waived === 'only')) return;
      if (severities.length > 0 && !severities.includes(severity)) return;
      if (!says(place)) return;
      this.#count(rule, isFixable);
      if (rules.length > 0 && !rules.includes(rule)) return;
      this.#counts[severity]++;
      found.push({ record, place, rule });
    });
    if (found.length > before) this.#briefs++;
  }

  page(): FindingsPage {
    const { order, offset, limit } = this.#query;
    if (order === 'rule') this.#found.sort(byRule);
    return {
      total: this.#found.length,
      briefs: this.#briefs,
      counts: this.#counts,
      rules: [...this.#rules]
        .map(([rule, { count, fixable }]) => ({ rule, count, fixable }))
        .sort((a, b) => b.count - a.count || orderOf(a.rule) - orderOf(b.rule)),
      items: this.#made(this.#found.slice(offset, offset + Math.min(limit, MOST))),
    };
  }

  /** Tells of the findings of a brief, by their places, whether they or it hold all words. */
  #sayingIn({ slug, title }: BriefRecord): (place: number) => boolean {
    if (this.#words.length === 0) return () => true;
    const named = fold(`${title} ${slug}`);
    const others = this.#words.filter((word) => !named.includes(word));
    if (others.length === 0) return () => true;
    const findings = this.#source.findings(slug);
    return (place) => {
      const said = fold(findings[place]?.message ?? '');
      return others.every((word) => said.includes(word));
    };
  }

  #count(rule: RuleId, isFixable: boolean): void {
    const counted = this.#rules.get(rule) ?? { count: 0, fixable: 0 };
    counted.count++;
    if (isFixable) counted.fixable++;
    this.#rules.set(rule, counted);
  }

  #made(found: readonly Found[]): FoundFinding[] {
    const known = new Map<string, readonly StoredFinding[]>();
    return found.flatMap(({ record: { slug, title }, place }) => {
      const findings = known.get(slug) ?? this.#source.findings(slug);
      known.set(slug, findings);
      const finding = findings[place];
      return finding ? [{ ...finding, slug, title }] : [];
    });
  }
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

/** A finding by its place in those of its brief, which are in the order of the text. */
interface Found {
  readonly record: BriefRecord;
  readonly place: number;
  readonly rule: RuleId;
}

const ORDER = new Map(RULES.map(({ id }, index) => [id, index]));
const orderOf = (rule: RuleId): number => ORDER.get(rule) ?? ORDER.size;

const byRule = (a: Found, b: Found): number =>
  orderOf(a.rule) - orderOf(b.rule) ||
  (a.record.slug < b.record.slug ? -1 : a.record.slug > b.record.slug ? 1 : a.place - b.place);
