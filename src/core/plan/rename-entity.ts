import type { Brief } from '../format/brief';
import { isSlug } from '../format/slug';
import { targetOf } from '../format/target';
import type { Range } from '../text/range';
import type { TextEdit } from '../text/edit';
import type { JsonNode } from '../workspace/json';
import type { Entity } from '../workspace/workspace';
import { type Drafts, refuse } from './drafts';
import { ENTITIES } from './files';
import { linksTo, retarget } from './links';
import { listsNames, mayName, namesOf, renameNames, same, standsAlone } from './names';
import { memberOf, Records } from './records';
import { eachTied } from './ties';
import type { ChangeRequest } from './types';
import { changeWaivers, followSlug } from './waivers';

type Request = Extract<ChangeRequest, { kind: 'rename-entity' }>;

/** An entity gets another slug or name: its record, the links to it, and its name on Entities lines. */
export function renameEntity(drafts: Drafts, { slug, to, keepAlias }: Request): string {
  const { view } = drafts;
  const name = to.name.trim();
  const entity = mayRename(drafts, slug, to.slug, name);
  changeRecord(drafts, entity, to.slug, name, keepAlias);
  const { prefix } = view.settings;
  const links = (brief: Brief) => (to.slug === slug ? [] : linksTo(brief, 'entity', slug, prefix));
  const names = (brief: Brief) =>
    name === entity.name ? [] : renameNames(namesOf(brief, view.entities), entity.name, name);
  const aliases = [...(entity.aliases ?? []), entity.name];
  const renamed = view.entities.with({ ...entity, name, aliases });
  eachTied(
    drafts,
    (record) => (record.entities[slug] ?? 0) > 0 || mayName(record.named, entity),
    (brief, draft) => {
      const edits = names(brief);
      draft.changeLines([...retarget(links(brief), slug, to.slug), ...edits], true);
      if (edits.length === 0) return;
      const meant = namesOf(brief, view.entities).map(({ text }) =>
        same(text, entity.name) ? name : text,
      );
      if (!listsNames(draft.text, meant, renamed)) refuse(misread(name, draft.slug ?? ''));
    },
    (brief): Range[] => [...links(brief), ...(keepAlias ? [] : names(brief))],
  );
  const address = targetOf('entity', '', prefix);
  changeWaivers(drafts, (place) => ({
    ...place,
    text: followSlug(place.text, address, slug, to.slug),
  }));
  remarkLines(drafts, entity, name);
  return to.slug === slug
    ? `Rename ${entity.name} to ${name}`
    : `Rename the entity ${slug} to ${to.slug}${name === entity.name ? '' : `, ${name}`}`;
}

function mayRename({ view }: Drafts, slug: string, to: string, name: string): Entity {
  const entity = view.entities.get(slug);
  if (!entity) refuse(`There is no entity “${slug}”.`);
  if (name === '') refuse('An entity needs a name.');
  if (!isSlug(to)) refuse(`“${to}” is no slug: use small letters, digits and single hyphens.`);
  if (to === slug && name === entity.name) refuse('These are its slug and name already.');
  const holder = to === slug ? undefined : view.entities.get(to);
  if (holder)
    refuse(`The slug “${to}” is taken by ${holder.name}. Merge the two, or choose another.`);
  const named = view.entities.byName(name);
  if (named && named.slug !== slug) {
    refuse(
      `${named.name} (${named.slug}) has the name “${name}”. Merge the two, or choose another.`,
    );
  }
  if (!standsAlone(name)) {
    refuse(`“${name}” can’t stand on an Entities line: it has a line break or too many commas.`);
  }
  return entity;
}

/** The record with its new slug and name, and the old name among its aliases where that is wished. */
function changeRecord(
  drafts: Drafts,
  entity: Entity,
  slug: string,
  name: string,
  keepAlias: boolean,
): void {
  const { draft, records, record } = entityRecord(drafts, entity.slug);
  const edits: TextEdit[] = [];
  if (name !== entity.name) {
    edits.push(...records.set(record, 'name', name));
    if (keepAlias) edits.push(...keepName(records, record, entity, name));
  }
  if (slug !== entity.slug) edits.push(...records.set(record, 'slug', slug));
  draft.change(slug === entity.slug ? edits : records.moved(record, 'slug', slug, edits), false);
}

/** The record of an entity in the registry's text. */
export function entityRecord(drafts: Drafts, slug: string) {
  const draft = drafts.file(ENTITIES);
  if (!draft) return refuse(`${ENTITIES} is not there, so it can’t be changed.`);
  const records = new Records(draft);
  const record = records.find('slug', slug);
  if (!record) return refuse(`${ENTITIES} has no record “${slug}” any more. Try again.`);
  return { draft, records, record };
}

/** The old name takes the place of an alias that has become the name. */
function keepName(records: Records, record: JsonNode, entity: Entity, name: string): TextEdit[] {
  if (entity.aliases?.some((alias) => same(alias, entity.name))) return [];
  const aliases = memberOf(record, 'aliases')?.items ?? [];
  const alias = aliases.find((item) => same(records.read(item) ?? '', name));
  if (!alias) return records.append(record, 'aliases', [entity.name]);
  return [{ from: alias.from, to: alias.to, insert: JSON.stringify(entity.name) }];
}

/** The reason to refuse a name with which a line would be read as other entities. */
export function misread(name: string, slug: string): string {
  return `With “${name}”, the Entities line of ${slug} would be read otherwise. Choose another name, or mend that line first.`;
}

/** A name with a comma may be what other briefs list as two names. */
function remarkLines({ view, remarks }: Drafts, entity: Entity, name: string): void {
  if (!name.includes(', ') || name === entity.name) return;
  const count = [...view.records()].filter(({ named }) => named.includes(name)).length;
  if (count === 0) return;
  const briefs = count === 1 ? 'One brief has' : `${count} briefs have`;
  remarks.push(`${briefs} “${name}” on the Entities line, which will be read as this entity.`);
}
