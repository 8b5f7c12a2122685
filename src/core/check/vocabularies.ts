import type { Settings } from '../workspace/workspace';
import type { Vocabularies } from './rule';

const known = new WeakMap<Settings, Vocabularies>();

/** The vocabularies of a workspace's settings, which are the same object for all of its briefs. */
export function vocabulariesOf(settings: Settings): Vocabularies {
  let found = known.get(settings);
  if (!found) {
    found = {
      types: words(settings.types),
      heads: words(settings.heads),
      lenses: words(settings.lenses),
      regions: words(settings.regions),
      languages: words(settings.languages?.map((tag) => tag.toLowerCase())),
    };
    known.set(settings, found);
  }
  return found;
}

function words(list: readonly string[] = []): ReadonlySet<string> | null {
  return list.length > 0 ? new Set(list.map((word) => word.normalize('NFC'))) : null;
}
