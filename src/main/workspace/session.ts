import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Events, EventName } from '../../bridge/contract';
import type { Draft, Memory, ToldWorkspace, WorkspaceState } from '../../bridge/types';
import type { EntityChange } from '../../core/workspace/entity-change';
import { isSlug } from '../../core/format/slug';
import type { WorkerEngine } from '../../disk/engine/client';
import { firstRows } from '../../disk/engine/first-rows';
import { stepsOf } from '../../disk/change/change';
import { tidyTrash } from '../../disk/change/trash';
import type { EngineNews } from '../../disk/engine/protocol';
import type { Disk } from '../../disk/files/disk';
import { sweepTemporary } from '../../disk/files/durable';
import { idOfPath } from '../../disk/files/paths';
import { Queues } from '../../disk/files/queue';
import { Journal } from '../journal/journal';
import { learnFrom } from '../../disk/workspace/adopt';
import { Briefs } from './briefs';
import { BRIEFS_FOLDER, isPresent, SETTINGS_FILE } from '../../disk/workspace/find';
import { identityOf, keepIdentity } from '../../disk/workspace/identity';
import { modifiedOf } from '../../disk/workspace/folder';
import {
  ENTITIES_FILE,
  OUTLETS_FILE,
  Registries,
  WAIVERS_FILE,
} from '../../disk/workspace/registries';
import { Indexing } from './indexing';
import { Teller } from './teller';
import { Tenure } from './tenure';
import { Gatherer, Watcher } from './watch';

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

export interface Surrounds {
  readonly disk: Disk;
  /** The app's own folder for this user. */
  readonly userData: string;
  /** The built worker of the index. */
  readonly worker: string;
  readonly emit: Emit;
  /** Meets an error that is a bug. */
  readonly report: (error: unknown) => void;
  /** What is remembered for a workspace by its id. */
  readonly recall: (id: string) => {
    readonly memory: Memory;
    readonly exportFolder: string | null;
  };
}

/** How long file events are gathered, and how often a workspace is looked for. */
const GATHER_MS = 40;
const LOOK_MS = 4_000;
/** A file that was left alone for so long is read. */
const SETTLED_MS = 60;

type Steps = Pick<WorkspaceState, 'undoable' | 'redoable'>;

