import { quoted } from '../check/text';
import { fold, foldedWords } from '../complete/fold';
import { namedEntities } from '../graph/named';
import type { BriefRecord } from '../graph/record';
import { counting } from '../graph/findings';
import type { GraphView } from '../graph/view';
import type { EntityIndex } from '../workspace/entities';
import { isWithin } from './days';
import type { Filter, Has, NameFilter } from './query';

/** True for the briefs that a filter lets through. */
export type Passes = (record: BriefRecord) => boolean;

/** What filters let through, and what they name that is not there. */
export function passing(
  filters: readonly Filter[],
  view: GraphView,
): { readonly passes: Passes; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const tests = filters.map((filter) => {
    const test = testOf(filter, view, remarks);
    return filter.exclude ? (record: BriefRecord) => !test(record) : test;
  });
  return { passes: (record) => tests.every((test) => test(record)), remarks };
}

function testOf(filter: Filter, view: GraphView, remarks: string[]): Passes {
  switch (filter.kind) {
    case 'date':
      return ({ date }) => isWithin(date, filter.days);
    case 'has':
      return ({ slug }) => hasOf(view, slug, filter.what);
    case 'entity':
      return ofEntities(view, filter.name, remarks);
    default:
      return ofNames(view, filter.kind, filter.name, remarks);
  }
}

function hasOf(view: GraphView, slug: string, what: Has): boolean {
  const tally = { error: 0, warning: 0, info: 0, fixable: 0, waived: 0 };
  view.eachFinding(slug, counting(tally));
  if (what === 'waiver') return tally.waived > 0;
  if (what === 'finding') return tally.error + tally.warning + tally.info > 0;
  return tally[what] > 0;
}

function ofEntities(view: GraphView, name: string, remarks: string[]): Passes {
  const slugs = entitiesCalled(view.entities, name);
  if (slugs.size === 0) {
    remarks.push(`No entity in the registry is called ${quoted(name)}.`);
    // A brief may link to what is not registered.
    slugs.add(name);
  }
  const linked = [...slugs];
  return (record) => {
    if (linked.some((slug) => typeof record.entities[slug] === 'number')) return true;
    return namedEntities(record, view.entities).some((slug) => slugs.has(slug));
  };
}

/** The entities whose slug, name or alias a text is, folded: there may be several of one name. */
function entitiesCalled(entities: EntityIndex, name: string): Set<string> {
  if (entities.has(name)) return new Set([name]);
  return new Set(foldedNames(entities).get(fold(name)));
}

// A registry is never changed, only replaced.
const foldedKnown = new WeakMap<EntityIndex, ReadonlyMap<string, readonly string[]>>();

/** The slugs of each folded name and alias: made once, for it reads every name. */
function foldedNames(entities: EntityIndex): ReadonlyMap<string, readonly string[]> {
  const before = foldedKnown.get(entities);
  if (before) return before;
  const slugs = new Map<string, string[]>();
  for (const { slug, name, aliases = [] } of entities.all) {
    for (const called of [name, ...aliases]) {
      const key = fold(called);
      const others = slugs.get(key);
      if (others) others.push(slug);
      else slugs.set(key, [slug]);
    }
  }
  foldedKnown.set(entities, slugs);
  return slugs;
}

/** True where a test holds for a name that a brief has. */
type AnyName = (record: BriefRecord, test: (name: string) => boolean) => boolean;

const ANY: Readonly<Record<Exclude<NameFilter, 'entity'>, AnyName>> = {
  type: ({ type }, test) => test(type),
  head: ({ heads }, test) => heads.some(test),
  lens: ({ takes }, test) => takes.some(({ lens }) => test(lens)),
  outlet: ({ takes }, test) => takes.some(({ outlet }) => test(outlet)),
};

/** By the names that a text is, folded; else by those in which its words begin words. */
function ofNames(
  view: GraphView,
  kind: Exclude<NameFilter, 'entity'>,
  name: string,
  remarks: string[],
): Passes {
  const any = ANY[kind];
  const has = (test: (used: string) => boolean) => {
    for (const record of view.records()) if (any(record, test)) return true;
    return false;
  };
  const key = fold(name);
  const isSame = remembered((used) => fold(used) === key);
  if (has(isSame)) return (record) => any(record, isSame);
  const words = foldedWords(name).join(' ');
  const isMeant = remembered(
    (used) => words !== '' && ` ${foldedWords(used).join(' ')}`.includes(` ${words}`),
  );
  if (!has(isMeant)) remarks.push(`No brief has the ${kind} ${quoted(name)}.`);
  return (record) => any(record, isMeant);
}

/** A test that is made once for each name; names stand in runs. */
function remembered(test: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  let last = '';
  let answer = test(last);
  return (name) => {
    if (name === last) return answer;
    const known = answers.get(name);
    answer = known ?? test(name);
    if (known === undefined) answers.set(name, answer);
    last = name;
    return answer;
  };
}
