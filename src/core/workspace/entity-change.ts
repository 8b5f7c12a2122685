import type { Entity } from './workspace';

/** What is other in a registry: slugs that are gone, and records that are new or in the place of those of their slugs. */
export interface EntityChange {
  readonly put: readonly Entity[];
  readonly gone: readonly string[];
}

/** What makes the one registry the other; both have each slug once. */
export function changeBetween(before: readonly Entity[], after: readonly Entity[]): EntityChange {
  const left = new Map(before.map((entity) => [entity.slug, entity]));
  const put: Entity[] = [];
  for (const entity of after) {
    const old = left.get(entity.slug);
    left.delete(entity.slug);
    if (!old || !isSame(old, entity)) put.push(entity);
  }
  return { put, gone: [...left.keys()] };
}

/** The registry after a change; the very same where nothing is other. What is new stands by its slug. */
export function changedBy(
  entities: readonly Entity[],
  { put, gone }: EntityChange,
): readonly Entity[] {
  const fresh = new Map(put.map((entity) => [entity.slug, entity]));
  const left = new Set(gone);
  let isOther = false;
  const kept: Entity[] = [];
  for (const entity of entities) {
    const other = fresh.get(entity.slug);
    fresh.delete(entity.slug);
    const isGone = !other && left.has(entity.slug);
    if (isGone || (other && !isSame(other, entity))) isOther = true;
    if (!isGone) kept.push(other ?? entity);
  }
  if (fresh.size > 0) return merged(kept, [...fresh.values()].sort(bySlug));
  return isOther ? kept : entities;
}

function merged(kept: readonly Entity[], fresh: readonly Entity[]): Entity[] {
  const all: Entity[] = [];
  let next = 0;
  for (const entity of kept) {
    for (let one = fresh[next]; one && bySlug(one, entity) < 0; one = fresh[++next]) all.push(one);
    all.push(entity);
  }
  return [...all, ...fresh.slice(next)];
}

const bySlug = (a: Entity, b: Entity): number => (a.slug < b.slug ? -1 : 1);

const isSame = (a: Entity, b: Entity): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
