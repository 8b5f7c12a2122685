import { addEntityName } from '../../edit/index';
import { editFix, type Rule } from '../rule';

export const entityUnlisted: Rule = {
  id: 'graph/entity-unlisted',
  check({ brief, links, names, knowledge }, report) {
    const { entities } = knowledge;
    const seen = new Set(names.map(({ entity }) => entity?.slug));
    for (const { link, target } of links) {
      if (target.kind !== 'entity' || seen.has(target.slug)) continue;
      seen.add(target.slug);
      const entity = entities.get(target.slug);
      if (!entity) continue;
      report(
        link,
        `${entity.name} is linked here but not named under Entities: add the name there.`,
        `Add ${entity.name} to Entities`,
        (title) => editFix(title, addEntityName(brief, entity.name)),
      );
    }
  },
};
