import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a program to its end.
 * @returns what it wrote, wall-clock milliseconds, and its peak resident memory in megabytes (Linux)
 */
export function run(program, args, { cwd } = {}) {
  const at = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let peak = 0;
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    out += data;
  });
  const look = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid));
  }, 25);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(look);
      resolve({ out, code, ms: performance.now() - at, peak });
    });
  });
}

function highWater(pid) {
  try {
    return (
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
}
