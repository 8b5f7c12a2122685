#!/usr/bin/env node
import './lib/node-version.mjs';

const { runMain } = await import('./lib/problem.mjs');
const { ensureDeps } = await import('./lib/deps.mjs');
const { buildCli, ensureBuild } = await import('./lib/build.mjs');
const { CHECKOUT } = await import('./lib/paths.mjs');

await runMain(async () => {
  await ensureDeps(CHECKOUT);
  if (process.argv.includes('--cli')) await buildCli(CHECKOUT);
  else await ensureBuild(CHECKOUT, { always: true });
  return 0;
});
