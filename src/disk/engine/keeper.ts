import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BriefRow, IndexState, KnownBrief } from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import { counting, type Tally } from '../../core/graph/findings';
import { WorkspaceIndex } from '../../core/graph/workspace-index';
import type { Entity, Settings } from '../../core/workspace/workspace';
import { BRIEFS_FOLDER, SETTINGS_FILE } from '../workspace/find';
import { badName } from '../workspace/bad-name';
import { type KeptBrief, writeCache } from './cache/cache';
import type { FileState } from './cache/states';
import type { KeptIndex } from './cache/kept';
import { loadCache, storeCache } from './cache/store';
import { BriefFiles, type Look, NOWHERE, sameLook, unreadable } from './files';
import { Packer } from './packed/packer';
import { PackedStates } from './packed/states';
import { Published } from './published';
import { restoredFrom } from './restored';
import { rowOf } from './rows';
import { cacheKeyOf, type Surroundings } from './around';
import { holdsIn, isInDoubt, unchanged } from './unchanged';

/** So many changes are met one by one; more are met together. */
const FEW = 200;

/** The index of a workspace over its files. Long work is a generator, which its caller runs in turns. */
export class Keeper {
  readonly index: WorkspaceIndex;
  readonly #files: BriefFiles;
  readonly #published: Published;
  readonly #states = new Map<string, FileState>();
  readonly #dirty = new Set<string>();
  #around: Surroundings;
  /** Changes since the cache was read or written. */
  #unsaved = 0;
  #isOpen = false;
  /** Grows whenever `published` is another. */
  publishedVersion = 0;
  #phase: IndexState['phase'] = 'reading';
  #done = 0;
  #total = 0;

  /** @param root the real path of the workspace */
  constructor(
    readonly root: string,
    around: Surroundings,
    readonly caches: { readonly read: boolean; readonly write: boolean },
  ) {
    this.#around = around;
    this.#files = new BriefFiles(root, join(root, BRIEFS_FOLDER));
    this.#published = new Published(root);
    this.index = new WorkspaceIndex(around.settings, (slug, published) =>
      published ? this.#published.text(slug) : this.#files.read(slug).text,
    );
    this.index.setEntities(around.entities);
    this.index.setOutlets(around.outlets);
    this.index.setWaivers(around.waivers, around.today);
  }

  get entities(): readonly Entity[] {
    return this.#around.entities;
  }

  get settings(): Settings {
    return this.#around.settings;
  }

  get state(): IndexState {
    const { version } = this.index;
    return { phase: this.#phase, done: this.#done, total: this.#total, version };
  }

  /** Names of all files, read or not, in their order. */
  get slugs(): string[] {
    return [...this.#states.keys()].sort();
  }

  fileState(slug: string): FileState | undefined {
    return this.#states.get(slug);
  }

  /** True once all files were read. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The published briefs, which those of the workspace may shadow. */
  get published(): KnownBrief[] {
    return this.#published.records.map(({ slug, title, date, claims }) => {
      return { slug, title, date, claims };
    });
  }

  /** The row of a file; undefined where there is none. */
  row(slug: string): BriefRow | undefined {
    const state = this.#states.get(slug);
    return state && rowOf(slug, state, this.index.record(slug), this.#tallyOf(slug));
  }

  #tallyOf(slug: string): Tally {
    const tally = { error: 0, warning: 0, info: 0, fixable: 0, waived: 0 };
    this.index.eachKnown(slug, counting(tally));
    return tally;
  }

