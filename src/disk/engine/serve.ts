import type { MessagePort } from 'node:worker_threads';
import type { BriefRow, IndexState } from '../../bridge/types';
import { changeBetween } from '../../core/workspace/entity-change';
import type { Entity } from '../../core/workspace/workspace';
import { Searcher } from '../../core/search';
import { answersOf } from './answers';
import type { Around } from './around';
import { EntityFile } from './entity-file';
import { EntityParts } from './entity-parts';
import { Keeper } from './keeper';
import type { AskName, EngineNews, FromWorker, ToWorker, WorkerStart } from './protocol';
import { textOfRows } from './rows';
import { tidyMemory } from './tidy-memory';
import { Turns, type Work } from './turns';

/** Rows of one message: more would hold up who draws them. */
const ROWS = 100;
/** How often news are told while much changes. */
const TELL_MS = 100;
/** Rest begins this long after the last change: what is known is kept for the next start. */
const REST_MS = 1_000;
/** So many changed briefs are read again at the next start sooner than all are written down now. */
const FEW = 200;
/** More entities than these are told anew, part by part. */
const MANY = 1_000;
/** Briefs that the search reads between two messages. */
const SEARCHED = 16;

/** Serves the index of a workspace over a port. */
export function serve(port: MessagePort, start: WorkerStart): void {
  const file = new EntityFile(start.root);
  // What is told meanwhile waits in the port.
  void file.fill(start.around).then((around) => {
    new Server(port, new Keeper(start.root, around, start.caches), file).start(start);
  });
}

class Server {
  readonly #searcher: Searcher;
  readonly #answers: ReturnType<typeof answersOf>;
  readonly #turns = new Turns((isIdle) => this.#tell(isIdle));
  readonly #parts = new EntityParts((moreEntities) => this.#sendNews({ moreEntities }));
  /** Settles when the entities are read that were told of last; null where they are. */
  #filling: Promise<void> | null = null;
  /** Entities that only the index holds, as told last; null where others hold them. */
  #entities: readonly Entity[] | null = null;
  #watched: readonly string[] = [];
  #listedBy = '';
  #index = '';
  #publishedVersion = 0;
  #published = NOTHING;
  #toldAt = 0;
  #resting: NodeJS.Timeout | null = null;
  #restedVersion = -1;
  /** Rows that were told since what is known was last packed. */
  #moved = 0;
  #hasPacked = false;
  /** True where what was kept does not hold at all: it was checked with other settings or registries. */
  #isElsewhere = false;
  #isCancelled = false;
  #searches = false;

