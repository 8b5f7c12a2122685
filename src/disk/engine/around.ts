import type { Waiver } from '../../core/waive/waiver';
import type { Entity, Outlet, Settings } from '../../core/workspace/workspace';

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
