import type { IndexState } from '../../bridge/types';
import { todayFor } from '../../core/waive/waive';
import { WorkerEngine } from '../../disk/engine/client';
import type { EngineNews, Told } from '../../disk/engine/protocol';
import { aroundOf } from '../../disk/engine/surroundings';
import type { Registries } from '../../disk/workspace/registries';
import { Pace } from './pace';

export interface IndexingOptions {
  readonly root: string;
  readonly registries: Registries;
  /** The built worker. */
  readonly worker: string;
  readonly isReadOnly: () => boolean;
  /** The briefs that the page has open. */
  readonly opened: () => readonly string[];
  readonly news: (news: EngineNews) => void;
  readonly report: (error: unknown) => void;
}

const NOT_READ: IndexState = { phase: 'reading', done: 0, total: 0, version: 0 };

/** The index of an open workspace, on its thread: it starts when it is first needed, or at rest. */
export class Indexing {
  readonly #options: IndexingOptions;
  readonly #pace = new Pace(() => void this.engine);
  #engine: WorkerEngine | null = null;
  #state = NOT_READ;
  #day = '';
  /** The hash of the file of entities that the index has read, and of that whose entities are told. */
  #entitiesMet: string | null = null;
  #entitiesTold: string | null = null;
  /** Names of the briefs that the page has been told. */
  #shown: readonly string[] = [];
  #isClosed = false;

  constructor(options: IndexingOptions) {
    this.#options = options;
  }

  /** Answers questions about all briefs; it starts at the first. */
  get engine(): WorkerEngine {
    if (!this.#engine || (this.#engine.hasEnded && !this.#isClosed)) {
      this.#state = NOT_READ;
      this.#engine = this.#start();
      this.watch(this.#options.opened());
    }
    return this.#engine;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** The page is shown these briefs, so many of them unread. */
  show(slugs: readonly string[], unread: number): void {
    this.#shown = slugs;
    if (this.#engine) this.#engine.tell({ kind: 'resend', shown: slugs });
    else this.#pace.shown(unread);
  }

  /** Other briefs are open. */
  watch(slugs: readonly string[]): void {
    if (this.#engine) this.#engine.tell({ kind: 'watch', slugs });
    else this.#pace.opened();
  }

  /** Tells an index that has started; one that starts later sees for itself. */
  tell(message: Told): void {
    this.#engine?.tell(message);
  }

  /** Tells what briefs are checked with now. */
  surround(): void {
    this.#day = this.#today;
    this.tell({ kind: 'surround', around: aroundOf(this.#options.registries) });
  }

  get #today(): string {
    return todayFor(this.#options.registries.waivers.data);
  }

  /** The same, where it is another day: waivers expire. */
  meetDay(): void {
    if (this.#day !== this.#today) this.surround();
  }

  /** Nothing starts any more. */
  end(): void {
    this.#pace.end();
    this.#isClosed = true;
  }

  async close(): Promise<void> {
    await this.#engine?.close();
  }

  async idle(): Promise<void> {
    if (!this.#isClosed) await this.engine.idle();
  }

  #start(): WorkerEngine {
    const { root, registries, worker, isReadOnly, report } = this.#options;
    this.#day = this.#today;
    return new WorkerEngine({
      worker,
      root,
      around: aroundOf(registries),
      entitiesTold: this.#entitiesTold,
      shown: this.#shown,
      caches: { read: true, write: !isReadOnly() },
      news: (news) => this.#tell(news),
      report,
    });
  }

  #follow({ entityFile, moreEntities, entityChange }: EngineNews): void {
    if (entityFile) this.#entitiesMet = entityFile.hash;
    if (moreEntities) {
      this.#entitiesTold = moreEntities.to < moreEntities.total ? null : this.#entitiesMet;
    }
    if (entityChange) this.#entitiesTold = this.#entitiesMet;
  }

  #tell(news: EngineNews): void {
    if (news.index) this.#state = news.index;
    this.#follow(news);
    this.#options.news(news);
    if (news.index?.phase === 'ready') this.#pace.ready();
  }
}
