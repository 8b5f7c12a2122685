import type { EntityPart } from '../../bridge/types';
import { EntityIndex } from '../../core/workspace/entities';
import type { Entity } from '../../core/workspace/workspace';
import { parsed } from './rows';

/** The index of a registry; made with it where that came in parts. */
export function entityIndexOf(entities: readonly Entity[]): EntityIndex {
  let index = indexes.get(entities);
  if (!index) {
    index = new EntityIndex(entities);
    indexes.set(entities, index);
  }
  return index;
}

/** The index where the registry is not told yet. */
export const UNREAD_ENTITIES = new EntityIndex([], true);

const indexes = new WeakMap<readonly Entity[], EntityIndex>();

let gathered: Entity[] = [];

/** Takes in a part of the registry, and reads its names. @returns all of it once it is whole, else null */
export function gather({ from, to, total, records }: EntityPart): readonly Entity[] | null {
  if (from === 0) gathered = [];
  // Parts of a workspace that was left are of no use.
  if (from !== gathered.length) return null;
  for (const entity of parsed(records)) gathered.push(entity);
  entityIndexOf(gathered).read();
  if (to < total) return null;
  const whole = gathered;
  gathered = [];
  return whole;
}

/** Forgets parts that have come of another workspace. */
export function forgetParts(): void {
  gathered = [];
}
