import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const TAIL_LINES = 2000;

/**
 * Runs a command to its end and reads its lines. A command that can't be started has code 127.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, lines: string[] }>} the last lines of both outputs
 */
export function run(file, args, { onLine, timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const lines = [];
    const child = spawn(file, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > TAIL_LINES) lines.shift();
        onLine?.(line);
      });
    }
    child.on('error', (error) => resolve({ code: 127, lines: [...lines, error.message] }));
    child.on('close', (code) => resolve({ code: code ?? 1, lines }));
  });
}

/**
 * @param {string} name of a program
 * @param {string} [searchPath]
 * @returns {string | null} where PATH finds it
 */
export function which(name, searchPath = process.env.PATH ?? '') {
  for (const folder of searchPath.split(delimiter)) {
    if (folder === '') continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * Runs npm: the one that started us when there is one, so that its version stays the same.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
export function npm(args, options) {
  const self = process.env.npm_execpath;
  if (self?.endsWith('npm-cli.js')) return run(process.execPath, [self, ...args], options);
  if (process.platform === 'win32') return run('npm.cmd', args, { ...options, shell: true });
  return run('npm', args, options);
}
