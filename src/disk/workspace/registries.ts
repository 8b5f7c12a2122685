import { join } from 'node:path';
import type { FileProblem } from '../../bridge/types';
import { applyEdits } from '../../core/text/edit';
import {
  type FileFault,
  type FileRead,
  readEntities,
  readOutlets,
  readSettings,
  readWaivers,
} from '../../core/workspace/files';
import { keyOfWaiver, type Waiver } from '../../core/waive/waiver';
import { parseJson } from '../../core/workspace/json';
import type { Entity, Outlet, Settings } from '../../core/workspace/workspace';
import {
  editSettings,
  ENTITY_RECORDS,
  type FileEdit,
  OUTLET_RECORDS,
  printSettings,
  type RecordFile,
  WAIVER_RECORDS,
} from '../../core/workspace/write';
import type { Disk } from '../files/disk';
import { makeFolderIn } from '../files/durable';
import { insideOf } from '../files/paths';
import { problem, problemOf, refuse } from '../files/problem';
import { hashOf } from '../files/text';
import type { Format } from '../stores/durable-json';
import { setAside } from '../stores/own';
import { Store } from '../stores/store';
import { SETTINGS_FILE } from './find';
import { LastGood } from './last-good';

export const ENTITIES_FILE = 'registry/entities.json';
export const OUTLETS_FILE = 'registry/outlets.json';
export const WAIVERS_FILE = 'registry/waivers.json';

/** Stands in where a workspace's own settings can't be read. */
export const NEUTRAL_SETTINGS: Settings = { version: 1, site: 'https://example.org', prefix: 'en' };

const SETTINGS_GONE: FileProblem = {
  ...problem('not-found', `${SETTINGS_FILE} is gone. Put it back, or save the settings again.`),
  file: SETTINGS_FILE,
  place: null,
  lastGood: false,
};

/** A larger file of entities, some four thousand, is not waited for. */
const MANY_BYTES = 512 * 1024;

/** What was found where the entities were read elsewhere. */
export interface EntitiesMet {
  readonly problems: readonly FileProblem[];
  /** Of the file's bytes; null where there are none. */
  readonly hash: string | null;
}

type NamedStore = readonly [file: string, store: Store<unknown>];

/** The settings and registries of a workspace: four lowdb stores and their last good copies. */
export class Registries {
  readonly settings: Store<Settings>;
  readonly entities: Store<readonly Entity[]>;
  readonly outlets: Store<readonly Outlet[]>;
  readonly waivers: Store<readonly Waiver[]>;
  readonly #lastGood: LastGood;
  readonly #unread = new Map<string, FileProblem>();
  readonly #kept = new Set<string>();
  /** Tells the state of a large file of entities that was seen last; null where it is not large. */
  #late: string | null = null;
  /** What the index has found in that file. */
  #met: readonly FileProblem[] = [];
  #soundHash: string | null = null;

  constructor(
    readonly disk: Disk,
    readonly root: string,
    readonly mayWrite: () => boolean,
  ) {
    this.settings = this.#store(SETTINGS_FILE, settingsFormat, NEUTRAL_SETTINGS);
    this.entities = this.#store(ENTITIES_FILE, recordsFormat(readEntities, ENTITY_RECORDS), []);
    this.outlets = this.#store(OUTLETS_FILE, recordsFormat(readOutlets, OUTLET_RECORDS), []);
    this.waivers = this.#store(WAIVERS_FILE, recordsFormat(readWaivers, WAIVER_RECORDS), []);
    this.#lastGood = new LastGood(disk, root);
  }

  /** Reads the files anew. @returns the names of those whose value changed */
  async read(): Promise<string[]> {
    return this.#readAll(this.#stores());
  }

  /**
   * The same, but for entities that are many: the index reads those (`readEntities`), so that
   * nothing waits for them. Of them a change of their file is told, and nothing is held.
   */
  async readFirst(): Promise<string[]> {
    const before = this.#late;
    const late = await this.#lookAtMany();
    if (late === null) {
      const changed = await this.read();
      this.#late = null;
      return before === null || changed.includes(ENTITIES_FILE)
        ? changed
        : [...changed, ENTITIES_FILE];
    }
    this.#late = late;
    this.#unread.delete(ENTITIES_FILE);
    await this.entities.letGo();
    const others = this.#stores().filter(([file]) => file !== ENTITIES_FILE);
    const changed = await this.#readAll(others);
    return late === before ? changed : [...changed, ENTITIES_FILE];
  }

  /** Reads the entities alone, and keeps nothing of their text. */
  async readEntities(): Promise<readonly Entity[]> {
    await this.#readOne(ENTITIES_FILE, this.entities);
    const { data, fault } = this.entities;
    if (!fault) await this.entities.letGoOfText();
    return data;
  }

  /** The entities as they are, also where nothing of them is held. */
  async allEntities(): Promise<readonly Entity[]> {
    if (!this.areEntitiesLate) return this.entities.data;
    const all = await this.readEntities();
    await this.entities.letGo();
    return all;
  }

  /** True where the entities are so many that the index reads them. */
  get areEntitiesLate(): boolean {
    return this.#late !== null;
  }

