import type { BriefEntry } from './workspace';

/** All known briefs by slug; one of the workspace shadows a published one of the same slug. */
export class BriefIndex {
  readonly #bySlug: ReadonlyMap<string, BriefEntry>;
  readonly #shadowed = new Set<string>();
  #linkedFrom: Map<string, string[]> | null = null;
  #claimants: Map<string, string[]> | null = null;

  constructor(entries: Iterable<BriefEntry>) {
    const bySlug = new Map<string, BriefEntry>();
    for (const entry of entries) {
      const known = bySlug.get(entry.slug);
      if (known && known.published !== entry.published) this.#shadowed.add(entry.slug);
      if (!known || (known.published && !entry.published)) bySlug.set(entry.slug, entry);
    }
    this.#bySlug = bySlug;
  }

  get(slug: string): BriefEntry | undefined {
    return this.#bySlug.get(slug);
  }

  has(slug: string): boolean {
    return this.#bySlug.has(slug);
  }

  /** True where a brief of the workspace stands in the place of a published one. */
  shadows(slug: string): boolean {
    return this.#shadowed.has(slug);
  }

  slugs(): IterableIterator<string> {
    return this.#bySlug.keys();
  }

  get size(): number {
    return this.#bySlug.size;
  }

  get all(): IterableIterator<BriefEntry> {
    return this.#bySlug.values();
  }

  /** The briefs whose Related line lists `slug`. */
  linkedFrom(slug: string): readonly string[] {
    this.#linkedFrom ??= group(this.all, (entry) => entry.related);
    return this.#linkedFrom.get(slug) ?? [];
  }

  /** The briefs whose canonical line claims `slug` though their file is named otherwise. */
  claimants(slug: string): readonly string[] {
    this.#claimants ??= group(this.all, ({ claims }) => (claims === null ? [] : [claims]));
    return this.#claimants.get(slug) ?? [];
  }

  /**
   * The index after a change: `changed` are put in, `gone` are taken out. It can't uncover a
   * published brief that a brief in `gone` had shadowed: put that one in `changed`.
   */
  with(changed: Iterable<BriefEntry>, gone: Iterable<string> = []): BriefIndex {
    const next = new Map(this.#bySlug);
    for (const slug of gone) next.delete(slug);
    for (const entry of changed) next.set(entry.slug, entry);
    return new BriefIndex(next.values());
  }
}

function group(
  entries: Iterable<BriefEntry>,
  keysOf: (entry: BriefEntry) => readonly string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const slugs = groups.get(key);
      if (slugs) slugs.push(entry.slug);
      else groups.set(key, [entry.slug]);
    }
  }
  return groups;
}
