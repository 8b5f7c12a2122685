import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureDeps } from './deps.mjs';
import { startVirtualDisplay } from './display.mjs';
import { launch } from './launch.mjs';
import { setUp } from './setup.mjs';
import { countTests, summarise } from './summary.mjs';

const SUITES = ['unit', 'e2e'];

/**
 * Sets up what is missing and runs the tests: first those without a window, then those that drive
 * the app.
 * @param {string} appDir
 * @param {readonly string[]} args `unit` or `e2e` to run one suite; the rest goes to vitest
 * @returns {Promise<number>} 0 when every chosen suite ran and passed
 */
export async function test(appDir, args) {
  const isOne = SUITES.includes(args[0]);
  const chosen = isOne ? [args[0]] : SUITES;
  const rest = isOne ? args.slice(1) : args;
  await ensureDeps(appDir);
  const runs = [];
  if (chosen.includes('unit')) runs.push(await vitest(appDir, 'unit', rest, process.env));
  if (chosen.includes('e2e')) runs.push(await driveApp(appDir, rest));
  const { code, line } = summarise(runs);
  console.log(line);
  return code;
}

async function driveApp(appDir, rest) {
  const isLinux = process.platform === 'linux';
  const electron = await setUp(appDir, { display: isLinux, build: true });
  // A display of their own, so that the tests neither take the user's screen nor depend on it.
  const display = isLinux ? await startVirtualDisplay() : { env: process.env, stop: () => {} };
  try {
    const env = { ...display.env, BRIEFWRIGHT_ELECTRON: electron };
    return await vitest(appDir, 'e2e', ['--config', 'vitest.e2e.config.ts', ...rest], env);
  } finally {
    display.stop();
  }
}

async function vitest(appDir, suite, args, env) {
  const report = join(appDir, `.cache/test/${suite}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const tool = join(appDir, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [tool, 'run', ...reporters, ...args];
  const code = await launch(process.execPath, command, { cwd: appDir, env });
  const text = await readFile(report, 'utf8').catch(() => null);
  const count = text === null ? null : countTests(JSON.parse(text));
  if (count === null || count.passed + count.failed === 0)
    console.error(`No ${suite} test ran, so this counts as a failure.`);
  return { code, count };
}
