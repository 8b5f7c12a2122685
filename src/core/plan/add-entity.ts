import { scanJson } from '../workspace/json';
import { printEntities, putEntity } from '../workspace/write';
import type { Drafts } from './drafts';
import { ENTITIES } from './files';
import { standsAlone } from './names';
import { Records } from './records';

/** An entity to be added. */
export interface NewEntity {
  readonly name: string;
  readonly slug: string;
  /** True where a link asks for just this slug; else a taken one gets a number behind it. */
  readonly linked: boolean;
}

/**
 * Adds an entity to the registry, once however often it is asked for.
 * @returns why it can't be added, or null
 */
export function addEntity(drafts: Drafts, entity: NewEntity, optional: boolean): string | null {
  const { name, slug, linked } = entity;
  if (!standsAlone(name)) return `“${name}” can’t be an entity’s name.`;
  const draft = drafts.fileOrNew(ENTITIES);
  if (draft.text === '') {
    draft.change([{ from: 0, to: 0, insert: printEntities([{ slug, name }]) }], optional);
    return null;
  }
  if (!scanJson(draft.text).ok) return `${ENTITIES} has a fault. Mend it in a text editor first.`;
  const records = new Records(draft);
  if (linked && records.find('slug', slug)) return null;
  const holder = records.find('name', name);
  if (holder && !linked) return null;
  if (holder) {
    const taken = records.text(holder, 'slug') ?? '';
    return `“${name}” is the name of ${taken}, so ${slug} was not added.`;
  }
  const free = linked ? slug : freeSlug(records, slug);
  const result = putEntity(draft.text, { slug: free, name });
  if (!result.ok) return result.reason;
  draft.change(result.edits, optional);
  return null;
}

function freeSlug(records: Records, slug: string): string {
  let free = slug;
  for (let n = 2; records.find('slug', free); n++) free = `${slug}-${n}`;
  return free;
}
