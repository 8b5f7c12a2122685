import { todayFor } from '../../core/waive/waive';
import type { Registries } from '../workspace/registries';
import { type Around, keyOf, type Surroundings } from './around';

/** What the files of a workspace's settings, registries and waivers say now. */
export function surroundingsOf(registries: Registries): Surroundings {
  const { entities } = registries;
  const hashes = hashesOf(registries);
  return {
    ...othersOf(registries),
    entities: entities.data,
    key: hashes && keyOf({ ...hashes, entities: entities.hash }),
  };
}

/** The same, without the entities where the index reads them. */
export function aroundOf(registries: Registries): Around {
  return registries.areEntitiesLate
    ? { ...othersOf(registries), entities: null, hashes: hashesOf(registries) }
    : surroundingsOf(registries);
}

const othersOf = ({ settings, outlets, waivers }: Registries) => ({
  settings: settings.data,
  outlets: outlets.data,
  waivers: waivers.data,
  today: todayFor(waivers.data),
});

/** Null where of a file with a fault a good copy or a guess is gone by. */
function hashesOf({ settings, outlets, waivers, problems, lacksSettings }: Registries) {
  if (problems.length > 0 || lacksSettings) return null;
  return { settings: settings.hash, outlets: outlets.hash, waivers: waivers.hash };
}
