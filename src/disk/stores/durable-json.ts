import type { Adapter } from 'lowdb';
import type { BriefText } from '../../bridge/types';
import type { FileFault, FileRead } from '../../core/workspace/files';
import type { Disk } from '../files/disk';
import { readIfThere, writeDurable } from '../files/durable';
import { refuse } from '../files/problem';
import { decode, encode } from '../files/text';

/** How a store's value stands in its file. */
export interface Format<T> {
  read(source: string): FileRead<T>;
  /** The file's text for `after`; `source` is its text now, which says `before`. */
  print(source: string | null, before: T, after: T): string;
}

export interface Location {
  readonly disk: Disk;
  /** The real path; asked at each use, because a link may have come in between. */
  readonly path: () => Promise<string>;
  /** The file as shown to the user. */
  readonly name: string;
}

const NEW_TEXT = { text: '', eol: 'lf', bom: false } as const;

/**
 * lowdb's adapter on durable files. A file that can't be read is never written over: `fault` says
 * what is wrong with it, and `write` refuses until a later `read` finds it mended.
 */
export class DurableJSON<T> implements Adapter<T> {
  fault: FileFault | null = null;
  /** Records that were passed over in reading. */
  faults: readonly FileFault[] = [];
  source: BriefText | null = null;
  /** Of the file as last read or written; null where there is no file. */
  hash: string | null = null;
  #value: T;

  constructor(
    readonly location: Location,
    readonly format: Format<T>,
    readonly defaults: T,
  ) {
    this.#value = defaults;
  }

  /** Null where there is no file, or none that can be read. */
  async read(): Promise<T | null> {
    const { disk, path, name } = this.location;
    const bytes = await readIfThere(disk, await path());
    const before = this.hash;
    const source = bytes && decode(bytes, name);
    this.source = source;
    this.hash = source?.hash ?? null;
    if (this.hash !== null && this.hash === before) return this.fault ? null : this.#value;
    this.fault = null;
    this.faults = [];
    const read = this.source && this.format.read(this.source.text);
    if (read && !read.ok) {
      this.fault = read.fault;
      return null;
    }
    this.faults = read?.faults ?? [];
    this.#value = read?.value ?? this.defaults;
    return this.#value;
  }

  async write(value: T): Promise<void> {
    const { disk, path, name } = this.location;
    if (this.fault) {
      refuse('not-json', `${name} has a fault and is left as it is. Mend it, then try again.`);
    }
    const old = this.source?.text ?? null;
    const text = this.format.print(old, this.#value, value);
    if (text === old) return;
    const shape = { ...(this.source ?? NEW_TEXT), text };
    const create = this.source === null;
    const hash = await writeDurable(disk, await path(), encode(shape, name), { create });
    this.source = { ...shape, hash };
    this.hash = hash;
    this.#value = value;
  }

  /** Keeps the value alone: what changes the file reads it first. */
  letGoOfText(): void {
    this.source = null;
  }

  letGo(): void {
    this.source = null;
    this.hash = null;
    this.fault = null;
    this.faults = [];
    this.#value = this.defaults;
  }
}
