#!/usr/bin/env node
import './lib/node-version.mjs';

const { runMain } = await import('./lib/problem.mjs');
const { dev } = await import('./lib/dev.mjs');
const { CHECKOUT } = await import('./lib/paths.mjs');

await runMain(() => dev(CHECKOUT, process.argv.slice(2)));
