import { slugify } from '../../format/slug';
import type { EntityIndex } from '../../workspace/entities';
import type { Rule } from '../rule';
import { quoted } from '../text';

export const entityUnregistered: Rule = {
  id: 'graph/entity-unregistered',
  check({ names, knowledge }, report) {
    const { entities } = knowledge;
    for (const { name, entity } of names) {
      if (entity) continue;
      const slug = slugify(name.text);
      report(
        name,
        `${quoted(name.text)} is no registered entity: correct the name or add the entity.`,
        // A name without a Latin letter or digit gives no slug.
        slug === '' ? undefined : `Add ${quoted(name.text)} to the registry`,
        (title) => [{ kind: 'add-entity', title, name: name.text, slug: freeSlug(entities, slug) }],
      );
    }
  },
};

/** The slug, with a number where it is taken. */
function freeSlug(entities: EntityIndex, slug: string): string {
  let free = slug;
  for (let n = 2; entities.has(free); n++) free = `${slug}-${n}`;
  return free;
}
