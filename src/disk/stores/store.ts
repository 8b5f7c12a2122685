import { Low } from 'lowdb';
import type { FileFault } from '../../core/workspace/files';
import { Queues } from '../files/queue';
import { DurableJSON, type Format, type Location } from './durable-json';

/** One JSON file as a lowdb database; changes are made one after the other. */
export class Store<T> {
  readonly #adapter: DurableJSON<T>;
  readonly #db: Low<T>;
  readonly #queue = new Queues();

  constructor(location: Location, format: Format<T>, defaults: T) {
    this.#adapter = new DurableJSON(location, format, defaults);
    this.#db = new Low(this.#adapter, defaults);
  }

  get data(): T {
    return this.#db.data;
  }

  /** The text of the file as last read or written; null where there is no file. */
  get text(): string | null {
    return this.#adapter.source?.text ?? null;
  }

  get hash(): string | null {
    return this.#adapter.hash;
  }

  /** Why the file as a whole can't be used: it is left alone then, and `data` stays what it was. */
  get fault(): FileFault | null {
    return this.#adapter.fault;
  }

  /** Parts of the file that were passed over. */
  get faults(): readonly FileFault[] {
    return this.#adapter.faults;
  }

  /** Reads the file; an error is one of the disk or of the encoding. */
  async read(): Promise<void> {
    await this.#queue.run('', () => this.#db.read());
  }

  /** The value that a text of this kind holds; null where it can't be read. */
  readText(source: string): T | null {
    const read = this.#adapter.format.read(source);
    return read.ok ? read.value : null;
  }

  /** Holds nothing of the file's text any more; who needs it reads it again. */
  async letGoOfText(): Promise<void> {
    await this.#queue.run('', async () => this.#adapter.letGoOfText());
  }

  /** Holds nothing of the file any more, as if it had never been read. */
  async letGo(): Promise<void> {
    await this.#queue.run('', async () => {
      this.#adapter.letGo();
      this.#db.data = this.#adapter.defaults;
    });
  }

  /** Works on with `data` without touching the file. */
  stand(data: T): void {
    this.#db.data = data;
  }

  /**
   * Reads the file as it is now, changes it and writes it durably.
   * @throws ProblemError where the file has a fault; the error of the disk where that failed
   */
  async update(change: (data: T) => T): Promise<void> {
    await this.#queue.run('', async () => {
      await this.#db.read();
      const before = this.#db.data;
      this.#db.data = change(before);
      try {
        await this.#db.write();
      } catch (error) {
        this.#db.data = before;
        throw error;
      }
    });
  }

  /** Settles when no change is under way. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }
}
