#!/usr/bin/env node
import './lib/node-version.mjs';

const { runMain } = await import('./lib/problem.mjs');
const { start } = await import('./lib/start.mjs');
const { CHECKOUT } = await import('./lib/paths.mjs');

await runMain(() => start(CHECKOUT, process.argv.slice(2)));
