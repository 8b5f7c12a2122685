import type { Link } from '../../format/brief';
import { targetOf } from '../../format/target';
import type { EntityIndex } from '../../workspace/entities';
import type { Fix } from '../finding';
import { neighboursOf } from '../nearest';
import { type CheckContext, editFix, type Rule } from '../rule';
import { oneLine, quoted } from '../text';

export const entityUnknown: Rule = {
  id: 'link/entity-unknown',
  check(context, report) {
    for (const { link, target, entity } of context.links) {
      if (target.kind !== 'entity' || entity) continue;
      report(
        link,
        `No entity ${quoted(target.slug)} is in the registry: correct the link or add the entity.`,
        'Link to the nearest entity, or add this one',
        () => fixesOf(context, link, target.slug),
      );
    }
  },
};

function fixesOf({ brief, knowledge }: CheckContext, link: Link, slug: string): Fix[] {
  const text = link.text ? oneLine(brief, link.text) : '';
  const { from, to } = link.target;
  const near = likely(knowledge.entities, slug, text);
  const insert = near === null ? '' : targetOf('entity', near, knowledge.settings.prefix);
  const name = text || slug;
  return [
    ...(near === null ? [] : editFix(`Link to ${near}`, [{ from, to, insert }])),
    { kind: 'add-entity', title: `Add ${quoted(name)} to the registry`, name, slug },
  ];
}

/** The entity that the link's text names, else the one with the nearest slug. */
function likely(entities: EntityIndex, slug: string, text: string): string | null {
  return entities.byName(text)?.slug ?? neighboursOf(entities).nearest(slug);
}
