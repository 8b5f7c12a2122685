import { dayOf } from '../../core/waive/waive';
import type { Registries } from '../workspace/registries';
import type { Surroundings } from './around';

/** What the files of a workspace's settings, registries and waivers say now. */
export function surroundingsOf(registries: Registries): Surroundings {
  const { settings, entities, outlets, waivers, problems } = registries;
  const hashes = [settings, entities, outlets, waivers].map(({ hash }) => hash ?? 'none');
  return {
    settings: settings.data,
    entities: entities.data,
    outlets: outlets.data,
    waivers: waivers.data,
    today: dayOf(new Date()),
    // Of a file with a fault, what is gone by is a good copy or a guess.
    key: problems.length > 0 || registries.lacksSettings ? null : hashes.join(' '),
  };
}
