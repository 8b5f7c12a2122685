import type { Entity } from './workspace';

/** The entity registry, looked up by slug and by name. */
export class EntityIndex {
  readonly all: readonly Entity[];
  readonly #bySlug = new Map<string, Entity>();
  #byName: Map<string, Entity> | null = null;

  /** Of two records with one slug, the first counts. */
  constructor(entities: readonly Entity[]) {
    this.all = entities;
    for (const entity of entities) {
      if (!this.#bySlug.has(entity.slug)) this.#bySlug.set(entity.slug, entity);
    }
  }

  get(slug: string): Entity | undefined {
    return this.#bySlug.get(slug);
  }

  has(slug: string): boolean {
    return this.#bySlug.has(slug);
  }

  slugs(): IterableIterator<string> {
    return this.#bySlug.keys();
  }

  /** The entity of a name or an alias, compared in NFC; a name wins over another's alias. */
  byName(name: string): Entity | undefined {
    this.#byName ??= namesOf(this.#bySlug.values());
    return this.#byName.get(name) ?? this.#byName.get(name.normalize('NFC'));
  }

  isName(name: string): boolean {
    return this.byName(name) !== undefined;
  }

  /** The registry with `entity` in it, in the place of a record with its slug. */
  with(entity: Entity): EntityIndex {
    const at = this.all.findIndex(({ slug }) => slug === entity.slug);
    return new EntityIndex(at < 0 ? [...this.all, entity] : this.all.with(at, entity));
  }
}

function namesOf(entities: Iterable<Entity>): Map<string, Entity> {
  const names = new Map<string, Entity>();
  const aliases = new Map<string, Entity>();
  for (const entity of entities) {
    claim(names, entity.name, entity);
    for (const alias of entity.aliases ?? []) claim(aliases, alias, entity);
  }
  for (const [alias, entity] of aliases) claim(names, alias, entity);
  return names;
}

function claim(map: Map<string, Entity>, text: string, entity: Entity): void {
  const key = text.normalize('NFC');
  if (!map.has(key)) map.set(key, entity);
}
