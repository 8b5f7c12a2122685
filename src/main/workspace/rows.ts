import type { BriefRow } from '../../bridge/types';
import { check, countFindings } from '../../core/check/index';
import type { Brief } from '../../core/format/brief';
import { BriefIndex } from '../../core/workspace/briefs';
import type { Knowledge } from '../../core/workspace/knowledge';
import type { BriefEntry } from '../../core/workspace/workspace';
import {
  type BriefFile,
  briefReader,
  findBrief,
  listBriefs,
  modifiedOf,
  stampOf,
} from '../../disk/workspace/folder';
import { blankRow, listBrief, type Listed, NO_FINDINGS } from '../../disk/workspace/row';
import { inSlices } from '../../disk/workspace/slices';

/** What the rows are reckoned with, apart from the briefs themselves. */
export type Surroundings = Omit<Knowledge, 'briefs'> & {
  readonly published: readonly BriefEntry[];
};

export interface RowChanges {
  readonly rows: readonly BriefRow[];
  readonly gone: readonly string[];
}

/** So many parsed briefs are kept from reading to checking; of more, all are parsed twice. */
const MOST_KEPT = 200;

/** A file that was left alone for so long is read. */
const SETTLED_MS = 60;

/** So many changed files are updated one by one; more are worth a check of all. */
const FEW = 20;

/** The rows of all briefs, kept up to date by what changes. */
export class Rows {
  readonly #listed = new Map<string, Listed>();
  readonly #stamps = new Map<string, string>();
  readonly #parsed = new Map<string, Brief>();
  readonly #dirty = new Set<string>();
  readonly #gone = new Set<string>();
  /** The rows as they stand in the index of briefs. */
  #indexed: ReadonlyMap<string, BriefRow> = new Map();
  #briefs = new BriefIndex([]);
  #keepsParsed = true;
  readonly #reader = briefReader();
  #isStopped = false;

  /**
   * @param root the real path of the workspace
   * @param around asked anew at each use
   * @param changed called when there is something to `take`
   */
  constructor(
    readonly root: string,
    readonly folder: string,
    readonly around: () => Surroundings,
    readonly changed: () => void,
  ) {}

