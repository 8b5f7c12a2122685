import type { BriefEntry, Entity, Outlet } from '../workspace/workspace';
import type { MatchItem } from './starts';

export interface EntityItem extends MatchItem {
  readonly entity: Entity;
}

/** Entities, found by name, alias, slug and initials. */
export function entityItems(entities: readonly Entity[]): EntityItem[] {
  return entities.map((entity) => ({
    key: entity.slug,
    name: entity.name,
    aliases: entity.aliases ?? [],
    extra: entity.slug,
    entity,
  }));
}

export interface BriefItem extends MatchItem {
  readonly brief: Pick<BriefEntry, 'slug' | 'title' | 'date'>;
}

/** Briefs, found by title and slug. */
export function briefItems(briefs: Iterable<BriefItem['brief']>): BriefItem[] {
  return Array.from(briefs, (brief) => ({
    key: brief.slug,
    name: brief.title || brief.slug,
    extra: brief.slug,
    brief,
  }));
}

export interface OutletItem extends MatchItem {
  readonly outlet: Outlet;
}

/** Outlets, found by name and domain. */
export function outletItems(outlets: readonly Outlet[]): OutletItem[] {
  return outlets.map((outlet) => ({
    key: outlet.name,
    name: outlet.name,
    extra: outlet.domains?.join(' ') ?? '',
    outlet,
  }));
}

/** The words of a vocabulary. */
export function wordItems(words: readonly string[]): MatchItem[] {
  return words.map((word) => ({ key: word, name: word }));
}
