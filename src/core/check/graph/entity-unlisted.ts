import { addEntityName } from '../../edit/index';
import { editFix, type Rule } from '../rule';

export const entityUnlisted: Rule = {
  id: 'graph/entity-unlisted',
  check({ brief, links, names }, report) {
    const seen = new Set(names.map(({ entity }) => entity));
    for (const { link, entity } of links) {
      if (!entity || seen.has(entity)) continue;
      seen.add(entity);
      report(
        link,
        `${entity.name} is linked here but not named under Entities: add the name there.`,
        `Add ${entity.name} to Entities`,
        (title) => editFix(title, addEntityName(brief, entity.name)),
      );
    }
  },
};
