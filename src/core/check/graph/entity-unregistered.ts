import { slugify } from '../../format/slug';
import type { EntityIndex } from '../../workspace/entities';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { quoted } from '../text';

export const entityUnregistered: Rule = {
  id: 'graph/entity-unregistered',
  check({ names, knowledge }, report) {
    const { entities } = knowledge;
    for (const name of names) {
      if (entities.isName(name.text)) continue;
      report(
        name,
        `${quoted(name.text)} is no registered entity: correct the name or add the entity.`,
        () => fixesOf(entities, name.text),
      );
    }
  },
};

function fixesOf(entities: EntityIndex, name: string): Fix[] {
  const slug = freeSlug(entities, slugify(name));
  if (slug === null) return [];
  return [{ kind: 'add-entity', title: `Add ${quoted(name)} to the registry`, name, slug }];
}

/** The slug, with a number where it is taken; null for a name that gives none. */
function freeSlug(entities: EntityIndex, slug: string): string | null {
  if (slug === '') return null;
  let free = slug;
  for (let n = 2; entities.has(free); n++) free = `${slug}-${n}`;
  return free;
}
