import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Events, EventName } from '../../bridge/contract';
import type { Draft, Memory, WorkspaceState } from '../../bridge/types';
import { isSlug } from '../../core/format/slug';
import { EntityIndex } from '../../core/workspace/entities';
import { OutletIndex } from '../../core/workspace/outlets';
import type { BriefEntry } from '../../core/workspace/workspace';
import type { Engine } from '../../disk/engine/engine';
import type { Disk } from '../../disk/files/disk';
import { sweepTemporary } from '../../disk/files/durable';
import { idOfPath } from '../../disk/files/paths';
import { Queues } from '../../disk/files/queue';
import { Journal } from '../journal/journal';
import { learnFrom } from '../../disk/workspace/adopt';
import { Briefs } from './briefs';
import { BRIEFS_FOLDER, isPresent, SETTINGS_FILE } from '../../disk/workspace/find';
import { identityOf, keepIdentity } from '../../disk/workspace/identity';
import { type Lock, takeLock } from '../../disk/workspace/lock';
import { readPublished } from '../../disk/workspace/published';
import {
  ENTITIES_FILE,
  OUTLETS_FILE,
  Registries,
  WAIVERS_FILE,
} from '../../disk/workspace/registries';
import { Rows, type Surroundings } from './rows';
import { Teller } from './teller';
import { Gatherer, Watcher } from './watch';

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

export interface Surrounds {
  readonly disk: Disk;
  /** The app's own folder for this user. */
  readonly userData: string;
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
/** An answer waits so long for the rows of a large workspace; the rest follows in patches. */
const PATIENCE_MS = 250;

/** An open workspace. */
export class Session {
  readonly id: string;
  readonly registries: Registries;
  readonly rows: Rows;
  readonly briefs: Briefs;
  /** Null until there is something to ask it. */
  readonly engine: Engine | null = null;
  #lock: Lock | null = null;
  #readOnly: string | null = null;
  #published: readonly BriefEntry[] = [];
  #drafts: readonly Draft[] = [];
  #surroundings: Surroundings | null = null;
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
  ) {
    this.id = idOfPath(root);
    this.registries = new Registries(around.disk, root, () => this.#readOnly === null);
    const folder = join(root, BRIEFS_FOLDER);
    this.rows = new Rows(
      root,
      folder,
      () => this.#around(),
      () => this.#teller.rowsInTime(),
    );
    this.#teller = new Teller(
      (patch) => around.emit('workspace', patch),
      () => this.rows.take(),
    );
    this.briefs = new Briefs({
      disk: around.disk,
      root,
      journal,
      readOnly: () => this.#readOnly,
      written: (slug) => this.#background(() => this.#updateRow(slug)),
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
    const [lock, identity] = await Promise.all([
      takeLock(around.disk, root),
      identityOf(around.disk, root),
    ]);
    const journal = new Journal(around.disk, join(around.userData, 'journal', identity));
    const session = new Session(root, around, journal);
    if (lock.kind === 'held') session.#lock = lock.lock;
    else session.#readOnly = lock.reason;
    await session.#start();
    session.#background(() => session.#tidy(identity));
    return session;
  }

  get name(): string {
    return basename(this.root);
  }

  get readOnly(): string | null {
    return this.#readOnly;
  }

  state(): WorkspaceState {
    this.#teller.begin();
    return {
      id: this.id,
      name: this.name,
      path: this.root,
      readOnly: this.#readOnly,
      ...this.#registryParts(),
      index: { phase: 'ready', done: 0, total: 0, version: 0 },
      undoable: null,
      briefs: this.rows.all,
      published: this.#published,
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
      await this.#lookAtAll();
    });
  }

  /** Tells the page of a file of settings or records that was changed here. */
  registryChanged(file: string): void {
    this.#tellRegistries([file]);
    this.#background(() => this.#checkAgain([file]));
  }

  exportFolderChanged(exportFolder: string): void {
    this.#teller.patch({ exportFolder });
  }

  async draftsChanged(): Promise<void> {
    this.#drafts = await this.briefs.drafts();
  }

  async close(): Promise<void> {
    this.#watcher.close();
    this.#files.close();
    this.#others.close();
    if (this.#ticker) clearInterval(this.#ticker);
    this.#teller.end();
    this.rows.stop();
    await this.briefs.idle();
    await this.journal.idle();
    await this.#work.idle();
    await this.#lock?.release();
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    await this.briefs.idle();
    await this.#work.idle();
  }

  async #start(): Promise<void> {
    await this.registries.read();
    if (this.registries.lacksSettings) await this.#learnSettings();
    this.#watcher.arm();
    this.rows.list();
    const whole = this.#work.run('', () => this.#readAll());
    whole.catch(this.around.report);
    await Promise.all([Promise.race([whole, patience()]), this.draftsChanged()]);
    this.#ticker = setInterval(() => this.#background(() => this.#lookForRoot()), LOOK_MS);
    this.#ticker.unref();
  }

  /** What can wait until the workspace is shown. */
  async #tidy(identity: string): Promise<void> {
    if (!this.#lock) return;
    const { disk } = this.around;
    await keepIdentity(disk, this.root, identity);
    await this.registries.keepGood();
    for (const name of ['', BRIEFS_FOLDER, 'registry']) {
      await sweepTemporary(disk, join(this.root, name)).catch(() => undefined);
    }
  }

  async #readAll(): Promise<void> {
    this.#published = await readPublished(this.root, this.registries.settings.data);
    this.#surroundings = null;
    if (this.#published.length > 0) this.#teller.patch({ published: this.#published });
    await this.rows.scan();
    this.#teller.rows();
  }

  /** Settings that can't be read are guessed from the briefs, so that not all is reported as wrong. */
  async #learnSettings(): Promise<void> {
    const { settings } = await learnFrom(this.around.disk, this.root);
    this.registries.settings.stand(settings);
  }

