import type { Entity, Outlet } from '../workspace/workspace';
import type { LiveBriefs } from './live-briefs';
import type { BriefRecord } from './record';

/** Whose findings a change touches: all of them, or only those about who lists back. */
export type Touch = 'whole' | 'related';
export type Touched = ReadonlyMap<string, Touch>;

/** The briefs that a rule reads `slug` for, after it was `before` and is `after`; undefined for none. */
export function touchedByBrief(
  slug: string,
  before: BriefRecord | undefined,
  after: BriefRecord | undefined,
  briefs: LiveBriefs,
): Touched {
  const touched = new Map<string, Touch>();
  if (!before || !after || before.published !== after.published) {
    touchLinking(slug, briefs, touched);
  } else {
    touchListing(before, after, briefs, touched);
  }
  const claims = [before?.claims ?? null, after?.claims ?? null];
  if (claims[0] !== claims[1]) for (const claim of claims) touchClaim(claim, briefs, touched);
  if (!before || !after) touchClaim(slug, briefs, touched);
  touched.delete(slug);
  return touched;
}

function touchLinking(slug: string, briefs: LiveBriefs, touched: Map<string, Touch>): void {
  for (const record of briefs.records()) {
    if (record.related.includes(slug) || record.links.includes(slug)) {
      touched.set(record.slug, 'whole');
    }
  }
}

/** What others say of a brief that they list hangs on its title and on whether it lists them. */
function touchListing(
  before: BriefRecord,
  after: BriefRecord,
  briefs: LiveBriefs,
  touched: Map<string, Touch>,
): void {
  const lost = before.related.filter((slug) => !after.related.includes(slug));
  const won = after.related.filter((slug) => !before.related.includes(slug));
  for (const slug of [...lost, ...won]) {
    if (briefs.record(slug)?.related.includes(after.slug)) touched.set(slug, 'related');
  }
  if (before.title === after.title) return;
  for (const slug of briefs.linkedFrom(after.slug)) {
    if (!after.related.includes(slug)) touched.set(slug, 'related');
  }
}

function touchClaim(claim: string | null, briefs: LiveBriefs, touched: Map<string, Touch>): void {
  if (claim === null) return;
  if (briefs.has(claim)) touched.set(claim, 'whole');
  for (const slug of briefs.claimants(claim)) touched.set(slug, 'whole');
}

/** More changed records than this, and all briefs are checked again. */
const FEW = 100;

/** The briefs that link to or name an entity which is other than before; null for all. */
export function touchedByEntities(
  before: readonly Entity[],
  after: readonly Entity[],
  briefs: LiveBriefs,
): Touched | null {
  const changed = changes(before, after, ({ slug }) => slug, sameEntity);
  if (!changed || changed.length > FEW) return null;
  const slugs = new Set(changed.map(({ slug }) => slug));
  const names = [...new Set(changed.flatMap(namesOf))];
  const touched = new Map<string, Touch>();
  if (changed.length === 0) return touched;
  for (const { slug, entities, named } of briefs.records()) {
    const line = named.normalize('NFC');
    const isTouched =
      names.some((name) => line.includes(name)) || [...slugs].some((each) => each in entities);
    if (isTouched) touched.set(slug, 'whole');
  }
  return touched;
}

const namesOf = ({ name, aliases = [] }: Entity): string[] =>
  [name, ...aliases].map((text) => text.normalize('NFC'));

/** The briefs with takes of an outlet which is other than before; null for all. */
export function touchedByOutlets(
  before: readonly Outlet[],
  after: readonly Outlet[],
  briefs: LiveBriefs,
): Touched | null {
  const keyOf = ({ name }: Outlet) => name.normalize('NFC');
  const changed = changes(before, after, keyOf, sameOutlet);
  if (!changed || changed.length > FEW) return null;
  const names = new Set(changed.map(keyOf));
  const touched = new Map<string, Touch>();
  for (const { slug, takes } of briefs.records()) {
    if (takes.some(({ outlet }) => names.has(outlet.normalize('NFC')))) {
      touched.set(slug, 'whole');
    }
  }
  return touched;
}

const sameEntity = (a: Entity, b: Entity): boolean =>
  a.slug === b.slug && a.name === b.name && sameTexts(a.aliases, b.aliases);

const sameOutlet = (a: Outlet, b: Outlet): boolean =>
  a.name === b.name && sameTexts(a.domains, b.domains);

const sameTexts = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

/**
 * The records that were there and are not, and those that are new. Null where the others stand in
 * another order: of two that share a name, the first counts.
 */
function changes<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (record: T) => string,
  same: (a: T, b: T) => boolean,
): T[] | null {
  const old = new Map(before.map((record) => [keyOf(record), record]));
  const now = new Map(after.map((record) => [keyOf(record), record]));
  if (old.size !== before.length || now.size !== after.length) {
    return sameList(before, after, same) ? [] : null;
  }
  const stays = (record: T, there: ReadonlyMap<string, T>) => {
    const other = there.get(keyOf(record));
    return other !== undefined && same(record, other);
  };
  const kept = before.filter((record) => stays(record, now));
  const keptNow = after.filter((record) => stays(record, old));
  if (!sameList(kept, keptNow, same)) return null;
  return [
    ...before.filter((record) => !stays(record, now)),
    ...after.filter((record) => !stays(record, old)),
  ];
}

const sameList = <T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean =>
  a.length === b.length && a.every((record, index) => same(record, b[index] as T));
