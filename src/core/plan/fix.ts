import { check } from '../check/index';
import type { Finding, Fix, RuleId } from '../check/finding';
import { RULE_TITLES } from '../check/titles';
import { addRelated } from '../edit/index';
import { parse } from '../format/parse';
import { applyEdits, mapOffset } from '../text/edit';
import type { Draft } from './draft';
import { type Drafts, refuse } from './drafts';
import { NewEntities } from './new-entities';
import type { ChangeRequest } from './types';

/** The first fix of one finding. */
export function fixFinding(
  drafts: Drafts,
  { slug, rule, from }: Extract<ChangeRequest, { kind: 'fix-finding' }>,
): string {
  const draft = drafts.brief(slug);
  if (!draft) refuse(`The brief “${slug}” can’t be read.`);
  const found = findingsOf(drafts, draft, rule).find((finding) => finding.from === from);
  if (!found) refuse('This finding is there no more. Look at the findings again.');
  const fix = found.fixes[0];
  if (!fix) refuse('This finding has no fix. Mend it in the brief.');
  const entities = new NewEntities(drafts);
  const failure = applyFix({ drafts, entities, optional: false }, draft, found, fix);
  const unwritten = failure ?? entities.write(false);
  if (unwritten) refuse(unwritten);
  return fix.title;
}

/** The first fix of every finding of a rule but those that are waived, brief by brief. */
export function fixRule(
  drafts: Drafts,
  { rule, slugs }: Extract<ChangeRequest, { kind: 'fix-rule' }>,
): string {
  const { view } = drafts;
  const wanted = slugs && new Set(slugs);
  const entities = new NewEntities(drafts);
  const fixing = { drafts, entities, optional: true };
  const tally = { fixed: 0, left: 0, failures: new Set<string>() };
  for (const { slug, published } of view.records()) {
    if (published || (wanted && !wanted.has(slug))) continue;
    const stored = view.findings(slug).filter((finding) => finding.rule === rule);
    if (!stored.some((finding) => finding.fix !== null && !finding.waiver)) continue;
    const draft = drafts.brief(slug);
    const waived = stored.filter((finding) => finding.waiver).map(({ from }) => from);
    if (draft) fixBrief(fixing, draft, rule, waived, tally);
  }
  const unwritten = entities.write(true);
  if (unwritten) refuse(unwritten);
  if (tally.fixed === 0) refuse(`Nothing of “${RULE_TITLES[rule]}” can be fixed here.`);
  if (tally.left > 0) drafts.remarks.push(leftOver(tally.left));
  drafts.remarks.push(...tally.failures);
  return `Fix “${RULE_TITLES[rule]}”`;
}

interface Fixing {
  readonly drafts: Drafts;
  readonly entities: NewEntities;
  readonly optional: boolean;
}

interface Tally {
  fixed: number;
  /** Findings whose fix would not have mended them, or has met another. */
  left: number;
  readonly failures: Set<string>;
}

/** One fix after the other, each on the text that the last one has left. */
function fixBrief(
  fixing: Fixing,
  draft: Draft,
  rule: RuleId,
  waived: readonly number[],
  tally: Tally,
): void {
  const { drafts } = fixing;
  let passed = new Set(waived);
  for (;;) {
    const open = findingsOf(drafts, draft, rule);
    const found = open.find(({ from, fixes }) => !passed.has(from) && fixes.length > 0);
    const fix = found?.fixes[0];
    if (!found || !fix) return;
    if (fix.kind !== 'edit') {
      const failure = applyFix(fixing, draft, found, fix);
      if (failure) tally.failures.add(failure);
      else tally.fixed++;
      passed.add(found.from);
    } else if (mends(drafts, draft, rule, fix, open.length)) {
      draft.change(fix.edits, true);
      passed = new Set([...passed].map((from) => mapOffset(from, fix.edits, 1)));
      tally.fixed++;
    } else {
      tally.left++;
      passed.add(found.from);
    }
  }
}

function mends(
  { view }: Drafts,
  draft: Draft,
  rule: RuleId,
  { edits }: Extract<Fix, { kind: 'edit' }>,
  before: number,
): boolean {
  const after = applyEdits(draft.text, edits);
  return ofRule(check(parse(after), draft.slug ?? '', view), rule).length < before;
}

function findingsOf({ view }: Drafts, draft: Draft, rule: RuleId): Finding[] {
  return ofRule(check(parse(draft.text), draft.slug ?? '', view), rule);
}

const ofRule = (findings: readonly Finding[], rule: RuleId) =>
  findings.filter((finding) => finding.rule === rule);

/** @returns why it can't be done, or null */
function applyFix(
  { drafts, entities, optional }: Fixing,
  draft: Draft,
  { rule }: Finding,
  fix: Fix,
): string | null {
  switch (fix.kind) {
    case 'edit':
      draft.change(fix.edits, optional);
      return null;
    case 'add-entity':
      return entities.add({ ...fix, linked: rule === 'link/entity-unknown' });
    case 'relate-back':
      return relateBack(drafts, fix.in, fix.slug, optional);
  }
}

function relateBack(drafts: Drafts, to: string, slug: string, optional: boolean): string | null {
  const draft = drafts.brief(to);
  if (!draft) return `The brief “${to}” can’t be read.`;
  const brief = parse(draft.text);
  if (brief.related?.items.some((item) => item.slug.text === slug)) return null;
  const result = addRelated(brief, slug);
  if (!result.ok) return `${to}: ${result.reason}`;
  draft.change(result.edits, optional);
  return null;
}

function leftOver(count: number): string {
  return count === 1
    ? 'One finding stays: its fix would not mend it. Mend it in the brief.'
    : `${count} findings stay: their fixes would not mend them. Mend them in the briefs.`;
}
