import { join } from 'node:path';
import { forgetBuild } from './build.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { launch, sandboxArgs } from './launch.mjs';
import { setUp } from './setup.mjs';

/**
 * Sets up what is missing and runs the app from its sources, reloading when they change.
 * @param {string} appDir
 * @param {readonly string[]} args for electron-vite; after `--`, for the app
 * @returns {Promise<number>}
 */
export async function dev(appDir, args) {
  const unseen = !hasDisplay();
  const electron = await setUp(appDir, { display: unseen, build: false });
  await forgetBuild(appDir);
  const display = unseen ? await startVirtualDisplay() : { env: process.env, stop: () => {} };
  const sandbox = sandboxArgs().length > 0 ? ['--noSandbox'] : [];
  const tool = join(appDir, 'node_modules/electron-vite/bin/electron-vite.js');
  try {
    return await launch(process.execPath, [tool, 'dev', ...sandbox, ...args], {
      cwd: appDir,
      env: { ...display.env, ELECTRON_EXEC_PATH: electron },
      quiet: true,
    });
  } finally {
    display.stop();
  }
}
