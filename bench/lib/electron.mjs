import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const CHECKOUT = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const folders = [];
export function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), `briefwright-bench-${name}-`));
  folders.push(folder);
  return folder;
}

export function cleanUp() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the sample workspace. */
export function sampleCopy() {
  const folder = temporary('sample');
  cpSync(join(CHECKOUT, 'resources/sample-workspace'), folder, { recursive: true });
  return folder;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts an app folder and connects to its page from outside.
 * @returns the page, the wall-clock time of the start in milliseconds, and how to end it
 */
export async function start(exe, app, { userData, args = [] }) {
  const port = await freePort();
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    exe,
    [
      '--no-sandbox',
      '--disable-gpu',
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${userData}`,
      app,
      ...args,
    ],
    { stdio: 'ignore', detached: true },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const browser = await connect(port);
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    page,
    pid: child.pid,
    startedAt,
    async end() {
      await browser.close().catch(() => undefined);
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      await ended;
    },
  };
}

async function connect(port) {
  for (let tries = 0; ; tries++) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The proportional memory of a process and all below it, in megabytes (Linux). */
export function proportionalMemory(root) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended.
    }
  }
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    let at = pid;
    while (at > 1 && at !== root) at = parents.get(at) ?? 0;
    if (at !== root) continue;
    const rollup = `/proc/${pid}/smaps_rollup`;
    if (!existsSync(rollup)) continue;
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(rollup, 'utf8'))?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

export function machine() {
  const cpu = /model name\s*:\s*(.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown';
  const cores = Number(execFileSync('nproc', { encoding: 'utf8' }));
  return `${cores} cores (${cpu}), Node ${process.versions.node}`;
}
