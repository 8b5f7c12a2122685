import type { KnownBrief, WorkspaceState } from '../../../bridge/types';
import { BriefIndex } from '../../../core/workspace/briefs';
import type { BriefEntry } from '../../../core/workspace/workspace';
import { type RowsBySlug, rowsBySlug } from '../../app/contract';

/** Thousands have none. */
const NONE: readonly string[] = [];

type Parts = Pick<WorkspaceState, 'briefs' | 'published' | 'listedBy'>;

/** The briefs of the workspace's table, with entries made as they are asked for: few ever are. */
export class TableBriefs extends BriefIndex {
  readonly #rows: RowsBySlug;
  readonly #published: ReadonlyMap<string, KnownBrief>;
  readonly #listedBy: Parts['listedBy'];
  #claims: ReadonlyMap<string, readonly string[]> | null = null;

  constructor({ briefs, published, listedBy }: Parts) {
    super([]);
    this.#rows = rowsBySlug(briefs);
    this.#published = new Map(published.map((brief) => [brief.slug, brief]));
    this.#listedBy = listedBy;
  }

  override get(slug: string): BriefEntry | undefined {
    const row = this.#rows.get(slug);
    const known = row ?? this.#published.get(slug);
    if (!known) return undefined;
    const { title, date, claims } = known;
    const listed = (open: string) => this.#listedBy[open]?.includes(slug);
    const listing = Object.keys(this.#listedBy).filter(listed);
    const related = listing.length > 0 ? listing : NONE;
    return { slug, title, date, claims, related, published: row === undefined };
  }

  override has(slug: string): boolean {
    return this.#rows.has(slug) || this.#published.has(slug);
  }

  override *slugs(): Generator<string> {
    yield* this.#rows.keys();
    for (const slug of this.#published.keys()) if (!this.#rows.has(slug)) yield slug;
  }

  override get size(): number {
    return [...this.slugs()].length;
  }

  override get all(): IterableIterator<BriefEntry> {
    return this.#entries();
  }

  override linkedFrom(slug: string): readonly string[] {
    return this.#listedBy[slug] ?? [];
  }

  override claimants(slug: string): readonly string[] {
    this.#claims ??= this.#readClaims();
    return this.#claims.get(slug) ?? [];
  }

  override with(changed: Iterable<BriefEntry>, gone: Iterable<string> = []): BriefIndex {
    return new BriefIndex(this.all).with(changed, gone);
  }

  *#entries(): Generator<BriefEntry> {
    for (const slug of this.slugs()) {
      const entry = this.get(slug);
      if (entry) yield entry;
    }
  }

  /** Those of one slug in their order, as in the index of the workspace. */
  #readClaims(): Map<string, string[]> {
    const claims = new Map<string, string[]>();
    for (const slug of this.slugs()) {
      const claimed = (this.#rows.get(slug) ?? this.#published.get(slug))?.claims ?? null;
      if (claimed !== null) claims.set(claimed, [...(claims.get(claimed) ?? []), slug].sort());
    }
    return claims;
  }
}
