#!/usr/bin/env node
import './lib/node-version.mjs';

const { runMain } = await import('./lib/problem.mjs');
const { test } = await import('./lib/test.mjs');
const { CHECKOUT } = await import('./lib/paths.mjs');

await runMain(() => test(CHECKOUT, process.argv.slice(2)));
