import * as v from 'valibot';
import type { Memory } from '../../bridge/types';
import type { Disk } from '../../disk/files/disk';
import { openOwnStore } from '../../disk/stores/own';
import type { Store } from '../../disk/stores/store';

const RECENT = v.object({ id: v.string(), name: v.string(), path: v.string() });
export type Recent = v.InferOutput<typeof RECENT>;

const PLACE = v.object({
  memory: v.record(v.string(), v.unknown()),
  exportFolder: v.nullable(v.string()),
});
export type Place = v.InferOutput<typeof PLACE>;

const WINDOW = v.object({
  bounds: v.nullable(
    v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
  ),
  maximized: v.boolean(),
  zoom: v.number(),
});
export type WindowPlace = v.InferOutput<typeof WINDOW>;

/** For each workspace and export folder: the hash of what was last exported to each path. */
const RECEIPTS = v.record(v.string(), v.record(v.string(), v.string()));
export type Receipts = v.InferOutput<typeof RECEIPTS>;

/** What the app keeps of its own between starts. */
export interface Shelves {
  readonly recents: Store<readonly Recent[]>;
  /** By the workspace's id. */
  readonly places: Store<Readonly<Record<string, Place>>>;
  readonly window: Store<WindowPlace>;
  readonly receipts: Store<Receipts>;
}

export const NO_PLACE: Place = { memory: {}, exportFolder: null };

export async function openShelves(disk: Disk, userData: string): Promise<Shelves> {
  const folder = `${userData}/state`;
  const [recents, places, window, receipts] = await Promise.all([
    openOwnStore<readonly Recent[]>(disk, folder, 'recents.json', v.array(RECENT), []),
    openOwnStore<Readonly<Record<string, Place>>>(
      disk,
      folder,
      'places.json',
      v.record(v.string(), PLACE),
      {},
    ),
    openOwnStore<WindowPlace>(disk, folder, 'window.json', WINDOW, {
      bounds: null,
      maximized: false,
      zoom: 0,
    }),
    openOwnStore<Receipts>(disk, folder, 'receipts.json', RECEIPTS, {}),
  ]);
  return { recents, places, window, receipts };
}

/** Keeps memory and export folder of a workspace. */
export async function setPlace(
  shelves: Shelves,
  id: string,
  change: Partial<Place>,
): Promise<void> {
  await shelves.places.update((all) => ({ ...all, [id]: { ...(all[id] ?? NO_PLACE), ...change } }));
}

export function placeOf(
  shelves: Shelves,
  id: string,
): { memory: Memory; exportFolder: string | null } {
  return shelves.places.data[id] ?? NO_PLACE;
}

/** Settles when all that is to be kept is kept. */
export async function shelvesIdle(shelves: Shelves): Promise<void> {
  await Promise.all(Object.values(shelves).map((store: Store<unknown>) => store.idle()));
}
