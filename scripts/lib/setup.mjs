import { ensureBuild } from './build.mjs';
import { ensureDeps } from './deps.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureSystem } from './system.mjs';

/**
 * Brings a checkout to where it can run, doing only what is missing.
 * @param {string} appDir
 * @param {{ display: boolean, build: boolean }} want `display`: a virtual one will be needed
 * @returns {Promise<string>} the Electron executable
 */
export async function setUp(appDir, { display, build }) {
  await ensureDeps(appDir);
  const electron = await ensureElectron(appDir);
  await ensureSystem(electron, { display });
  if (build) await ensureBuild(appDir);
  return electron;
}
