import { join } from 'node:path';
import * as v from 'valibot';
import { receiptOf, type Underway } from '../disk/change/steps';
import { recover } from '../disk/change/transaction';
import { placeKey } from '../disk/export/plan';
import { realDisk } from '../disk/files/disk';
import { openOwnStore } from '../disk/stores/own';
import { makePrivateFolder } from '../disk/workspace/private';

/** The receipts stand in the workspace itself, so its own name in them says nothing. */
export const WORKSPACE = 'command-line';

const RECEIPTS = v.record(v.string(), v.record(v.string(), v.string()));

const storeOf = async (root: string) =>
  openOwnStore(realDisk, await makePrivateFolder(realDisk, root), 'exports.json', RECEIPTS, {});

/** Where an export notes what it is about to do; one that was cut short is ended first. */
export async function journalOf(root: string): Promise<string> {
  const journal = join(await makePrivateFolder(realDisk, root), 'export-underway.json');
  const done = await recover(realDisk, journal);
  if (done) await keep(root, done);
  return journal;
}

/** The hashes that were last exported to a folder, by path. */
export async function of(root: string, folder: string): Promise<Readonly<Record<string, string>>> {
  return (await storeOf(root)).data[placeKey(WORKSPACE, folder)] ?? {};
}

export async function keep(root: string, done: Underway): Promise<void> {
  const receipt = receiptOf(done);
  await (await storeOf(root)).update((all) => ({
    ...all,
    [done.place]: { ...all[done.place], ...receipt },
  }));
}
