import type { Entity } from '../workspace/workspace';
import { ENTITY_RECORDS } from '../workspace/write';
import type { Drafts } from './drafts';
import { ENTITIES } from './files';
import { standsAlone } from './names';

/** An entity that a fix asks for. */
export interface Wished {
  readonly name: string;
  readonly slug: string;
  /** True where a link asks for just this slug; else a taken one gets a number behind it. */
  readonly linked: boolean;
}

/** Entities to be added to the registry, each once however often it is asked for. */
export class NewEntities {
  readonly #bySlug = new Map<string, Entity>();
  readonly #byName = new Map<string, Entity>();

  constructor(readonly drafts: Drafts) {}

  /** @returns why it can't be added, or null */
  add({ name, slug, linked }: Wished): string | null {
    if (!standsAlone(name)) return `“${name}” can’t be an entity’s name.`;
    if (linked && this.#isTaken(slug)) return null;
    const { entities } = this.drafts.view;
    const key = name.normalize('NFC');
    const holder = entities.byName(name) ?? this.#byName.get(key);
    if (holder) {
      return linked ? `“${name}” is the name of ${holder.slug}, so ${slug} was not added.` : null;
    }
    const entity = { slug: linked ? slug : this.#free(slug), name };
    this.#bySlug.set(entity.slug, entity);
    this.#byName.set(key, entity);
    return null;
  }

  /** Writes them into the registry, each a change of its own. @returns why that can't be, or null */
  write(optional: boolean): string | null {
    const fresh = [...this.#bySlug.values()];
    if (fresh.length === 0) return null;
    const draft = this.drafts.fileOrNew(ENTITIES);
    if (draft.before === null) {
      draft.change([{ from: 0, to: 0, insert: ENTITY_RECORDS.print(fresh) }], optional);
      return null;
    }
    const result = ENTITY_RECORDS.put(draft.text, fresh);
    if (!result.ok) return result.reason;
    draft.changeEach(
      result.edits.map((edit) => [edit]),
      optional,
    );
    return null;
  }

  #isTaken(slug: string): boolean {
    return this.drafts.view.entities.has(slug) || this.#bySlug.has(slug);
  }

  #free(slug: string): string {
    let free = slug;
    for (let n = 2; this.#isTaken(free); n++) free = `${slug}-${n}`;
    return free;
  }
}