  /** The files whose rows may be others than at the last call, or that are gone. */
  takeChanged(): string[] {
    for (const slug of this.index.takeChanged()) this.#dirty.add(slug);
    const changed = [...this.#dirty];
    this.#dirty.clear();
    return changed;
  }

  /** Reads and checks everything, from the cache where it holds. */
  *open(): Generator<void> {
    if (yield* this.openKept()) return;
    if (!this.#isThere()) return;
    this.#states.clear();
    this.#publish();
    yield* this.#readAll(this.#files.list());
    this.#isOpen = true;
    yield* this.check();
  }

  /** Opens from the cache alone, and reads what has changed since. @returns false where it does not hold */
  *openKept(): Generator<void, boolean> {
    if (!this.#isThere()) return false;
    const cached = this.caches.read ? loadCache(this.root) : null;
    const kept = cached && holdsIn(cached, cacheKeyOf(this.#around)) ? cached : null;
    if (kept) this.#published.restore(kept.published, this.settings.prefix);
    yield;
    const keptPublished = kept && this.#published.records;
    const slugs = this.#files.list();
    this.#begin('reading', slugs.length);
    const isNew = yield* this.#published.read(this.settings, (state) => isInDoubt(state, kept));
    const stale = kept && (yield* this.#compare(kept, slugs));
    if (!kept || !keptPublished || !stale || stale.length > FEW) return false;
    this.index.setPublished(keptPublished);
    this.publishedVersion++;
    this.#restore(kept);
    if (isNew) this.#publish();
    for (const slug of stale) this.#meet(slug, this.#files.find(slug));
    this.#isOpen = true;
    yield* this.check();
    return true;
  }

  /** Meets changes of these files. */
  *update(slugs: readonly string[]): Generator<void> {
    if (!this.#isThere()) return;
    const changed = slugs.flatMap((slug) => {
      const look = this.#files.find(slug);
      const known = this.#states.get(slug);
      return look && known && sameLook(known, look) ? [] : [{ slug, look }];
    });
    const isBulk = changed.length > FEW && this.#isOpen;
    if (isBulk) this.index.load([]);
    for (const { slug, look } of changed) {
      this.#meet(slug, look);
      yield;
    }
    if (isBulk) this.index.settleAll();
    yield* this.check();
  }

  /** Looks at every file again, and at the published folders. */
  *scan(): Generator<void> {
    if (!this.#isOpen) return yield* this.open();
    const there = this.#files.list();
    const gone = new Set(this.#states.keys());
    for (const slug of there) gone.delete(slug);
    const stale: string[] = [...gone];
    for (const slug of there) {
      const known = this.#states.get(slug);
      const look = this.#files.look(slug);
      if (!known || !look || !sameLook(known, look)) stale.push(slug);
      yield;
    }
    if (!this.#isThere()) return;
    if (yield* this.#published.read(this.settings, () => false)) {
      this.#unsaved++;
      this.#publish();
    }
    yield* this.update(stale);
  }

  // Where the folder is gone, or only the empty place of a drive is left, nothing was deleted.
  #isThere(): boolean {
    return [SETTINGS_FILE, BRIEFS_FOLDER].some((name) => existsSync(join(this.root, name)));
  }

  /** Other settings, registries or waivers. */
  *surround(around: Surroundings): Generator<void> {
    const before = this.#around;
    this.#around = around;
    this.#unsaved++;
    if (areOthers(before.entities, around.entities)) this.index.setEntities(around.entities);
    if (changed(before.outlets, around.outlets)) this.index.setOutlets(around.outlets);
    if (changed(before.settings, around.settings)) {
      this.index.setSettings(around.settings);
      yield* this.#published.read(around.settings, () => false);
      this.#publish();
    }
    if (changed(before.waivers, around.waivers) || before.today !== around.today) {
      this.index.setWaivers(around.waivers, around.today);
    }
    yield* this.check();
  }

  /** Packs what is known, and lets the cache go that it came from. */
  *rest(): Generator<void> {
    const packer = new Packer();
    yield* this.index.rest(packer);
    packer.end();
    const states = new PackedStates(this.#states.size);
    for (const [slug, state] of this.#states) this.#states.set(slug, states.put(state));
  }

  /** Checks what waits. */
  *check(): Generator<void> {
    this.#begin('checking', this.index.pending);
    while (this.index.next() !== null) {
      this.#done = Math.min(this.#done + 1, this.#total - 1);
      yield;
    }
    this.#begin('ready', this.#states.size);
    this.#done = this.#total;
  }

  /**
   * Keeps what is known for the next start, where that is worth it: when nothing waits, no unsaved
   * text stands in for a file's, and more than `few` briefs have changed since it was last kept.
   */
  save(few = 0): void {
    if (!this.caches.write || this.#phase !== 'ready' || this.#unsaved <= few) return;
    const key = cacheKeyOf(this.#around);
    if (!key || this.index.hasOverlays) return;
    storeCache(this.root, writeCache(key, Date.now(), this.#kept(), this.#published.kept));
    this.#unsaved = 0;
  }

  *#kept(): Generator<KeptBrief> {
    for (const slug of this.index.briefs.own()) {
      const state = this.#states.get(slug);
      const record = this.index.record(slug);
      if (state && record) yield { slug, state, record, findings: this.index.known(slug) };
    }
  }

  /** @returns the files that are not as they were kept; the others are in `#states` */
  *#compare(kept: KeptIndex, slugs: readonly string[]): Generator<void, string[]> {
    const gone = new Map(kept.slugs.map((slug, place) => [slug, place]));
    const stale: string[] = [];
    for (const slug of slugs) {
      const place = gone.get(slug);
      gone.delete(slug);
      const known = place === undefined ? null : kept.state(place);
      const state = known && unchanged(this.#files, slug, known, kept);
      if (state) this.#states.set(slug, state);
      else stale.push(slug);
      if (state && state !== known) this.#unsaved++;
      yield;
    }
    return [...stale, ...gone.keys()];
  }

  #publish(): void {
    this.publishedVersion++;
    this.index.setPublished(this.#published.records);
  }

  #restore(kept: KeptIndex): void {
    kept.slugs.forEach((slug, place) => {
      this.index.restore(slug, restoredFrom(kept, place), kept.claims.get(slug) ?? null);
    });
  }

  *#readAll(slugs: readonly string[]): Generator<void> {
    this.index.load(slugs.filter(isSlug));
    for (const slug of slugs) {
      this.#meet(slug, NOWHERE);
      this.#done++;
      yield;
    }
    this.index.settle();
  }

  /** Meets a file as it is now. @param look null where it is gone; else what a bad name is shown with */
  #meet(slug: string, look: Look | null): void {
    this.#dirty.add(slug);
    this.#unsaved++;
    if (!look) {
      this.#states.delete(slug);
      this.index.drop(slug);
    } else if (!isSlug(slug)) {
      this.#states.set(slug, unreadable(look, badName(`${slug}.md`)));
    } else {
      const known = this.#states.get(slug);
      const { state, text } = this.#files.read(slug);
      this.#states.set(slug, state);
      const isSame = known !== undefined && known.hash !== '' && known.hash === state.hash;
      if (!isSame) this.index.put(slug, text);
    }
  }

  #begin(phase: IndexState['phase'], total: number): void {
    this.#phase = phase;
    this.#done = 0;
    this.#total = total;
  }
}

/** A hundred thousand are not written down where it can be told by their number. */
const areOthers = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length !== b.length || changed(a, b);

const changed = (a: unknown, b: unknown): boolean =>
  a !== b && JSON.stringify(a) !== JSON.stringify(b);
