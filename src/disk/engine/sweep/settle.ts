import { RULE_DEFAULTS } from '../../../core/check/finding';
import { parse } from '../../../core/format/parse';
import { foundOnLine, levelOfListsBack, listsBackAlone } from '../../../core/graph/lists-back';
import { LiveBriefs } from '../../../core/graph/live-briefs';
import { type BriefRecord, emptyRecord } from '../../../core/graph/record';
import { WaiverIndex } from '../../../core/waive/waive';
import type { BriefIndex } from '../../../core/workspace/briefs';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { type FindingColumns, FindingsWriter, mergeFindings } from '../cache/findings';
import type { BriefFiles } from '../files';
import { type Facts, readFacts, SAME } from './facts';
import { judge } from './judge';
import type { Swept, Task } from './sweep';

/** All findings of a workspace, in the order in which its briefs were taken. */
export interface Settled {
  /** Where each of those briefs stands in the list of slugs. */
  readonly places: readonly number[];
  readonly findings: FindingColumns;
  readonly knowledge: Knowledge;
}

/**
 * Adds to what was found in each brief alone what hangs on the others: who lists it back, who claims
 * its slug, and its waivers, which may be of either.
 */
export function settle(
  task: Task,
  published: readonly BriefRecord[],
  files: BriefFiles,
  before: Knowledge,
  swept: Swept,
): Settled {
  const facts = readFacts(swept.facts);
  const { around, slugs } = task;
  const knowledge = { ...before, settings: around.settings, briefs: briefsOf(task, facts) };
  knowledge.briefs.setPublished(published);
  const level = levelOfListsBack(around.settings, RULE_DEFAULTS['graph/one-way']);
  const alone = { ...knowledge, settings: listsBackAlone(around.settings, level) };
  const waivers = new WaiverIndex(around.waivers, around.settings);
  const isWhole = (slug: string, { claims }: Facts) =>
    claims !== null || knowledge.briefs.claimants(slug).length > 0 || waivers.of(slug).length > 0;
  const lists = new Lists(facts, slugs, knowledge.briefs);
  const found = new FindingsWriter();
  const whole = new Set<number>();
  facts.forEach((each, at) => {
    const slug = slugs[each.place] ?? '';
    if (isWhole(slug, each)) {
      whole.add(at);
      const { text } = files.readText(slug);
      const brief = text === null ? null : parse(text);
      found.add(brief ? judge(brief, slug, knowledge, waivers, around.today) : []);
    } else {
      const { line } = each;
      found.add(line && !lists.isListedBack(at) ? foundOnLine(slug, line, alone, SAME) : []);
    }
  });
  const findings = mergeFindings(swept.findings, found.columns, (at) => whole.has(at));
  return { places: facts.map(({ place }) => place), findings, knowledge };
}

/** Who lists whom, by number: looking for texts among texts takes ten times as long. */
class Lists {
  /** What each line names, and what of it counts as listed. */
  readonly #named: readonly (readonly number[])[];
  readonly #listed: readonly (readonly number[])[];

  constructor(facts: readonly Facts[], slugs: readonly string[], briefs: BriefIndex) {
    const numbers = new Map<string, number>();
    facts.forEach(({ place }, at) => numbers.set(slugs[place] ?? '', at));
    const numberOf = (slug: string) =>
      numbers.get(slug) ?? (briefs.has(slug) ? PUBLISHED : NOWHERE);
    const named = facts.map(({ line }) => line?.slugs.map(({ text }) => numberOf(text)) ?? []);
    this.#named = named;
    this.#listed = facts.map(({ line, related }, at) =>
      related.length === line?.slugs.length ? (named[at] ?? []) : related.map(numberOf),
    );
  }

  /** True where each brief of the workspace that a line names lists that of the line. */
  isListedBack(at: number): boolean {
    const listed = this.#listed;
    return this.#named[at]?.every((one) => one === NOWHERE || listed[one]?.includes(at)) ?? true;
  }
}

const NOWHERE = -1;
/** What it lists is not in the facts. */
const PUBLISHED = -2;

function briefsOf({ slugs }: Task, facts: readonly Facts[]): LiveBriefs {
  const briefs = new LiveBriefs();
  for (const { place, title, claims, related } of facts) {
    const slug = slugs[place] ?? '';
    const record = { ...emptyRecord(slug), title, claims, related };
    briefs.restoreFile(slug, { record }, claims);
  }
  return briefs;
}