  constructor(
    readonly port: MessagePort,
    readonly keeper: Keeper,
    readonly file: EntityFile,
  ) {
    const { index } = keeper;
    this.#searcher = new Searcher({
      slugs: () => index.briefs.own(),
      text: (slug) => index.text(slug),
    });
    this.#answers = answersOf(keeper, this.#searcher);
  }

  start({ shown, around, entitiesTold }: WorkerStart): void {
    this.port.on('message', (message: ToWorker) => this.#meet(message));
    const { entities } = this.keeper;
    const isTold = entitiesTold !== null && this.file.news.hash === entitiesTold;
    if (isTold) this.#entities = entities;
    this.#tellEntities(around.entities ? null : entities);
    this.#run(this.#open(shown));
  }

  *#open(shown: readonly string[]): Work {
    yield* this.keeper.open();
    this.#sendGone(shown);
  }

  #meet(message: ToWorker): void {
    switch (message.kind) {
      case 'ask':
        return void this.#answer(message.id, message.name, message.args);
      case 'surround':
        this.#isElsewhere = true;
        return this.#fill(message.around);
      case 'update':
        return this.#run(this.keeper.update(message.slugs));
      case 'scan':
        return this.#run(this.keeper.scan());
      case 'overlay':
        this.keeper.index.overlay(message.slug, message.text);
        return this.#run(this.keeper.check());
      case 'watch':
        this.#watched = message.slugs;
        return this.#tell(true);
      case 'resend':
        return this.#sendAll(message.shown);
      case 'cancel':
        this.#isCancelled = true;
        this.#turns.pause();
        return this.#tell(true);
      case 'resume':
        this.#isCancelled = false;
        return this.#turns.resume();
      case 'close':
        this.keeper.save();
        return this.port.close();
    }
  }

  #fill(around: Around): void {
    const filling = (this.#filling ?? Promise.resolve())
      .then(() => this.#surround(around))
      .finally(() => {
        if (this.#filling === filling) this.#filling = null;
      });
    this.#filling = filling;
  }

  async #surround(around: Around): Promise<void> {
    try {
      const filled = await this.file.fill(around);
      this.#run(this.keeper.surround(filled));
      this.#tellEntities(around.entities ? null : filled.entities);
    } catch (error) {
      this.#fail(null, error);
    }
  }

  /** Tells entities that only the index holds. */
  #tellEntities(own: readonly Entity[] | null): void {
    const told = this.#entities;
    this.#entities = own;
    if (!own) return this.#parts.stop();
    this.#sendNews({ entityFile: this.file.news });
    if (!told) this.#parts.tell(own);
    else if (own !== told) this.#tellChange(told, own);
  }

  #tellChange(told: readonly Entity[], own: readonly Entity[]): void {
    const change = changeBetween(told, own);
    if (change.put.length > MANY) return this.#parts.tell(own);
    this.#parts.flush();
    this.#sendNews({ entityChange: JSON.stringify(change) });
  }

  #run(work: Work, isUrgent = true): void {
    this.#turns.run(work, isUrgent).catch((error: unknown) => this.#fail(null, error));
  }

  async #answer(id: number, name: AskName, args: readonly unknown[]): Promise<void> {
    try {
      const answer = await this.#ask(name, args);
      this.#send({ kind: 'answer', id, answer });
    } catch (error) {
      this.#fail(id, error);
    }
  }

  async #ask(name: AskName, args: readonly unknown[]): Promise<unknown> {
    if (this.#filling) await this.#filling;
    if (name === 'idle') return this.#turns.run(nothing()).then(() => this.#tellAll());
    if (name === 'refresh' || name === 'judge') await this.#refresh();
    if (name === 'refresh') return undefined;
    if (name === 'search' || name === 'balance') this.#searchOn();
    const answer = this.#answers[name] as (...given: readonly unknown[]) => unknown;
    return answer(...args);
  }

  async #refresh(): Promise<void> {
    if (this.#isCancelled) this.#meet({ kind: 'resume' });
    await this.#turns.run(this.keeper.scan());
  }

  /** Texts are read for the search from its first use on. */
  #searchOn(): void {
    if (this.#searches) return;
    this.#searches = true;
    this.#run(this.#readTexts(), false);
  }

  *#readTexts(): Generator<void> {
    while (this.#searcher.work(SEARCHED)) yield;
    this.#searches = false;
  }

  #fail(id: number | null, error: unknown): void {
    this.#send({ kind: 'error', id, error });
  }

  #tellAll(): void {
    this.#parts.flush();
    this.#tell(true);
  }

  /** Tells what has changed, now and then or once all is done. */
  #tell(isIdle: boolean): void {
    const now = performance.now();
    if (!isIdle && now - this.#toldAt < TELL_MS) return;
    this.#toldAt = now;
    const changed = this.keeper.takeChanged();
    this.#moved += changed.length;
    this.#follow(changed);
    this.#sendRows(changed);
    const { state } = this.keeper;
    const news: EngineNews = {
      ...this.#indexNews(state),
      ...this.#publishedNews(),
      ...this.#listedNews(),
    };
    if (Object.keys(news).length > 0) this.#sendNews(news);
    if (this.#turns.isIdle && state.version !== this.#restedVersion) this.#restLater();
  }

  #follow(changed: readonly string[]): void {
    for (const slug of changed) {
      if (this.keeper.fileState(slug)) this.#searcher.put(slug);
      else this.#searcher.drop(slug);
    }
  }

  #sendRows(slugs: readonly string[]): void {
    let rows: BriefRow[] = [];
    const gone: string[] = [];
    for (const slug of slugs) {
      const row = this.keeper.row(slug);
      if (!row) gone.push(slug);
      else if (rows.push(row) === ROWS) {
        this.#sendNews({ rows: textOfRows(rows) });
        rows = [];
      }
    }
    if (rows.length > 0) this.#sendNews({ rows: textOfRows(rows) });
    if (gone.length > 0) this.#sendNews({ gone });
  }

  #sendAll(shown: readonly string[]): void {
    this.#publishedVersion = 0;
    this.#published = NOTHING;
    this.#listedBy = '';
    this.#index = '';
    this.keeper.takeChanged();
    this.#sendRows(this.keeper.slugs);
    if (this.keeper.isOpen) this.#sendGone(shown);
    if (this.#entities) this.#parts.tell(this.#entities);
    this.#tell(true);
  }

  /** Tells which of the briefs that are shown are not there. */
  #sendGone(shown: readonly string[]): void {
    const gone = shown.filter((slug) => !this.keeper.fileState(slug));
    if (gone.length > 0 && this.keeper.isOpen) this.#sendNews({ gone });
  }

  #indexNews(state: IndexState): EngineNews {
    const index = this.#isCancelled ? { ...state, phase: 'cancelled' as const } : state;
    const text = JSON.stringify(index);
    if (text === this.#index) return {};
    this.#index = text;
    return { index };
  }

  #publishedNews(): EngineNews {
    const { publishedVersion } = this.keeper;
    if (publishedVersion === this.#publishedVersion) return {};
    this.#publishedVersion = publishedVersion;
    const published = JSON.stringify(this.keeper.published);
    if (published === this.#published) return {};
    this.#published = published;
    return { published };
  }

  #listedNews(): EngineNews {
    // Before all is read, nobody can say who does not list a brief.
    if (!this.keeper.isOpen) return {};
    const { briefs } = this.keeper.index;
    const listedBy = Object.fromEntries(
      this.#watched.map((slug) => [slug, briefs.linkedFrom(slug)]),
    );
    const text = JSON.stringify(listedBy);
    if (text === this.#listedBy) return {};
    this.#listedBy = text;
    return { listedBy };
  }

  #restLater(): void {
    if (this.#resting) clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#rest(), REST_MS);
    this.#resting.unref();
  }

  #rest(): void {
    if (!this.#turns.isIdle) return;
    this.#restedVersion = this.keeper.state.version;
    const isMuch = this.#moved > FEW;
    this.keeper.save(isMuch || this.#isElsewhere ? 0 : FEW);
    this.#isElsewhere = false;
    if (!isMuch && this.#hasPacked) return;
    this.#moved = 0;
    this.#hasPacked = true;
    this.#run(this.#pack(), false);
  }

  *#pack(): Generator<void> {
    yield* this.keeper.rest();
    tidyMemory();
  }

  #sendNews(news: EngineNews): void {
    this.#send({ kind: 'news', news });
  }

  #send(message: FromWorker): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
    this.port.postMessage(message);
  }
}

/** What is told of published briefs before any are. */
const NOTHING = '[]';

function* nothing(): Generator<void> {
  // Its turn comes after all others.
}
