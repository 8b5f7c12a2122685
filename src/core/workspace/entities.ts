import { composed } from '../text/composed';
import type { Entity } from './workspace';

/** The entity registry, looked up by slug and by name. */
export class EntityIndex {
  readonly all: readonly Entity[];
  readonly #bySlug = new Map<string, Entity>();
  readonly #byName = new Map<string, Entity>();
  readonly #byAlias = new Map<string, Entity>();
  readonly #withComma: string[] = [];
  #read = 0;

  /**
   * Of two records with one slug, the first counts.
   * @param entities may grow at its end
   * @param isUnread true where nothing can be said of what is not in it: the registry is still read
   */
  constructor(
    entities: readonly Entity[],
    readonly isUnread = false,
  ) {
    this.all = entities;
  }

  get(slug: string): Entity | undefined {
    this.read();
    return this.#bySlug.get(slug);
  }

  has(slug: string): boolean {
    return this.get(slug) !== undefined;
  }

  slugs(): IterableIterator<string> {
    this.read();
    return this.#bySlug.keys();
  }

  /** The entity of a name or an alias, compared in NFC; a name wins over another's alias. */
  byName(name: string): Entity | undefined {
    this.read();
    // What is found as it stands is composed; to see that of all takes as long as to look for them.
    return this.#named(name) ?? this.#named(composed(name));
  }

  #named(text: string): Entity | undefined {
    return this.#byName.get(text) ?? this.#byAlias.get(text);
  }

  isName(name: string): boolean {
    return this.byName(name) !== undefined;
  }

  /** The names and aliases that hold `, `. */
  get withComma(): readonly string[] {
    this.read();
    return this.#withComma;
  }

  /** Reads what has come to `all`, which else waits for the first look: a thousand take a millisecond or two. */
  read(): void {
    for (; this.#read < this.all.length; this.#read++) this.#add(this.all[this.#read] as Entity);
  }

  /** The registry with `entity` in it, in the place of a record with its slug. */
  with(entity: Entity): EntityIndex {
    const at = this.all.findIndex(({ slug }) => slug === entity.slug);
    return new EntityIndex(at < 0 ? [...this.all, entity] : this.all.with(at, entity));
  }

  #add(entity: Entity): void {
    const { slug, name, aliases } = entity;
    if (this.#bySlug.has(slug)) return;
    this.#bySlug.set(slug, entity);
    this.#addName(name, entity, this.#byName);
    aliases?.forEach((alias) => this.#addName(alias, entity, this.#byAlias));
  }

  #addName(name: string, entity: Entity, names: Map<string, Entity>): void {
    if (name.includes(', ')) this.#withComma.push(name);
    const text = composed(name);
    if (!names.has(text)) names.set(text, entity);
  }
}
