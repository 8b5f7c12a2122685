import type { CacheKey } from './cache/cache';
import type { KeptFindings } from './cache/kept';
import type { FileState } from './cache/states';
import { type BriefFiles, sameLook } from './files';

/** A file that was changed this short before the cache was written may have changed since. */
const DOUBT_MS = 2_000;

type Kept = Pick<KeptFindings, 'key' | 'savedAt'>;

/** Whether what was kept was made in these surroundings; null for such as nothing is kept of. */
export const holdsIn = ({ key }: Kept, now: CacheKey | null): boolean =>
  now !== null && key.surroundings === now.surroundings && key.day === now.day;

export const isInDoubt = (state: FileState, kept: Pick<Kept, 'savedAt'> | null): boolean =>
  kept !== null && state.modified >= kept.savedAt - DOUBT_MS;

/**
 * The state of a file that is as it was kept: `known` where size and time tell, another where its
 * bytes had to be read; null where it is not.
 */
export function unchanged(
  files: BriefFiles,
  slug: string,
  known: FileState,
  kept: Kept,
): FileState | null {
  const look = files.look(slug);
  if (look && sameLook(known, look) && !isInDoubt(known, kept)) return known;
  if (!look || known.hash === '') return null;
  const { state } = files.read(slug);
  return state.hash === known.hash ? state : null;
}
