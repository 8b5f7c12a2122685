import type { Brief, Value } from '../format/brief';
import type { TextEdit } from '../text/edit';
import { targetOf } from '../format/target';
import { EntityIndex } from '../workspace/entities';
import type { Entity } from '../workspace/workspace';
import { type Drafts, refuse } from './drafts';
import { linksTo, retarget } from './links';
import { cutNames, listsNames, mayName, namesOf, same } from './names';
import { entityRecord, misread } from './rename-entity';
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
  const registry = registryAfter(drafts, merged, target);
  eachTied(
    drafts,
    ({ entities, named }) =>
      merged.some((entity) => (entities[entity.slug] ?? 0) > 0 || mayName(named, entity)),
    (brief, draft) => {
      const names = namesOf(brief, view.entities);
      const after = namesAfter(drafts, names, merged, target);
      draft.changeLines([...retargeted(brief), ...mergeNames(names, after)], true);
      const kept = names
        .filter((name) => after.get(name) !== null)
        .map((name) => after.get(name) ?? name.text);
      if (!listsNames(draft.text, kept, registry)) refuse(misread(target.name, draft.slug ?? ''));
    },
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

/** The target with the names of those merged among its aliases. */
function withAliases(merged: readonly Entity[], target: Entity): string[] {
  const aliases = [...(target.aliases ?? [])];
  for (const name of merged.flatMap(({ name, aliases: own = [] }) => [name, ...own])) {
    if (![target.name, ...aliases].some((other) => same(other, name))) aliases.push(name);
  }
  return aliases;
}

function registryAfter({ view }: Drafts, merged: readonly Entity[], target: Entity): EntityIndex {
  const left = view.entities.all.filter((entity) => !merged.includes(entity));
  return new EntityIndex(left).with({ ...target, aliases: withAliases(merged, target) });
}

function mergeRecords(drafts: Drafts, merged: readonly Entity[], target: Entity): void {
  const { draft, records, record } = entityRecord(drafts, target.slug);
  const aliases = withAliases(merged, target).slice(target.aliases?.length ?? 0);
  const slugs = new Set(merged.map(({ slug }) => slug));
  draft.change(
    [
      ...records.append(record, 'aliases', aliases),
      ...records.remove((item) => slugs.has(records.text(item, 'slug') ?? '')),
    ],
    false,
  );
}

/** What becomes of the names that change on an Entities line; null for one that goes. */
function namesAfter(
  { view }: Drafts,
  names: readonly Value[],
  merged: readonly Entity[],
  target: Entity,
): Map<Value, string | null> {
  const entityOf = ({ text }: Value) => view.entities.byName(text)?.slug;
  const slugs = new Set(merged.map(({ slug }) => slug));
  const ofMerged = names.filter((name) => slugs.has(entityOf(name) ?? ''));
  // One name of them all stays: one of the target's own where there is one.
  const kept = names.some((name) => entityOf(name) === target.slug) ? null : ofMerged[0];
  const isName = (text: string) => merged.some(({ name }) => same(name, text));
  return new Map(
    ofMerged.map((name) => {
      if (name !== kept) return [name, null];
      return [name, isName(name.text) ? target.name : name.text];
    }),
  );
}

function mergeNames(names: readonly Value[], after: ReadonlyMap<Value, string | null>): TextEdit[] {
  const renamed = [...after].flatMap(([{ from, to, text }, name]) =>
    name === null || name === text ? [] : [{ from, to, insert: name }],
  );
  return [...renamed, ...cutNames(names, (name) => after.get(name) === null)];
}
