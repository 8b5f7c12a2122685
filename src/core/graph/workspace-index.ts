import { check } from '../check/index';
import { RULE_DEFAULTS } from '../check/finding';
import type { Brief } from '../format/brief';
import { parse } from '../format/parse';
import { waive, WaiverIndex } from '../waive/waive';
import type { Waiver } from '../waive/waiver';
import { EntityIndex } from '../workspace/entities';
import type { Knowledge } from '../workspace/knowledge';
import { OutletIndex } from '../workspace/outlets';
import type { Entity, Outlet, Settings } from '../workspace/workspace';
import { eachOf, type Glance, type LateFindings, type StoredFinding } from './findings';
import {
  levelOfListsBack,
  listedBack,
  listsBackAlone,
  type RelatedLine,
  relatedLineOf,
  withoutListsBack,
} from './lists-back';
import { type Held, LiveBriefs } from './live-briefs';
import { Pool } from './pool';
import { type BriefRecord, emptyRecord, recordOf } from './record';
import { storedFindings } from './stored';
import { type Touched, touchedByBrief, touchedByEntities, touchedByOutlets } from './touched';
import type { GraphView } from './view';
import { Waiting } from './waiting';

/** A brief as it was when it was last read and checked; what it holds may be worked out late. */
export interface Restored extends Held, LateFindings {
  readonly record: BriefRecord;
}

/** Makes what takes less memory of what rests, and says the same. */
export interface Packing {
  record(slug: string, record: BriefRecord): BriefRecord;
  findings(findings: readonly StoredFinding[]): readonly StoredFinding[] | LateFindings;
}

/** Where the texts of briefs are read; null where that fails. */
export type TextSource = (slug: string, published: boolean) => string | null;

/**
 * The graph of a workspace, kept up with its changes. A change is met at once; the findings it
 * touches elsewhere wait for `next`, so that a caller can answer questions in between. When nothing
 * is `pending`, the index is the same as one made anew.
 */
export class WorkspaceIndex implements GraphView {
  readonly briefs = new LiveBriefs();
  /** Grows with each change of what queries would answer. */
  version = 0;
  #settings: Settings;
  #entities = new EntityIndex([]);
  #outlets = new OutletIndex([]);
  #waivers = new WaiverIndex([]);
  #today = '';
  readonly #source: TextSource;
  readonly #overlays = new Map<string, string>();
  readonly #findings = new Map<string, readonly StoredFinding[] | LateFindings>();
  readonly #waiting = new Waiting();
  readonly #changed = new Set<string>();
  readonly #lines = new Map<string, RelatedLine>();
  readonly #pool = new Pool();
  #isLoading = false;
  #alone: Knowledge | null = null;
  #loading: Knowledge | null = null;

  constructor(settings: Settings, source: TextSource) {
    this.#settings = settings;
    this.#source = source;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get entities(): EntityIndex {
    return this.#entities;
  }

  get outlets(): OutletIndex {
    return this.#outlets;
  }

  /** True where unsaved text stands in for a file's. */
  get hasOverlays(): boolean {
    return this.#overlays.size > 0;
  }

  /** How many briefs wait to be read or checked again. */
  get pending(): number {
    return this.#waiting.size;
  }

  record(slug: string): BriefRecord | undefined {
    return this.briefs.record(slug);
  }

  records(): Iterable<BriefRecord> {
    return this.briefs.records();
  }

  text(slug: string): string | null {
    const overlay = this.briefs.isOwn(slug) ? this.#overlays.get(slug) : undefined;
    return overlay ?? this.#source(slug, !this.briefs.isOwn(slug));
  }

