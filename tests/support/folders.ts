import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The checkout under test. */
export const CHECKOUT = resolve(import.meta.dirname, '../..');

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.splice(0).map(remove));
});

/** An empty folder that is removed when the tests of the file are through. */
export async function temporaryFolder(purpose: string): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `briefwright-${purpose}-`)));
  made.push(path);
  return path;
}

/** A fresh copy of the sample workspace. */
export async function sample(): Promise<string> {
  const folder = join(await temporaryFolder('workspace'), 'sample');
  await cp(join(CHECKOUT, 'resources/sample-workspace'), folder, { recursive: true });
  return folder;
}

async function remove(path: string): Promise<void> {
  // Chromium's last process may still be writing its profile.
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