  /** What the index has found in the file of the entities. */
  meetEntities({ problems, hash }: EntitiesMet): void {
    this.#met = problems;
    this.#soundHash = problems.length > 0 ? null : hash;
  }

  /** Keeps a copy of the entities as the index has read them. */
  async #keepEntities(): Promise<void> {
    const hash = this.#soundHash;
    if (hash === null || !this.mayWrite() || this.#lastGood.isKept(ENTITIES_FILE, hash)) return;
    const bytes = await this.disk.read(await insideOf(this.disk, this.root, ENTITIES_FILE));
    if (hashOf(bytes) === hash) await this.#lastGood.keepBytes(ENTITIES_FILE, bytes, hash);
  }

  async #readAll(stores: readonly NamedStore[]): Promise<string[]> {
    const changes = await Promise.all(
      stores.map(async ([file, store]) => {
        const before = store.data;
        await this.#readOne(file, store);
        const isSame = store.data === before || isEqual(store.data, before);
        return isSame ? [] : [file];
      }),
    );
    return changes.flat();
  }

  /** Holds nothing of entities that the index reads, after they were read here to be changed. */
  async #passOver(): Promise<void> {
    if (!this.areEntitiesLate) return;
    this.#late = await this.#lookAtMany();
    if (this.areEntitiesLate) await this.entities.letGo();
  }

  /** What tells one state of a large file of entities from another; null where it is not large. */
  async #lookAtMany(): Promise<string | null> {
    try {
      const path = await insideOf(this.disk, this.root, ENTITIES_FILE);
      const facts = await this.disk.facts(path);
      return facts && facts.size > MANY_BYTES ? `${facts.modified} ${facts.size}` : null;
    } catch {
      // Reading it says what is wrong.
      return null;
    }
  }

  /** Keeps a copy of each file that can be read. */
  async keepGood(): Promise<void> {
    for (const [file, store] of this.#stores()) {
      if (!store.fault && !this.#unread.has(file)) await this.#keep(file, store);
    }
    if (this.areEntitiesLate) await this.#keepEntities().catch(() => undefined);
  }

  /** True where neither the settings nor a good copy of them can be read. */
  get lacksSettings(): boolean {
    return this.settings.data === NEUTRAL_SETTINGS;
  }

  get problems(): FileProblem[] {
    const problems = [...this.#unread.values(), ...(this.areEntitiesLate ? this.#met : [])];
    for (const [file, store] of this.#stores()) {
      const lastGood = this.#kept.has(file);
      if (store.fault) {
        const advice = lastGood ? 'Mend it, or bring back the last good copy.' : 'Mend it.';
        const code = parseJson(store.text ?? '').ok ? 'not-valid' : 'not-json';
        problems.push({ ...ofFault(file, store.fault, advice), code, lastGood });
      }
      for (const fault of store.faults) {
        problems.push({ ...ofFault(file, fault, 'Mend it.'), code: 'not-valid', lastGood: false });
      }
    }
    return problems;
  }

  async addEntity(entity: Entity): Promise<void> {
    await this.#change(ENTITIES_FILE, this.entities, (all) => {
      const taken = all.find(({ slug }) => slug === entity.slug);
      if (taken)
        refuse('exists', `The slug ${entity.slug} is taken by ${taken.name}. Choose another.`);
      return [...all, entity];
    });
  }

  async addOutlet(outlet: Outlet): Promise<void> {
    const taken = this.outlets.data.some(({ name }) => name === outlet.name);
    if (taken) refuse('exists', `The outlet ${outlet.name} is registered already.`);
    await this.#change(OUTLETS_FILE, this.outlets, (all) => [...all, outlet]);
  }

  /** Adds entities, in the place of those of their slugs, and takes out those of the slugs `gone`. */
  async putEntities(entities: readonly Entity[], gone: readonly string[]): Promise<void> {
    await this.#change(ENTITIES_FILE, this.entities, (all) =>
      merged(without(all, gone, ENTITY_RECORDS), entities, ENTITY_RECORDS),
    );
  }

  /** Adds outlets, in the place of those of their names, and takes out those of the names `gone`. */
  async putOutlets(outlets: readonly Outlet[], gone: readonly string[]): Promise<void> {
    await this.#change(OUTLETS_FILE, this.outlets, (all) =>
      merged(without(all, gone, OUTLET_RECORDS), outlets, OUTLET_RECORDS),
    );
  }

  /** Adds a waiver, in the place of that of the same finding; keys that are not known stay. */
  async putWaiver(waiver: Waiver): Promise<void> {
    const key = keyOfWaiver(waiver);
    await this.#change(WAIVERS_FILE, this.waivers, (all) => {
      const old = all.find((one) => keyOfWaiver(one) === key);
      return merged(all, [{ ...unknownOf(old), ...waiver }], WAIVER_RECORDS);
    });
  }

  async removeWaiver(waiver: Waiver): Promise<void> {
    const key = keyOfWaiver(waiver);
    await this.#change(WAIVERS_FILE, this.waivers, (all) =>
      all.filter((one) => keyOfWaiver(one) !== key),
    );
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.#change(SETTINGS_FILE, this.settings, () => settings);
  }

  /** Sets a file with a fault aside and puts its last good copy in its place. */
  async restore(file: string): Promise<void> {
    const store = this.#stores().find(([name]) => name === file)?.[1];
    if (!store) return refuse('not-found', `${file} is no file of this workspace.`);
    const path = await insideOf(this.disk, this.root, file);
    const copy = await this.#lastGood.read(file);
    if (!copy) return refuse('not-found', `There is no good copy of ${file}. Mend it by hand.`);
    if (await this.disk.facts(path)) await setAside(this.disk, path);
    await this.#lastGood.putBack(file, path, copy);
    await this.#readOne(file, store);
    await this.#keep(file, store);
    if (file === ENTITIES_FILE) await this.#passOver();
  }

  async #change<T>(file: string, store: Store<T>, change: (data: T) => T): Promise<void> {
    await makeFolderIn(this.disk, join(this.root, file, '..'));
    await store.update(change);
    await this.#keep(file, store);
    if (file === ENTITIES_FILE) await this.#passOver();
  }

  async #readOne<T>(file: string, store: Store<T>): Promise<void> {
    this.#unread.delete(file);
    try {
      await store.read();
    } catch (error) {
      const met = problemOf(error, file, 'read');
      if (!met) throw error;
      this.#unread.set(file, { ...met, file, place: null, lastGood: false });
      return;
    }
    const isGone = file === SETTINGS_FILE && store.text === null;
    if (isGone) this.#unread.set(file, SETTINGS_GONE);
    if (store.fault || isGone) await this.#fallBack(file, store);
  }

  /** Goes on with the last good copy where the file itself can't be read. */
  async #fallBack<T>(file: string, store: Store<T>): Promise<void> {
    const copy = await this.#lastGood.read(file);
    const good = copy && store.readText(copy.toString('utf8'));
    if (!good) return;
    this.#kept.add(file);
    store.stand(good);
  }

  async #keep<T>(file: string, store: Store<T>): Promise<void> {
    if (store.text === null || store.hash === null || !this.mayWrite()) return;
    await this.#lastGood.keep(file, store.text, store.hash);
    this.#kept.add(file);
  }

  #stores(): readonly NamedStore[] {
    return [
      [SETTINGS_FILE, this.settings as Store<unknown>],
      [ENTITIES_FILE, this.entities as Store<unknown>],
      [OUTLETS_FILE, this.outlets as Store<unknown>],
      [WAIVERS_FILE, this.waivers as Store<unknown>],
    ];
  }

  #store<T>(file: string, format: Format<T>, defaults: T): Store<T> {
    const path = () => insideOf(this.disk, this.root, file);
    return new Store({ disk: this.disk, path, name: file }, format, defaults);
  }
}

