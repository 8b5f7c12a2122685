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
  readonly #lists: readonly (readonly [open: string, by: readonly string[]])[];
  #claims: ReadonlyMap<string, readonly string[]> | null = null;

  constructor({ briefs, published, listedBy }: Parts) {
    super([]);
    this.#rows = rowsBySlug(briefs);
    this.#published = new Map(published.map((brief) => [brief.slug, brief]));
    this.#listedBy = listedBy;
    this.#lists = Object.entries(listedBy);
  }

  override get(slug: string): BriefEntry | undefined {
    const row = this.#rows.get(slug);
    const known = row ?? this.#published.get(slug);
    return known && this.#entryOf(known, row === undefined);
  }

  #entryOf({ slug, title, date, claims }: KnownBrief, published: boolean): BriefEntry {
    const listing = this.#lists.filter(([, by]) => by.includes(slug));
    const related = listing.length > 0 ? listing.map(([open]) => open) : NONE;
    return { slug, title, date, claims, related, published };
  }

  override has(slug: string): boolean {
    return this.#rows.has(slug) || this.#published.has(slug);
  }

  override *slugs(): Generator<string> {
    yield* this.#rows.keys();
    for (const { slug } of this.#outside()) yield slug;
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
    for (const row of this.#rows.rows) yield this.#entryOf(row, false);
    for (const brief of this.#outside()) yield this.#entryOf(brief, true);
  }

  /** Published briefs of which the workspace has none of the same slug. */
  *#outside(): Generator<KnownBrief> {
    for (const brief of this.#published.values()) if (!this.#rows.has(brief.slug)) yield brief;
  }

  /** Those of one slug in their order, as in the index of the workspace. */
  #readClaims(): Map<string, string[]> {
    const claims = new Map<string, string[]>();
    const add = ({ slug, claims: claimed }: KnownBrief) => {
      if (claimed === null) return;
      const others = claims.get(claimed);
      if (others) others.push(slug);
      else claims.set(claimed, [slug]);
    };
    for (const row of this.#rows.rows) add(row);
    for (const brief of this.#outside()) add(brief);
    for (const slugs of claims.values()) if (slugs.length > 1) slugs.sort();
    return claims;
  }
}