  get all(): BriefRow[] {
    return Array.from(this.#listed.values(), ({ row }) => row);
  }

  get(slug: string): Listed | undefined {
    return this.#listed.get(slug);
  }

  get knowledge(): Knowledge {
    const { settings, entities, outlets } = this.around();
    return { settings, entities, outlets, briefs: this.#briefs };
  }

  /** The changes since the last call. */
  take(): RowChanges {
    const rows = [...this.#dirty].flatMap((slug) => this.#listed.get(slug)?.row ?? []);
    const gone = [...this.#gone];
    this.#dirty.clear();
    this.#gone.clear();
    return { rows, gone };
  }

  /** Lists the folder, with blank rows for what is new. @returns the files to be read */
  list(): BriefFile[] {
    const files = listBriefs(this.folder);
    const there = new Set(files.map(({ slug }) => slug));
    for (const slug of this.#listed.keys()) if (!there.has(slug)) this.#drop(slug);
    for (const { slug } of files) {
      if (!this.#listed.has(slug)) this.#put(slug, { row: blankRow(slug), hash: '' });
    }
    return files;
  }

  /** Reads what has changed in the folder since the last time, then checks what that touches. */
  async scan(): Promise<void> {
    const known = new Set(this.#listed.keys());
    const files = this.list().filter((file) => this.#isStale(file));
    const gone = [...known].filter((slug) => !this.#listed.has(slug));
    if (this.#stamps.size > 0 && files.length + gone.length <= FEW) {
      for (const slug of [...gone, ...files.map((file) => file.slug)]) await this.update(slug);
      return;
    }
    this.#keepsParsed = files.length <= MOST_KEPT;
    await inSlices(this.#going(files), (file) => this.#read(file), this.changed);
    this.#index();
    await this.recheck();
    this.#forgetParsed();
  }

  /** Reads every file anew, where the settings say otherwise how to read one. */
  async rescan(): Promise<void> {
    this.#stamps.clear();
    await this.scan();
  }

  /** Checks briefs against what is known now. */
  async recheck(slugs: Iterable<string> = [...this.#listed.keys()]): Promise<void> {
    const knowledge = this.knowledge;
    await inSlices(this.#going(slugs), (slug) => this.#check(slug, knowledge), this.changed);
  }

  /** Reads one brief, which may be new, changed or gone, and checks it and those that know it. */
  async update(slug: string): Promise<void> {
    const before = this.#indexed.get(slug);
    const file = findBrief(this.folder, slug);
    if (file && before && !this.#isStale(file)) return;
    if (file) this.#read(file);
    else this.#drop(slug);
    const after = this.#listed.get(slug)?.row;
    const touched = new Set(file ? [slug] : []);
    if (!sameEntry(before, after)) {
      this.#index();
      for (const other of this.#knowing(slug, before, after)) touched.add(other);
    }
    await this.recheck(touched);
    this.#forgetParsed();
  }

  /** True where the file changed only now, so that its writer may not have finished. */
  isUnsettled(slug: string): boolean {
    const age = Date.now() - (modifiedOf(this.folder, slug) ?? 0);
    return Math.abs(age) < SETTLED_MS && this.#isStale({ slug, isLink: false });
  }

  /** Cuts work on many briefs short. */
  stop(): void {
    this.#isStopped = true;
  }

  *#going<T>(items: Iterable<T>): Iterable<T> {
    for (const item of items) {
      if (this.#isStopped) return;
      yield item;
    }
  }

  #forgetParsed(): void {
    this.#parsed.clear();
    this.#keepsParsed = true;
  }

  #entries(): BriefRow[] {
    return this.all.filter(({ problem }) => problem?.code !== 'bad-slug');
  }

  #index(): void {
    const entries = this.#entries();
    this.#indexed = new Map(entries.map((row) => [row.slug, row]));
    this.#briefs = new BriefIndex([...entries, ...this.around().published]);
  }

  #isStale({ slug }: BriefFile): boolean {
    const stamp = stampOf(this.folder, slug);
    return stamp === null || this.#stamps.get(slug) !== stamp;
  }

  #read(file: BriefFile): void {
    const { slug } = file;
    const stamp = stampOf(this.folder, slug);
    const read = () => this.#reader(this.root, this.folder, file);
    const { row, hash, brief } = listBrief(slug, this.around().settings, read);
    const old = this.#listed.get(slug);
    const findings = row.problem ? NO_FINDINGS : (old?.row.findings ?? NO_FINDINGS);
    this.#put(slug, { row: { ...row, findings }, hash });
    if (stamp !== null) this.#stamps.set(slug, stamp);
    if (brief && this.#keepsParsed) this.#parsed.set(slug, brief);
  }

  #check(slug: string, knowledge: Knowledge): void {
    const listed = this.#listed.get(slug);
    if (!listed || listed.row.problem) return;
    const brief = this.#parsed.get(slug) ?? this.#parse(slug);
    const findings = brief ? countFindings(check(brief, slug, knowledge)) : NO_FINDINGS;
    const old = listed.row.findings;
    if (SEVERITIES.every((severity) => old[severity] === findings[severity])) return;
    this.#put(slug, { ...listed, row: { ...listed.row, findings } });
  }

  /** The text as it is now; a change since it was read is met by its own event. */
  #parse(slug: string): Brief | null {
    const read = () => this.#reader(this.root, this.folder, { slug, isLink: true });
    return listBrief(slug, this.around().settings, read).brief;
  }

  #knowing(slug: string, ...states: (BriefRow | undefined)[]): string[] {
    const named = new Set<string>();
    for (const state of states) {
      for (const other of state?.related ?? []) named.add(other);
      if (state?.claims) named.add(state.claims);
    }
    const knows = ({ row }: Listed) =>
      row.links.includes(slug) || row.claims === slug || named.has(row.slug);
    return [...this.#listed.values()].filter(knows).map(({ row }) => row.slug);
  }

  #put(slug: string, listed: Listed): void {
    this.#listed.set(slug, listed);
    this.#gone.delete(slug);
    this.#dirty.add(slug);
  }

  #drop(slug: string): void {
    if (!this.#listed.delete(slug)) return;
    this.#stamps.delete(slug);
    this.#dirty.delete(slug);
    this.#gone.add(slug);
  }
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** True where other briefs can't tell the difference. */
function sameEntry(a: BriefRow | undefined, b: BriefRow | undefined): boolean {
  if (!a || !b) return a === b;
  return a.claims === b.claims && a.related.join() === b.related.join();
}
