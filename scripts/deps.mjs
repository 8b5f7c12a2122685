#!/usr/bin/env node
import './lib/node-version.mjs';

const { runMain } = await import('./lib/problem.mjs');
const { ensureDeps } = await import('./lib/deps.mjs');
const { CHECKOUT } = await import('./lib/paths.mjs');

await runMain(async () => {
  await ensureDeps(CHECKOUT);
  return 0;
});
