import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { FileRead } from '../../core/workspace/files';
import type { Disk } from '../files/disk';
import { makeFolders } from '../files/durable';
import type { Format } from './durable-json';
import { Store } from './store';

/** A store of the app's own folder: JSON of one schema. */
export async function openOwnStore<T>(
  disk: Disk,
  folder: string,
  file: string,
  schema: v.GenericSchema<unknown, T>,
  defaults: T,
): Promise<Store<T>> {
  const path = join(folder, file);
  const store = new Store<T>(
    { disk, path: async () => path, name: file },
    jsonOf(schema),
    defaults,
  );
  try {
    await makeFolders(disk, dirname(path));
    await store.read();
    if (store.fault) await setAside(disk, path).then(() => store.read());
  } catch {
    // The app works without what it remembers; a change that can't be kept says so then.
  }
  return store;
}

function jsonOf<T>(schema: v.GenericSchema<unknown, T>): Format<T> {
  return {
    read: (source) => readJson(source, schema),
    print: (_source, _before, after) => `${JSON.stringify(after, null, 1)}\n`,
  };
}

function readJson<T>(source: string, schema: v.GenericSchema<unknown, T>): FileRead<T> {
  try {
    return { ok: true, value: v.parse(schema, JSON.parse(source)), faults: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { message, place: { line: 1, column: 1 } } };
  }
}

/** Gives a file that can't be read another name. @returns that name */
export async function setAside(disk: Disk, path: string): Promise<string> {
  for (let n = 1; ; n++) {
    const aside = n === 1 ? `${path}.bad` : `${path}.bad-${n}`;
    if ((await disk.facts(aside)) !== null) continue;
    await disk.rename(path, aside);
    return aside;
  }
}