  findings(slug: string): readonly StoredFinding[] {
    if (this.#waiting.has(slug)) this.#work(slug);
    return this.known(slug);
  }

  /** The findings of a brief as last worked out. */
  known(slug: string): readonly StoredFinding[] {
    const found = this.#findings.get(slug) ?? NONE;
    return 'findings' in found ? found.findings : found;
  }

  eachFinding(slug: string, see: Glance): void {
    if (this.#waiting.has(slug)) this.#work(slug);
    this.eachKnown(slug, see);
  }

  /** Shows the findings of a brief as last worked out. */
  eachKnown(slug: string, see: Glance): void {
    const found = this.#findings.get(slug) ?? NONE;
    if ('each' in found) found.each(see);
    else eachOf(found, see);
  }

  /** What would be found in a text of a brief, with its waivers. */
  judge(slug: string, text: string): readonly StoredFinding[] {
    return this.#judge(slug, parse(text), text, this);
  }

  /** The briefs whose record or findings have changed since the last call; those that are gone too. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /**
   * Says which briefs are about to be put: until `settle` they count as known, and nothing waits.
   */
  load(slugs: Iterable<string>): void {
    this.#isLoading = true;
    for (const slug of slugs) {
      if (!this.briefs.isOwn(slug)) this.briefs.restoreFile(slug, UNREAD, null);
    }
  }

  /** All that was to be put has been: what hangs on more than one brief is checked from now on. */
  settle(): void {
    this.#isLoading = false;
    for (const { slug, related, claims, published } of this.records()) {
      if (published) continue;
      const isOneWay = (other: string) =>
        other !== slug && this.briefs.record(other)?.related.includes(slug) === false;
      if (related.some(isOneWay)) this.#waiting.add(slug, 'related', 'later');
      const rivals = this.briefs.claimants(slug);
      if (claims !== null || rivals.length > 0) this.#waiting.add(slug, 'whole', 'later');
    }
  }

  /** The same, where so much was put that everything is to be checked again. */
  settleAll(): void {
    this.#isLoading = false;
    this.#checkAll();
  }

  /** Puts in a brief as it was read and checked before, when all around it was as it is now. */
  restore(slug: string, restored: Restored, claims: string | null): void {
    this.briefs.restoreFile(slug, restored, claims);
    this.#findings.set(slug, restored);
    this.#changed.add(slug);
  }

  /** Packs what is known, brief after brief; nothing is left of where it came from. */
  *rest(packing: Packing): Generator<void> {
    for (const slug of this.briefs.own()) {
      this.briefs.hold(slug, (record) => packing.record(slug, record));
      this.#findings.set(slug, packing.findings(this.known(slug)));
      yield;
    }
    this.#pool.clear();
  }

  /** A brief's file is there, new or changed. @param text null where it can't be read */
  put(slug: string, text: string | null): void {
    const brief = text === null ? null : parse(text);
    const record = brief ? this.#recordOf(slug, brief) : emptyRecord(slug);
    this.#waiting.takeUnread(slug);
    this.#change(slug, () => this.briefs.setFile(slug, { record }));
    if (text !== null && brief && !this.#overlays.has(slug)) this.#checkWhole(slug, brief, text);
    else this.#checkText(slug);
  }

  /** A brief's file is gone. */
  drop(slug: string): void {
    if (!this.briefs.isOwn(slug)) return;
    this.#findings.delete(slug);
    this.#lines.delete(slug);
    this.#waiting.delete(slug);
    this.#change(slug, () => this.briefs.setFile(slug, null));
  }

  /** Unsaved text stands in for a brief's file, as long as there is one; null takes it back. */
  overlay(slug: string, text: string | null): void {
    if (text === (this.#overlays.get(slug) ?? null)) return;
    const brief = text === null ? null : parse(text);
    if (text === null) this.#overlays.delete(slug);
    else this.#overlays.set(slug, text);
    const record = brief && this.#recordOf(slug, brief);
    this.#change(slug, () => this.briefs.setOverlay(slug, record));
    if (!this.briefs.isOwn(slug)) return;
    if (brief && text !== null) this.#checkWhole(slug, brief, text);
    else this.#checkText(slug);
  }

  setSettings(settings: Settings): void {
    const hasNewPrefix = settings.prefix !== this.#settings.prefix;
    this.#settings = settings;
    this.#waivers = new WaiverIndex(this.#waivers.all, settings);
    this.#forgetKnowledge();
    if (hasNewPrefix) this.#readAllAgain();
    this.#checkAll();
  }

  setEntities(entities: readonly Entity[]): void {
    const before = this.#entities.all;
    this.#entities = new EntityIndex(entities);
    this.#forgetKnowledge();
    this.#touch(touchedByEntities(before, entities, this.briefs));
  }

  setOutlets(outlets: readonly Outlet[]): void {
    const before = this.#outlets.all;
    this.#outlets = new OutletIndex(outlets);
    this.#forgetKnowledge();
    this.#touch(touchedByOutlets(before, outlets, this.briefs));
  }

  /** @param today YYYY-MM-DD, the day by which waivers expire */
  setWaivers(waivers: readonly Waiver[], today: string): void {
    const slugs = new Set([...this.#waivers.all, ...waivers].map(({ slug }) => slug));
    this.#waivers = new WaiverIndex(waivers, this.#settings);
    this.#today = today;
    this.#touch(new Map([...slugs].map((slug) => [slug, 'whole'])));
  }

  /** The briefs of the published folders, each slug once. */
  setPublished(records: readonly BriefRecord[]): void {
    this.version++;
    const pooled = records.map((record) => this.#pool.record(record));
    const changed = this.briefs.setPublished(pooled);
    if (changed.size > MANY) this.#checkAll();
    else {
      for (const [slug, before] of changed) {
        this.#touch(touchedByBrief(slug, before, this.record(slug), this.briefs));
      }
    }
  }

  /** Reads or checks one brief that waits. @returns its slug; null where none waits */
  next(): string | null {
    const slug = this.#waiting.first();
    if (slug === null) this.#lines.clear();
    else this.#work(slug);
    return slug;
  }

  #work(slug: string): void {
    if (this.#waiting.takeUnread(slug)) this.#readAgain(slug);
    const touch = this.#waiting.take(slug);
    if (touch === 'related') this.#checkRelated(slug);
    else if (touch === 'whole') this.#checkText(slug);
  }

  #readAllAgain(): void {
    for (const [slug, text] of this.#overlays) {
      this.briefs.setOverlay(slug, this.#recordOf(slug, parse(text)));
    }
    for (const slug of this.briefs.own()) this.#waiting.addUnread(slug);
  }

  /** The record anew, where the settings say otherwise what is a link. */
  #readAgain(slug: string): void {
    const text = this.#source(slug, false);
    const record = text === null ? emptyRecord(slug) : this.#recordOf(slug, parse(text));
    this.briefs.setFile(slug, { record });
  }

  #recordOf(slug: string, brief: Brief): BriefRecord {
    return this.#pool.record(recordOf(slug, brief, this.#settings));
  }

  #change(slug: string, change: () => void): void {
    this.version++;
    this.#changed.add(slug);
    if (this.#isLoading) change();
    else {
      const before = this.record(slug);
      change();
      this.#touch(touchedByBrief(slug, before, this.record(slug), this.briefs));
    }
  }

  #touch(touched: Touched | null): void {
    this.version++;
    if (!touched) this.#checkAll();
    else {
      for (const [slug, touch] of touched) {
        if (this.briefs.isOwn(slug)) this.#waiting.add(slug, touch, 'soon');
      }
    }
  }

  #checkAll(): void {
    this.version++;
    for (const slug of this.briefs.own()) this.#waiting.add(slug, 'whole', 'later');
  }

  #checkText(slug: string): void {
    const text = this.text(slug);
    if (text === null) {
      this.#waiting.take(slug);
      this.#lines.delete(slug);
      this.#found(slug, NONE);
    } else this.#checkWhole(slug, parse(text), text);
  }

  #checkWhole(slug: string, brief: Brief, text: string): void {
    this.#waiting.take(slug);
    this.#lines.delete(slug);
    if (this.#isLoading) this.#keepLine(slug, brief);
    this.#found(slug, this.#judge(slug, brief, text, this.#isLoading ? this.#partly : this));
  }

  #checkRelated(slug: string): void {
    const line = this.#lines.get(slug);
    if (!line || this.#overlays.has(slug)) this.#checkText(slug);
    else this.#found(slug, listedBack(slug, this.known(slug), line, this.#onlyRelated, this.#pool));
  }

  // A waiver may be of a finding about who lists back: those are judged as a whole.
  #keepLine(slug: string, brief: Brief): void {
    const line = this.#waivers.of(slug).length > 0 ? null : relatedLineOf(brief, this.#pool);
    if (line) this.#lines.set(slug, line);
  }

  #judge(slug: string, brief: Brief, text: string, knowledge: Knowledge): readonly StoredFinding[] {
    const findings = check(brief, slug, knowledge);
    const waived = waive(findings, text, slug, this.#waivers, this.#today);
    return storedFindings(waived, text, this.#pool);
  }

  #found(slug: string, findings: readonly StoredFinding[]): void {
    this.version++;
    this.#findings.set(slug, findings);
    this.#changed.add(slug);
  }

  /** What is known while the briefs are being read. */
  get #partly(): Knowledge {
    this.#loading ??= this.#knowing(withoutListsBack(this.#settings));
    return this.#loading;
  }

  get #onlyRelated(): Knowledge {
    const level = levelOfListsBack(this.#settings, RULE_DEFAULTS['graph/one-way']);
    this.#alone ??= this.#knowing(listsBackAlone(this.#settings, level));
    return this.#alone;
  }

  #knowing(settings: Settings): Knowledge {
    return { settings, entities: this.#entities, outlets: this.#outlets, briefs: this.briefs };
  }

  #forgetKnowledge(): void {
    this.#loading = null;
    this.#alone = null;
  }
}

/** More changed published briefs than this, and all is checked again. */
const MANY = 100;
const NONE: readonly StoredFinding[] = [];
const UNREAD: Held = { record: null };
