import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { launch, sandboxArgs } from './launch.mjs';
import { setUp } from './setup.mjs';
import { forgetSystem } from './system.mjs';

/**
 * Sets up what is missing and runs the app until it ends.
 * @param {string} appDir
 * @param {readonly string[]} args a workspace, and switches for Electron
 * @returns {Promise<number>} the app's exit code
 */
export async function start(appDir, args) {
  const display = !hasDisplay();
  const electron = await setUp(appDir, { display, build: true });
  const workspace = args.filter((arg) => !arg.startsWith('-')).map(fromCaller);
  const switches = args.filter((arg) => arg.startsWith('-'));
  const command = [...sandboxArgs(), ...switches, appDir, ...workspace];
  const code = display
    ? await startUnseen(appDir, electron, command)
    : await launch(electron, command, { quiet: true });
  if (code === 127) await forgetSystem();
  return code;
}

// npm runs scripts in the checkout; a relative path is meant from where npm was called.
function fromCaller(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

async function startUnseen(appDir, electron, command) {
  const picture = join(appDir, '.cache/window.png');
  await mkdir(dirname(picture), { recursive: true });
  await rm(picture, { force: true });
  const display = await startVirtualDisplay();
  console.log(
    `No display here: running on a virtual one (${display.env.DISPLAY}). The picture of the window will be ${picture}; Ctrl+C ends the app.`,
  );
  try {
    return await launch(electron, command, {
      env: { ...display.env, BRIEFWRIGHT_SNAPSHOT: picture },
      quiet: true,
    });
  } finally {
    display.stop();
  }
}