  #around(): Surroundings {
    this.#surroundings ??= {
      settings: this.registries.settings.data,
      entities: new EntityIndex(this.registries.entities.data),
      outlets: new OutletIndex(this.registries.outlets.data),
      published: this.#published,
    };
    return this.#surroundings;
  }

  #registryParts() {
    return {
      settings: this.registries.settings.data,
      entities: this.registries.entities.data,
      outlets: this.registries.outlets.data,
      waivers: this.registries.waivers.data,
      problems: this.registries.problems,
    };
  }

  async #lookAtRegistries(): Promise<void> {
    await this.#lookForRoot();
    if (this.#isGone) return;
    this.#watcher.arm();
    await this.#readRegistries();
  }

  async #readRegistries(): Promise<void> {
    const before = JSON.stringify(this.registries.problems);
    const changed = await this.registries.read();
    const sameProblems = before === JSON.stringify(this.registries.problems);
    if (changed.length === 0 && sameProblems) return;
    this.#tellRegistries(changed);
    if (this.#readOnly === null) await this.registries.keepGood();
    await this.#checkAgain(changed);
  }

  #tellRegistries(changed: readonly string[]): void {
    this.#surroundings = null;
    const { settings, entities, outlets, waivers, problems } = this.#registryParts();
    this.#teller.patch({
      problems,
      ...(changed.includes(SETTINGS_FILE) ? { settings } : {}),
      ...(changed.includes(ENTITIES_FILE) ? { entities } : {}),
      ...(changed.includes(OUTLETS_FILE) ? { outlets } : {}),
      ...(changed.includes(WAIVERS_FILE) ? { waivers } : {}),
    });
  }

  async #checkAgain(changed: readonly string[]): Promise<void> {
    if (changed.includes(SETTINGS_FILE)) await this.#readPublishedAgain();
    else if (changed.length > 0) await this.rows.recheck();
  }

  async #readPublishedAgain(): Promise<void> {
    this.#published = await readPublished(this.root, this.registries.settings.data);
    this.#surroundings = null;
    this.#teller.patch({ published: this.#published });
    await this.rows.rescan();
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
    const unsettled = slugs.filter((slug) => this.rows.isUnsettled(slug));
    for (const slug of unsettled) this.#files.add(`${slug}.md`);
    await this.#update(slugs.filter((slug) => !unsettled.includes(slug)));
  }

  async #lookAtAll(): Promise<void> {
    await this.rows.scan();
    for (const slug of this.briefs.opened) await this.#tellNews(slug);
  }

  async #update(slugs: readonly string[]): Promise<void> {
    for (const slug of slugs) {
      if (isSlug(slug)) await this.#tellNews(slug);
      await this.#updateRow(slug);
    }
  }

  async #updateRow(slug: string): Promise<void> {
    await this.rows.update(slug);
    this.#teller.rows();
  }

  async #tellNews(slug: string): Promise<void> {
    const disk = await this.briefs.news(slug);
    if (disk !== undefined) this.around.emit('outside', { slug, disk });
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
    if (this.#readOnly === null) return;
    const lock = await takeLock(this.around.disk, this.root);
    const reason = lock.kind === 'refused' ? lock.reason : null;
    if (lock.kind === 'held') this.#lock = lock.lock;
    if (reason === this.#readOnly) return;
    this.#readOnly = reason;
    this.#teller.patch({ readOnly: reason });
  }

  /** One thing at a time, after the answer that is under way. */
  #background(work: () => Promise<void>): void {
    const later = async () => {
      await setImmediate();
      await work();
      this.#teller.rows();
    };
    this.#work.run('', later).catch(this.around.report);
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
