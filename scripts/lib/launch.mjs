import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// Chromium logs what its parts stumble over on a machine without a desktop or a GPU; the app's own
// words, and what Chromium calls fatal, look different.
const CHATTER = /^\[\d+:\d{4}\/[\d.]+:(ERROR|WARNING):\S+\.cc[:(]/;

/**
 * Whether a line of Electron's error output is Chromium's own chatter.
 * @param {string} line
 */
export function isChatter(line) {
  return CHATTER.test(line);
}

/** Electron's sandbox can't run as root. */
export function sandboxArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * What to do when Electron refuses to start for a reason that its own message hides.
 * @param {string} line of its error output
 * @param {string} electron the executable
 * @returns {string | null}
 */
export function advice(line, electron) {
  if (!line.includes('SUID sandbox helper')) return null;
  const helper = electron.replace(/[^/]+$/, 'chrome-sandbox');
  return `This system allows Electron's sandbox only through its helper. Run this, then start again:\n\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n`;
}

/**
 * Runs a program to its end in a process group of its own, passing signals on.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` leaves out Chromium's chatter
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export function launch(file, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    // On its own, Ctrl+C reaches it once, through us, and not a second time from the terminal.
    const detached = process.platform !== 'win32';
    const child = spawn(file, args, {
      ...options,
      detached,
      stdio: ['ignore', 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    if (child.stderr) filter(child.stderr, file);
    const forward = SIGNALS.map((signal) => [signal, () => child.kill(signal)]);
    for (const [signal, pass] of forward) process.on(signal, pass);
    const settle = (action) => (value, signal) => {
      for (const [name, pass] of forward) process.removeListener(name, pass);
      action(value ?? 128 + (constants.signals[signal] ?? 0));
    };
    child.on('error', settle(reject));
    child.on('close', settle(resolve));
  });
}

function filter(stream, electron) {
  createInterface({ input: stream }).on('line', (line) => {
    if (line !== '' && !isChatter(line)) console.error(advice(line, electron) ?? line);
  });
}
