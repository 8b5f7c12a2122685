import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.mjs';
import { withLock } from './lock.mjs';
import { step } from './progress.mjs';

const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const DOWNLOAD_LIMIT_MS = 15 * 60 * 1000;

/**
 * The executable that the installed electron package has downloaded.
 * @param {string} appDir
 * @returns {Promise<string | null>} null when it has none of its version
 */
export async function installedElectron(appDir) {
  const folder = join(appDir, 'node_modules/electron');
  try {
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const found = await readFile(join(folder, 'dist/version'), 'utf8');
    const path = await readFile(join(folder, 'path.txt'), 'utf8');
    if (found.trim().replace(/^v/, '') !== version) return null;
    const executable = join(folder, 'dist', path.trim());
    return (await stat(executable)).isFile() ? executable : null;
  } catch {
    return null;
  }
}

/**
 * Whether an earlier failure still speaks against trying the download again.
 * @param {{ version: string, at: number } | null} failure
 * @param {string} version of the electron package now
 * @param {number} now in milliseconds
 */
export function isFresh(failure, version, now) {
  if (failure === null || failure.version !== version) return false;
  return now >= failure.at && now - failure.at < TRY_AGAIN_AFTER_MS;
}

/**
 * Electron's own binary: the one already there, or downloaded now. A failure is remembered for a
 * day, so that each start on a closed network does not try again.
 * @param {string} appDir
 * @param {string} cache
 * @param {{ retry: boolean }} options
 * @returns {Promise<{ path: string } | { path: null, reason: string }>}
 */
export async function officialElectron(appDir, cache, { retry }) {
  const installed = await installedElectron(appDir);
  if (installed !== null) return { path: installed };
  const about = join(appDir, 'node_modules/electron/package.json');
  const { version } = JSON.parse(await readFile(about, 'utf8'));
  const memory = join(cache, 'electron-download.json');
  const isHopeless = async () => !retry && isFresh(await recall(memory), version, Date.now());
  if (!(await isHopeless()))
    await withLock(join(cache, 'electron-download.lock'), async () => {
      if (!(await isHopeless())) await download(appDir, memory, version);
    });
  const path = await installedElectron(appDir);
  return path === null ? { path, reason: (await recall(memory)).reason } : { path };
}

async function download(appDir, memory, version) {
  if ((await installedElectron(appDir)) !== null) return;
  const work = async () => {
    const script = join(appDir, 'node_modules/electron/install.js');
    const { lines } = await run(process.execPath, [script], {
      cwd: appDir,
      timeoutMs: DOWNLOAD_LIMIT_MS,
    });
    if ((await installedElectron(appDir)) !== null) return true;
    const reason = lines.find((line) => /error|failed/i.test(line))?.trim() ?? 'no answer in time';
    await writeFile(memory, JSON.stringify({ version, at: Date.now(), reason }));
    return false;
  };
  await step(`Downloading Electron ${version}`, work, {
    outcome: (isThere) => (isThere ? 'done' : 'out of reach'),
  });
}

async function recall(memory) {
  try {
    return JSON.parse(await readFile(memory, 'utf8'));
  } catch {
    return null;
  }
}
