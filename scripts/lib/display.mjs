import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether a window could be shown
 */
export function hasDisplay(env = process.env) {
  if (process.platform !== 'linux') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * Starts an X server without a screen, on a display number that is free.
 * @param {string} size as `{width}x{height}x{depth}`
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} what its clients need to find it
 */
export async function startVirtualDisplay(size = '1600x1200x24') {
  // A group of its own, so that Ctrl+C in the terminal ends the app first and this after it.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const stop = () => server.kill();
  process.once('exit', stop);
  const number = await displayNumber(server);
  const { WAYLAND_DISPLAY: _, ...env } = process.env;
  server.unref();
  for (const stream of [server.stderr, server.stdio[3]]) stream.destroy();
  return {
    env: { ...env, DISPLAY: `:${number}` },
    stop: () => {
      process.removeListener('exit', stop);
      stop();
    },
  };
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let errors = '';
    let number = '';
    const fail = (why) => reject(new Problem(`The virtual display did not start: ${why}`));
    server.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    server.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (number.includes('\n')) resolve(number.trim());
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(errors.trim() || `Xvfb ended with code ${code}`));
  });
}
