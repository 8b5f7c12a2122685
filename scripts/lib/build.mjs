import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';

const FOLDERS = ['src', 'resources'];
const FILES = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
];

/**
 * Whether a path is built into the app. The sample workspace is copied when the app runs.
 * @param {string} path relative to the checkout, with `/`
 */
export function isBuildInput(path) {
  if (path.startsWith('resources/sample-workspace/')) return false;
  if (FOLDERS.some((folder) => path.startsWith(`${folder}/`))) return true;
  return FILES.includes(path) || /^tsconfig[^/]*\.json$/.test(path);
}

/**
 * A key that changes with every change of what is built.
 * @param {string} appDir
 * @returns {Promise<string>}
 */
export async function buildKey(appDir) {
  const hash = createHash('sha256');
  for (const path of await buildInputs(appDir)) {
    const bytes = await readFile(join(appDir, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

async function buildInputs(appDir) {
  const top = await readdir(appDir);
  const below = await Promise.all(
    FOLDERS.filter((folder) => top.includes(folder)).map(async (folder) => {
      const entries = await readdir(join(appDir, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(appDir.length + 1));
    }),
  );
  const paths = [...top, ...below.flat()].map((path) => path.replaceAll('\\', '/'));
  return paths.filter(isBuildInput).sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Builds the app when its sources are not those of the last build.
 * @param {string} appDir
 * @param {{ always?: boolean }} [options]
 */
export async function ensureBuild(appDir, { always = false } = {}) {
  const stamp = join(appDir, 'out/.stamp');
  const isCurrent = async () => {
    const main = join(
      appDir,
      JSON.parse(await readFile(join(appDir, 'package.json'), 'utf8')).main,
    );
    const built = await readFile(stamp, 'utf8').catch(() => null);
    return existsSync(main) && built === (await buildKey(appDir));
  };
  if (!always && (await isCurrent())) return;
  await withLock(join(appDir, '.cache/setup.lock'), async () => {
    if (!always && (await isCurrent())) return;
    await build(appDir, stamp);
  });
}

/** Says that what is in out/ is not a build any more, before something else writes there. */
export async function forgetBuild(appDir) {
  await rm(join(appDir, 'out/.stamp'), { force: true });
}

/** Builds the command line, which needs no Electron. */
export async function buildCli(appDir) {
  await runTool(appDir, 'vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts']);
}

async function runTool(appDir, tool, args) {
  const path = join(appDir, 'node_modules', tool);
  const { code, lines } = await run(process.execPath, [path, ...args], { cwd: appDir });
  if (code !== 0) {
    throw new Problem(`${args.join(' ')} failed.\n  ${lines.slice(-40).join('\n  ')}`);
  }
}

async function build(appDir, stamp) {
  await step('Building', async () => {
    const key = await buildKey(appDir);
    await forgetBuild(appDir);
    await runTool(appDir, 'electron-vite/bin/electron-vite.js', ['build']);
    await buildCli(appDir);
    await writeFile(stamp, key);
  });
}
