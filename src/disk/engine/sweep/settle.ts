import { RULE_DEFAULTS } from '../../../core/check/finding';
import { parse } from '../../../core/format/parse';
import { foundOnLine, levelOfListsBack, listsBackAlone } from '../../../core/graph/lists-back';
import { LiveBriefs } from '../../../core/graph/live-briefs';
import { type BriefRecord, emptyRecord } from '../../../core/graph/record';
import { WaiverIndex } from '../../../core/waive/waive';
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
  const found = new FindingsWriter();
  const whole = new Set<number>();
  facts.forEach((each, at) => {
    const slug = slugs[each.place] ?? '';
    if (isWhole(slug, each)) {
      whole.add(at);
      const { text } = files.readText(slug);
      const brief = text === null ? null : parse(text);
      found.add(brief ? judge(brief, slug, knowledge, waivers, around.today) : []);
    } else found.add(each.line ? foundOnLine(slug, each.line, alone, SAME) : []);
  });
  const findings = mergeFindings(swept.findings, found.columns, (at) => whole.has(at));
  return { places: facts.map(({ place }) => place), findings, knowledge };
}

function briefsOf({ slugs }: Task, facts: readonly Facts[]): LiveBriefs {
  const briefs = new LiveBriefs();
  for (const { place, title, claims, related } of facts) {
    const slug = slugs[place] ?? '';
    const record = { ...emptyRecord(slug), title, claims, related };
    briefs.restoreFile(slug, { record }, claims);
  }
  return briefs;
}
