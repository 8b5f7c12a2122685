import type { Waiver } from '../../core/waive/waiver';
import type { Entity, Outlet, Settings } from '../../core/workspace/workspace';
import type { CacheKey } from './cache/cache';

/** What briefs are checked with, besides each other. */
export interface Surroundings {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
  readonly waivers: readonly Waiver[];
  /** YYYY-MM-DD, the day by which waivers expire; empty where none can. */
  readonly today: string;
  /** Says in one text which files these were read from; null where a cache can't go by it. */
  readonly key: string | null;
}

/** The same where the entities are so many that the index reads them itself. */
export interface PartSurroundings extends Omit<Surroundings, 'entities' | 'key'> {
  readonly entities: null;
  /** Of the files read so far; null where a cache can't go by them. */
  readonly hashes: Omit<FileHashes, 'entities'> | null;
}

export type Around = Surroundings | PartSurroundings;

/** The hashes of the files that briefs are checked with; null for one that is not there. */
export type FileHashes = Readonly<
  Record<'settings' | 'entities' | 'outlets' | 'waivers', string | null>
>;

/** The hashes in one text. */
export const keyOf = ({ settings, entities, outlets, waivers }: FileHashes): string =>
  [settings, entities, outlets, waivers].map((hash) => hash ?? 'none').join(' ');

/** What a cache made in these surroundings goes by; null where none can. */
export const cacheKeyOf = ({ key, today }: Surroundings): CacheKey | null =>
  key === null ? null : { surroundings: key, day: today };
