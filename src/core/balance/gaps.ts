import { listed, quoted } from '../check/text';
import type { Knowledge } from '../workspace/knowledge';
import { expectedOf, type Side, targetOf } from './shares';
import { type CountedTake, UNLABELLED } from './takes';

/** What is counted of a brief. */
export interface Counted {
  readonly takes: readonly CountedTake[];
  /** How often each entity (by slug) is linked in it. */
  readonly entities: Readonly<Record<string, number>>;
}

/** What is missing, as sentences: what the briefs are about first, then the target, then the vocabulary. */
export function gapsOf(briefs: readonly Counted[], knowledge: Knowledge): string[] {
  if (briefs.length === 0) return [];
  const takes = briefs.flatMap((brief) => brief.takes);
  const affected = affectedRegions(briefs, takes, knowledge);
  return [
    ...affected.map(({ sentence }) => sentence),
    ...SIDES.flatMap((side) => underTarget(side, briefs, knowledge)),
    ...unlabelled(takes),
    ...SIDES.flatMap((side) => {
      const said = new Set(side === 'region' ? affected.map(({ region }) => region) : []);
      for (const name of Object.keys(targetOf(side, knowledge.settings.balance))) {
        said.add(name.normalize('NFC'));
      }
      return missing(side, takes, knowledge, said);
    }),
  ];
}

const SIDES: readonly Side[] = ['region', 'lens', 'lang'];

const ofName: Readonly<Record<Side, (name: string) => string>> = {
  lens: (name) => `of the lens ${quoted(name)}`,
  region: (name) => `from ${name}`,
  lang: (name) => `in ${name}`,
};

/** Regions without a take whose entity the briefs link: those are affected. */
function affectedRegions(
  briefs: readonly Counted[],
  takes: readonly CountedTake[],
  knowledge: Knowledge,
): { region: string; sentence: string }[] {
  const present = new Set(takes.map(({ region }) => region));
  const regions = new Set(expectedOf('region', knowledge));
  for (const { region } of knowledge.outlets.all) if (region) regions.add(region.normalize('NFC'));
  return [...regions]
    .filter((region) => !present.has(region))
    .map((region) => ({ region, links: linksTo(briefs, region, knowledge) }))
    .filter(({ links }) => links > 0)
    .sort((a, b) => b.links - a.links)
    .map(({ region, links }) => {
      const who = briefs.length === 1 ? 'the brief links' : 'the briefs link';
      const often = links === 1 ? 'once' : `${links} times`;
      return { region, sentence: `No take from ${region}, which ${who} ${often}.` };
    });
}

function linksTo(briefs: readonly Counted[], region: string, { entities }: Knowledge): number {
  const slug = entities.byName(region)?.slug;
  if (slug === undefined) return 0;
  return briefs.reduce(
    (sum, brief) => sum + (Object.hasOwn(brief.entities, slug) ? (brief.entities[slug] ?? 0) : 0),
    0,
  );
}

/** The target holds for each brief. */
function underTarget(side: Side, briefs: readonly Counted[], { settings }: Knowledge): string[] {
  return Object.entries(targetOf(side, settings.balance)).flatMap(([written, least]) => {
    const name = written.normalize('NFC');
    const counts = briefs.map(({ takes }) => takes.filter((take) => take[side] === name).length);
    const under = counts.filter((count) => count < least);
    if (under.length === 0) return [];
    if (briefs.length === 1) {
      return [`${takesOf(under[0] ?? 0)} ${ofName[side](name)}; the target is ${least}.`];
    }
    return [
      `${under.length} of ${briefs.length} briefs miss the target of ${takesOf(least)} ${ofName[side](name)}.`,
    ];
  });
}

const takesOf = (count: number) =>
  count === 0 ? 'No take' : count === 1 ? '1 take' : `${count} takes`;

function unlabelled(takes: readonly CountedTake[]): string[] {
  const count = takes.filter(({ lens }) => lens === UNLABELLED).length;
  return count === 0 ? [] : [`${takesOf(count)} ${count === 1 ? 'has' : 'have'} no lens yet.`];
}

/** So many names are listed; of more the number is said. */
const MOST = 4;

/** The names of the vocabulary that no take has, but for those in `said`. */
function missing(
  side: Side,
  takes: readonly CountedTake[],
  knowledge: Knowledge,
  said: ReadonlySet<string>,
): string[] {
  const present = new Set(takes.map((take) => take[side]));
  const names = expectedOf(side, knowledge).filter((name) => !present.has(name) && !said.has(name));
  if (names.length === 0) return [];
  if (names.length === 1) return [`No take ${ofName[side](names[0] ?? '')}.`];
  const rest = names.length - MOST;
  const shown = (rest > 1 ? names.slice(0, MOST) : names).map((name) =>
    side === 'lens' ? quoted(name) : name,
  );
  const all = listed(rest > 1 ? [...shown, `${rest} more`] : shown);
  const of = { lens: 'of the lenses', region: 'from', lang: 'in' }[side];
  return [`No take ${of} ${all}.`];
}
