import type { Brief, Value } from '../format/brief';
import type { TextEdit } from '../text/edit';
import { targetOf } from '../format/target';
import type { Entity } from '../workspace/workspace';
import { type Drafts, refuse } from './drafts';
import { linksTo, retarget } from './links';
import { cutNames, mayName, namesOf, same } from './names';
import { entityRecord } from './rename-entity';
import { eachTied } from './ties';
import type { ChangeRequest } from './types';
import { changeWaivers, followSlug } from './waivers';

type Request = Extract<ChangeRequest, { kind: 'merge-entities' }>;

/** Several entities become one: its record takes their names, the links and Entities lines follow. */
export function mergeEntities(drafts: Drafts, { slugs, into }: Request): string {
  const { view } = drafts;
  const { prefix } = view.settings;
  const target = known(drafts, into);
  const merged = [...new Set(slugs)]
    .filter((slug) => slug !== into)
    .map((slug) => known(drafts, slug));
  if (merged.length === 0) refuse('Choose at least two entities to merge.');
  mergeRecords(drafts, merged, target);
  const links = (brief: Brief) =>
    merged.flatMap(({ slug }) => linksTo(brief, 'entity', slug, prefix));
  const retargeted = (brief: Brief) =>
    merged.flatMap(({ slug }) => retarget(linksTo(brief, 'entity', slug, prefix), slug, into));
  eachTied(
    drafts,
    ({ entities, named }) =>
      merged.some((entity) => (entities[entity.slug] ?? 0) > 0 || mayName(named, entity)),
    (brief, draft) =>
      draft.changeLines([...retargeted(brief), ...mergeNames(drafts, brief, merged, target)], true),
    links,
  );
  const address = targetOf('entity', '', prefix);
  changeWaivers(drafts, (place) => ({
    ...place,
    text: merged.reduce((text, { slug }) => followSlug(text, address, slug, into), place.text),
  }));
  return `Merge ${merged.map(({ name }) => name).join(', ')} into ${target.name}`;
}

function known({ view }: Drafts, slug: string): Entity {
  return view.entities.get(slug) ?? refuse(`There is no entity “${slug}”.`);
}

function mergeRecords(drafts: Drafts, merged: readonly Entity[], target: Entity): void {
  const { draft, records, record } = entityRecord(drafts, target.slug);
  const aliases: string[] = [];
  const taken = [target.name, ...(target.aliases ?? [])];
  for (const name of merged.flatMap(({ name, aliases: own = [] }) => [name, ...own])) {
    if ([...taken, ...aliases].some((other) => same(other, name))) continue;
    aliases.push(name);
  }
  const slugs = new Set(merged.map(({ slug }) => slug));
  draft.change(
    [
      ...records.append(record, 'aliases', aliases),
      ...records.remove((item) => slugs.has(records.text(item, 'slug') ?? '')),
    ],
    false,
  );
}

/** One name of them all stays on the line: one of the target's own where there is one. */
function mergeNames(
  { view }: Drafts,
  brief: Brief,
  merged: readonly Entity[],
  target: Entity,
): TextEdit[] {
  const names = namesOf(brief, view.entities);
  const entityOf = ({ text }: Value) => view.entities.byName(text)?.slug;
  const slugs = new Set(merged.map(({ slug }) => slug));
  const ofMerged = names.filter((name) => slugs.has(entityOf(name) ?? ''));
  const kept = names.some((name) => entityOf(name) === target.slug) ? null : ofMerged[0];
  const gone = new Set(ofMerged.filter((name) => name !== kept));
  const isFormer = kept && merged.some(({ name }) => same(name, kept.text));
  const renamed = isFormer ? [{ from: kept.from, to: kept.to, insert: target.name }] : [];
  return [...renamed, ...cutNames(names, (name) => gone.has(name))];
}
