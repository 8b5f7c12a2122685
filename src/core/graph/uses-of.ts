import { namedEntities } from './named';
import type { BriefRecord } from './record';
import type { GraphView } from './view';

/**
 * In how many briefs each entity (by slug; linked or named under Entities) or outlet (by name, as
 * the registry writes it) occurs. What occurs nowhere is left out; unknown slugs and names count too.
 */
export function uses(view: GraphView, kind: 'entity' | 'outlet'): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const record of view.records()) {
    for (const key of kind === 'entity' ? entitySlugs(view, record) : outletNames(view, record)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}

/** The entities that a brief links to or names, by slug. */
export function entitySlugs(
  { entities }: Pick<GraphView, 'entities'>,
  record: BriefRecord,
): ReadonlySet<string> {
  const slugs = new Set(Object.keys(record.entities));
  for (const slug of namedEntities(record, entities)) slugs.add(slug);
  return slugs;
}

function outletNames({ outlets }: GraphView, { takes }: BriefRecord): ReadonlySet<string> {
  const names = takes.map(({ outlet }) => outlets.get(outlet)?.name ?? outlet.normalize('NFC'));
  return new Set(names.filter(Boolean));
}
