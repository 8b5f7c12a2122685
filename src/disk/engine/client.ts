import { Worker } from 'node:worker_threads';
import type { Engine } from './engine';
import type {
  AskName,
  Asks,
  EngineNews,
  FromWorker,
  Told,
  ToWorker,
  WorkerStart,
} from './protocol';

export interface EngineOptions extends WorkerStart {
  /** The path of the built `worker.ts`. */
  readonly worker: string;
  readonly news: (news: EngineNews) => void;
  /** Meets an error that is a bug. */
  readonly report: (error: unknown) => void;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** An engine on a thread of its own. */
export class WorkerEngine implements Engine {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #next = 0;
  #ended: Error | null = null;

  constructor({ worker, news, report, ...start }: EngineOptions) {
    const workerData: WorkerStart = start;
    // The young are many and short-lived: a small nursery is swept more often, and stays small.
    const resourceLimits = { maxYoungGenerationSizeMb: 8 };
    this.#worker = new Worker(worker, { workerData, resourceLimits });
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'news') news(message.news);
      else if (message.kind === 'error' && message.id === null) report(message.error);
      else this.#settle(message);
    });
    this.#worker.on('error', (error) => {
      this.#end(error);
      report(error);
    });
    this.#worker.on('exit', () => this.#end(new Error('The index has ended')));
  }

  readonly findings: Asks['findings'] = (query) => this.#ask('findings', query);
  readonly search: Asks['search'] = (query) => this.#ask('search', query);
  readonly references: Asks['references'] = (subject) => this.#ask('references', subject);
  readonly graph: Asks['graph'] = (scope) => this.#ask('graph', scope);
  readonly balance: Asks['balance'] = (search) => this.#ask('balance', search);
  readonly uses: Asks['uses'] = (kind) => this.#ask('uses', kind);
  readonly plan: Asks['plan'] = (request) => this.#ask('plan', request);
  readonly judge: Asks['judge'] = (briefs) => this.#ask('judge', briefs);
  readonly refresh: Asks['refresh'] = () => this.#ask('refresh');

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Settles when all that it was told before is met, and the news of it are told. */
  async idle(): Promise<void> {
    if (!this.#ended) await this.#ask('idle');
  }

  overlay(slug: string, text: string | null): void {
    this.tell({ kind: 'overlay', slug, text });
  }

  cancel(): void {
    this.tell({ kind: 'cancel' });
  }

  resume(): void {
    this.tell({ kind: 'resume' });
  }

  tell(message: Told): void {
    if (!this.#ended) this.#post(message);
  }

  /** Ends it, once it has kept what it knows. */
  async close(): Promise<void> {
    if (this.#ended) return;
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#post({ kind: 'close' });
    await ended;
  }

  #ask<N extends AskName>(name: N, ...args: Parameters<Asks[N]>): ReturnType<Asks[N]> {
    const answer = new Promise((resolve, reject) => {
      if (this.#ended) reject(this.#ended);
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      this.#post({ kind: 'ask', id, name, args });
    });
    return answer as ReturnType<Asks[N]>;
  }

  #settle(message: Exclude<FromWorker, { kind: 'news' }>): void {
    if (message.id === null) return;
    const asked = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.answer as never);
    else asked?.reject(message.error);
  }

  #post(message: ToWorker): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(message);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#asked.values()) reject(this.#ended);
    this.#asked.clear();
  }
}