function without<T extends object>(
  all: readonly T[],
  gone: readonly string[],
  { keyOf }: RecordFile<T>,
): readonly T[] {
  const keys = new Set(gone);
  return keys.size > 0 ? all.filter((record) => !keys.has(keyOf(record))) : all;
}

function merged<T extends object>(
  all: readonly T[],
  put: readonly T[],
  { keyOf }: RecordFile<T>,
): T[] {
  const fresh = new Map(put.map((record) => [keyOf(record), record]));
  const kept = all.map((record) => {
    const key = keyOf(record);
    const other = fresh.get(key);
    fresh.delete(key);
    return other ?? record;
  });
  return [...kept, ...fresh.values()];
}

const WAIVER_KEYS = new Set(['rule', 'slug', 'text', 'nth', 'reason', 'by', 'until']);

/** What a record of another program's making holds besides a waiver. */
function unknownOf(old: Waiver | undefined): object {
  return Object.fromEntries(Object.entries(old ?? {}).filter(([key]) => !WAIVER_KEYS.has(key)));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

const settingsFormat: Format<Settings> = {
  read: readSettings,
  print: (source, _before, after) =>
    source === null ? printSettings(after) : applied(source, editSettings(source, after)),
};

function recordsFormat<T extends object>(
  read: (source: string) => FileRead<readonly T[]>,
  file: RecordFile<T>,
): Format<readonly T[]> {
  return {
    read,
    print: (source, before, after) => {
      if (source === null) return file.print(after);
      const [known, left] = [new Set(before), new Set(after)];
      const fresh = after.filter((record) => !known.has(record));
      const put = new Set(fresh.map(file.keyOf));
      const missing = before.filter((record) => !left.has(record)).map(file.keyOf);
      const gone = new Set(missing.filter((key) => !put.has(key)));
      const fewer = gone.size > 0 ? applied(source, file.drop(source, gone)) : source;
      return fresh.length > 0 ? applied(fewer, file.put(fewer, fresh)) : fewer;
    },
  };
}

function applied(source: string, result: FileEdit): string {
  return result.ok ? applyEdits(source, result.edits) : refuse('not-valid', result.reason);
}

function ofFault(file: string, fault: FileFault, advice: string) {
  const { line, column } = fault.place;
  const message = `${file}, line ${line}, column ${column}: ${fault.message} ${advice}`;
  return { ...problem('not-valid', message), file, place: fault.place };
}
