import { BriefIndex } from '../workspace/briefs';
import type { BriefEntry } from '../workspace/workspace';
import { type BriefRecord, emptyRecord } from './record';

/** What is kept of a brief; `record` may be worked out when it is first asked for. */
export interface Held {
  /** Null where the brief is there but not read yet, or can't be read. */
  readonly record: BriefRecord | null;
}

/**
 * The briefs of a workspace as they change: the file's, or in its place unsaved text, or a published
 * brief of the slug. All lists are in the order of the slugs, whatever came first.
 */
export class LiveBriefs extends BriefIndex {
  readonly #files = new Map<string, Held>();
  readonly #overlays = new Map<string, BriefRecord>();
  #published: ReadonlyMap<string, BriefRecord> = new Map();
  readonly #claimants = new Map<string, readonly string[]>();
  #sorted: readonly string[] | null = null;

  constructor() {
    super([]);
  }

  override get(slug: string): BriefEntry | undefined {
    const held = this.#files.get(slug);
    if (!held) return this.#published.get(slug);
    return this.#overlays.get(slug) ?? held.record ?? emptyRecord(slug);
  }

  /** The record of a brief that has been read. */
  record(slug: string): BriefRecord | undefined {
    const held = this.#files.get(slug);
    if (!held) return this.#published.get(slug);
    return this.#overlays.get(slug) ?? held.record ?? undefined;
  }

  override has(slug: string): boolean {
    return this.#files.has(slug) || this.#published.has(slug);
  }

  override shadows(slug: string): boolean {
    return this.#files.has(slug) && this.#published.has(slug);
  }

  /** True for a brief of the workspace. */
  isOwn(slug: string): boolean {
    return this.#files.has(slug);
  }

  /** The slugs of the workspace's own briefs. */
  own(): IterableIterator<string> {
    return this.#files.keys();
  }

  override slugs(): IterableIterator<string> {
    this.#sorted ??= [...new Set([...this.#files.keys(), ...this.#published.keys()])].sort();
    return this.#sorted.values();
  }

  override get size(): number {
    this.slugs();
    return this.#sorted?.length ?? 0;
  }

  override get all(): IterableIterator<BriefEntry> {
    return this.#every();
  }

  *records(): Generator<BriefRecord> {
    for (const slug of this.slugs()) {
      const record = this.record(slug);
      if (record) yield record;
    }
  }

  override linkedFrom(slug: string): readonly string[] {
    const from: string[] = [];
    for (const record of this.records()) if (record.related.includes(slug)) from.push(record.slug);
    return from;
  }

  override claimants(slug: string): readonly string[] {
    return this.#claimants.get(slug) ?? [];
  }

  override with(changed: Iterable<BriefEntry>, gone: Iterable<string> = []): BriefIndex {
    return new BriefIndex(this.all).with(changed, gone);
  }

  /** Puts a file in, or takes it out. */
  setFile(slug: string, held: Held | null): void {
    this.#change(slug, () => {
      if (held) this.#files.set(slug, held);
      else this.#files.delete(slug);
    });
  }

  /**
   * Puts in a file of which only the claim is worked out beforehand.
   * @param claims as in its record
   */
  restoreFile(slug: string, held: Held, claims: string | null): void {
    if (this.#published.has(slug)) this.#unclaim(slug);
    this.#files.set(slug, held);
    this.#sorted = null;
    if (claims !== null) this.#claim(claims, slug, true);
  }

  /** Puts an equal record in the place of a file's. */
  hold(slug: string, equal: (record: BriefRecord) => BriefRecord): void {
    const record = this.#files.get(slug)?.record;
    if (record) this.#files.set(slug, { record: equal(record) });
  }

  setOverlay(slug: string, record: BriefRecord | null): void {
    this.#change(slug, () => {
      if (record) this.#overlays.set(slug, record);
      else this.#overlays.delete(slug);
    });
  }

  /** @returns the slugs whose published brief is another than before, with what they were */
  setPublished(records: readonly BriefRecord[]): Map<string, BriefRecord | undefined> {
    const before = this.#published;
    const after = new Map(records.map((record) => [record.slug, record]));
    const changed = new Map<string, BriefRecord | undefined>();
    for (const slug of new Set([...before.keys(), ...after.keys()])) {
      if (this.#files.has(slug) || before.get(slug) === after.get(slug)) continue;
      changed.set(slug, before.get(slug));
      this.#unclaim(slug);
    }
    this.#published = after;
    this.#sorted = null;
    for (const slug of changed.keys()) this.#reclaim(slug);
    return changed;
  }

  #change(slug: string, change: () => void): void {
    const had = this.has(slug);
    this.#unclaim(slug);
    change();
    this.#reclaim(slug);
    if (had !== this.has(slug)) this.#sorted = null;
  }

  #unclaim(slug: string): void {
    const claims = this.#claimOf(slug);
    if (claims !== null) this.#claim(claims, slug, false);
  }

  #reclaim(slug: string): void {
    const claims = this.#claimOf(slug);
    if (claims !== null) this.#claim(claims, slug, true);
  }

  #claimOf(slug: string): string | null {
    return this.record(slug)?.claims ?? null;
  }

  #claim(claimed: string, slug: string, isOn: boolean): void {
    const others = (this.#claimants.get(claimed) ?? []).filter((other) => other !== slug);
    if (isOn) others.push(slug);
    if (others.length > 0) this.#claimants.set(claimed, others.sort());
    else this.#claimants.delete(claimed);
  }

  *#every(): Generator<BriefEntry> {
    for (const slug of this.slugs()) {
      const entry = this.get(slug);
      if (entry) yield entry;
    }
  }
}
