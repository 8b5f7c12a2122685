#!/usr/bin/env node
import './lib/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const program = at('out/cli/briefwright.js');
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A checkout builds the program when its sources are newer; an installed package has no sources. */
function isStale() {
  const rooms = ['src/cli', 'src/core', 'src/disk'].map(at);
  const built = modified(program);
  return rooms.some((room) => modified(room) > 0 && newest(room) > built);
}

function newest(room) {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return files.reduce((latest, file) => Math.max(latest, modified(`${room}/${file}`)), 0);
}

if (isStale()) {
  // What the program prints must be all that stands on the standard output.
  const { status } = spawnSync(process.execPath, [at('scripts/build.mjs'), '--cli'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(2);
}
await import(new URL('../out/cli/briefwright.js', import.meta.url).href);
