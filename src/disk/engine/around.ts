import type { Waiver } from '../../core/waive/waiver';
import type { Entity, Outlet, Settings } from '../../core/workspace/workspace';
import type { CacheKey } from './cache/cache';

/** What briefs are checked with, besides each other. */
export interface Surroundings {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
  readonly waivers: readonly Waiver[];
  /** YYYY-MM-DD, the day by which waivers expire. */
  readonly today: string;
  /** Says in one text which files these were read from; null where a cache can't go by it. */
  readonly key: string | null;
}

/** What a cache made in these surroundings goes by; null where none can. */
export function cacheKeyOf({ key, waivers, today }: Surroundings): CacheKey | null {
  const day = waivers.some(({ until }) => until !== undefined) ? today : '';
  return key === null ? null : { surroundings: key, day };
}