/** An open workspace. */
export class Session {
  readonly id: string;
  readonly registries: Registries;
  readonly briefs: Briefs;
  readonly #indexing: Indexing;
  #drafts: readonly Draft[] = [];
  #steps: Steps = { undoable: null, redoable: null };
  #isGone = false;
  readonly #teller: Teller;
  readonly #work = new Queues();
  readonly #watcher: Watcher;
  readonly #files = new Gatherer(GATHER_MS, (slugs) => this.#background(() => this.#look(slugs)));
  readonly #others = new Gatherer(GATHER_MS, () =>
    this.#background(() => this.#lookAtRegistries()),
  );
  #ticker: NodeJS.Timeout | null = null;

  private constructor(
    readonly root: string,
    readonly around: Surrounds,
    readonly journal: Journal,
    readonly tenure: Tenure,
  ) {
    this.id = idOfPath(root);
    this.registries = new Registries(around.disk, root, () => tenure.readOnly === null);
    const folder = join(root, BRIEFS_FOLDER);
    this.#teller = new Teller((patch) => around.emit('workspace', patch));
    this.#indexing = new Indexing({
      root,
      registries: this.registries,
      worker: around.worker,
      isReadOnly: () => tenure.readOnly !== null,
      opened: () => this.briefs.opened,
      news: (news) => this.#takeNews(news),
      report: around.report,
    });
    this.briefs = new Briefs({
      disk: around.disk,
      root,
      journal,
      readOnly: () => tenure.readOnly,
      written: (slug) => this.#changed([slug]),
      shown: (slugs) => this.#indexing.watch(slugs),
      edited: (slug, disk) => around.emit('outside', { slug, disk }),
    });
    this.#watcher = new Watcher([
      { folder: root, changed: (name) => this.#rootChanged(name) },
      { folder, changed: (name) => this.#files.add(name ?? '') },
      { folder: join(root, 'registry'), changed: () => this.#others.add('') },
    ]);
  }

  /** @param root the real path of a workspace's folder */
  static async open(root: string, around: Surrounds): Promise<Session> {
    const [tenure, identity] = await Promise.all([
      Tenure.take(around.disk, root),
      identityOf(around.disk, root),
    ]);
    const journal = new Journal(around.disk, join(around.userData, 'journal', identity));
    const session = new Session(root, around, journal, tenure);
    try {
      await session.#begin();
    } catch (error) {
      await session.close();
      throw error;
    }
    session.#background(() => session.#tidy(identity));
    return session;
  }

  get name(): string {
    return basename(this.root);
  }

  get readOnly(): string | null {
    return this.tenure.readOnly;
  }

  /** Answers questions about all briefs; it starts at the first. */
  get engine(): WorkerEngine {
    return this.#indexing.engine;
  }

  state(): ToldWorkspace {
    this.#teller.begin();
    const { rows, unread } = firstRows(this.root, this.registries.settings.data);
    this.#indexing.show([...rows.map(({ slug }) => slug), ...unread], unread.length);
    return {
      id: this.id,
      name: this.name,
      path: this.root,
      readOnly: this.readOnly,
      ...this.#registryParts(),
      entities: this.#entities(),
      index: { ...this.#indexing.state, total: rows.length + unread.length },
      ...this.#steps,
      briefs: rows,
      unread: JSON.stringify(unread),
      published: [],
      listedBy: {},
      drafts: this.#drafts,
      ...this.around.recall(this.id),
    };
  }

  /** Looks at everything again: the window has come to the front. */
  refresh(): void {
    this.#background(async () => {
      await this.#lookForRoot();
      if (this.#isGone) return;
      this.#watcher.arm();
      await this.#retryLock();
      await this.#readRegistries();
      this.#indexing.meetDay();
      await this.#lookAtAll();
    });
  }

  /**
   * Looks at no file while the work goes on: the page must not take files that the work moves for
   * ones that are gone, before it hears where they went.
   */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#work.run('', work);
  }

  /**
   * Tells the page of a file of settings or records that was changed here.
   * @param change of the entities, which the index else tells when it has read them all
   */
  registryChanged(file: string, change: EntityChange | null = null): void {
    this.#tellRegistries([file]);
    if (!change || !this.registries.areEntitiesLate) return;
    this.#teller.patch({ entityChange: JSON.stringify(change) });
  }

  exportFolderChanged(exportFolder: string): void {
    this.#teller.patch({ exportFolder });
  }

  async draftsChanged(): Promise<void> {
    this.#drafts = await this.briefs.drafts();
    this.#steps = await stepsOf(this.around.disk, this.root);
  }

  async close(): Promise<void> {
    this.#watcher.close();
    this.#files.close();
    this.#others.close();
    if (this.#ticker) clearInterval(this.#ticker);
    this.#indexing.end();
    this.#teller.end();
    await this.briefs.idle();
    await this.journal.idle();
    await this.#work.idle();
    await this.#indexing.close();
    await this.tenure.release();
  }

  /** Settles when nothing is under way, and all that is known is told. */
  async idle(): Promise<void> {
    await this.briefs.idle();
    await this.#work.idle();
    await this.#indexing.idle();
  }

  async #begin(): Promise<void> {
    await this.registries.readFirst();
    if (this.registries.lacksSettings) await this.#learnSettings();
    this.#watcher.arm();
    await this.draftsChanged();
    this.#ticker = setInterval(() => this.#background(() => this.#lookNowAndThen()), LOOK_MS);
    this.#ticker.unref();
  }

  /** What can wait until the workspace is shown. */
  async #tidy(identity: string): Promise<void> {
    if (!this.tenure.isHeld) return;
    const { disk } = this.around;
    // A folder that is gone, or made anew, is not tidied.
    if (!(await isPresent(disk, this.root))) return;
    await keepIdentity(disk, this.root, identity);
    if (!(await isPresent(disk, this.root))) return;
    await this.registries.keepGood();
    for (const name of ['', BRIEFS_FOLDER, 'registry']) {
      await sweepTemporary(disk, join(this.root, name)).catch(() => undefined);
    }
    await tidyTrash(disk, this.root).catch(() => undefined);
  }

  #changed(slugs: readonly string[]): void {
    this.#indexing.tell({ kind: 'update', slugs });
  }

  /** Settings that can't be read are guessed from the briefs, so that not all is reported as wrong. */
  async #learnSettings(): Promise<void> {
    const { settings } = await learnFrom(this.around.disk, this.root);
    this.registries.settings.stand(settings);
  }

  #registryParts() {
    return {
      settings: this.registries.settings.data,
      outlets: this.registries.outlets.data,
      waivers: this.registries.waivers.data,
      problems: this.registries.problems,
    };
  }

  #entities(): ToldWorkspace['entities'] {
    const { areEntitiesLate, entities } = this.registries;
    return areEntitiesLate ? null : JSON.stringify(entities.data);
  }

  #takeNews({ entityFile, ...news }: EngineNews): void {
    if (entityFile) {
      this.registries.meetEntities(entityFile);
      this.#teller.patch({ problems: this.registries.problems });
      this.#background(() => this.registries.keepGood());
    }
    this.#teller.patch(news);
  }

  async #lookAtRegistries(): Promise<void> {
    await this.#lookForRoot();
    if (this.#isGone) return;
    this.#watcher.arm();
    await this.#readRegistries();
  }

  async #readRegistries(): Promise<void> {
    const before = JSON.stringify(this.registries.problems);
    const changed = await this.registries.readFirst();
    const sameProblems = before === JSON.stringify(this.registries.problems);
    if (changed.length === 0 && sameProblems) return;
    this.#tellRegistries(changed);
    if (this.readOnly === null) await this.registries.keepGood();
  }

  #tellRegistries(changed: readonly string[]): void {
    if (changed.length > 0) this.#indexing.surround();
    const { settings, outlets, waivers, problems } = this.#registryParts();
    const entities = changed.includes(ENTITIES_FILE) ? this.#entities() : null;
    this.#teller.patch({
      problems,
      ...(changed.includes(SETTINGS_FILE) ? { settings } : {}),
      ...(entities === null ? {} : { entities }),
      ...(changed.includes(OUTLETS_FILE) ? { outlets } : {}),
      ...(changed.includes(WAIVERS_FILE) ? { waivers } : {}),
    });
  }

  #rootChanged(name: string | null): void {
    if (name === null || name === SETTINGS_FILE || name === 'registry') this.#others.add('');
    if (name === null || name === BRIEFS_FOLDER) this.#files.add('');
    // A folder that was made anew is not the one that is watched.
    if (name === BRIEFS_FOLDER || name === 'registry') this.#watcher.rearm();
    if (name === null || name === BRIEFS_FOLDER || name === this.name) {
      this.#background(() => this.#lookForRoot());
    }
  }

  /** Looks at the files of which something was heard; '' stands for any. */
  async #look(names: readonly string[]): Promise<void> {
    await this.#lookForRoot();
    if (this.#isGone) return;
    if (names.includes('')) {
      this.#watcher.arm();
      await this.#lookAtAll();
      return;
    }
    const slugs = names
      .filter((name) => /^[^.].*\.md$/.test(name))
      .map((name) => name.slice(0, -3));
    // Most programs empty a file before they fill it: one that changed only now is looked at later.
    const unsettled = slugs.filter((slug) => this.#isUnsettled(slug));
    for (const slug of unsettled) this.#files.add(`${slug}.md`);
    await this.#update(slugs.filter((slug) => !unsettled.includes(slug)));
  }

  async #lookAtAll(): Promise<void> {
    this.#indexing.tell({ kind: 'scan' });
    for (const slug of this.briefs.opened) await this.#tellNews(slug);
  }

  async #update(slugs: readonly string[]): Promise<void> {
    if (slugs.length > 0) this.#changed(slugs);
    for (const slug of slugs) if (isSlug(slug)) await this.#tellNews(slug);
  }

  #isUnsettled(slug: string): boolean {
    const modified = modifiedOf(join(this.root, BRIEFS_FOLDER), slug);
    return modified !== null && Math.abs(Date.now() - modified) < SETTLED_MS;
  }

  async #tellNews(slug: string): Promise<void> {
    const disk = await this.briefs.news(slug);
    if (disk !== undefined) this.around.emit('outside', { slug, disk });
  }

  async #lookNowAndThen(): Promise<void> {
    await this.#lookForRoot();
    if (this.tenure.isPassing) await this.#retryLock();
  }

  async #lookForRoot(): Promise<void> {
    const isGone = !(await isPresent(this.around.disk, this.root));
    if (isGone === this.#isGone) return;
    this.#isGone = isGone;
    this.around.emit('vanished', isGone);
    if (isGone) return;
    this.#watcher.rearm();
    await this.#retryLock();
    await this.#readRegistries();
    await this.#lookAtAll();
  }

  async #retryLock(): Promise<void> {
    if (!(await this.tenure.retry())) return;
    await this.draftsChanged();
    this.#teller.patch({ readOnly: this.readOnly, ...this.#steps });
  }

  /** One thing at a time, after the answer that is under way. */
  #background(work: () => Promise<void>): void {
    const later = async () => {
      await nextTurn();
      await work();
    };
    this.#work.run('', later).catch(this.around.report);
  }
}
