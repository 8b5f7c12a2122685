import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';

/**
 * What the installed dependencies depend on: the lockfile, and the Node that they were chosen for.
 * @param {string} lockText
 * @param {string} nodeVersion such as `20.19.0`
 * @param {string} platform such as `linux-x64`
 * @returns {string}
 */
export function depsKey(lockText, nodeVersion, platform) {
  const major = nodeVersion.split('.')[0];
  return createHash('sha256').update(`${major} ${platform}\n${lockText}`).digest('hex');
}

/**
 * Whether what npm says it installed is what the lockfile asks for. Packages for other platforms
 * are marked optional and may be absent.
 * @param {{ packages?: Record<string, { version?: string, optional?: boolean }> }} lock package-lock.json
 * @param {{ packages?: Record<string, { version?: string }> }} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInStep(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional }]) => {
    const found = installed.packages?.[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * Brings node_modules in step with package-lock.json.
 * @param {string} appDir
 */
export async function ensureDeps(appDir) {
  const lockText = await readFile(join(appDir, 'package-lock.json'), 'utf8');
  const key = depsKey(lockText, process.versions.node, `${process.platform}-${process.arch}`);
  const stamp = join(appDir, 'node_modules/.briefwright-deps');
  if ((await readText(stamp)) === key) return;
  await withLock(join(appDir, '.cache/setup.lock'), async () => {
    if ((await readText(stamp)) === key) return;
    if (!(await isInstalledByHand(appDir, lockText))) await install(appDir);
    await mkdir(join(appDir, 'node_modules'), { recursive: true });
    await writeFile(stamp, key);
  });
}

async function isInstalledByHand(appDir, lockText) {
  const text = await readText(join(appDir, 'node_modules/.package-lock.json'));
  if (text === null) return false;
  const installed = JSON.parse(text);
  return (
    isInStep(JSON.parse(lockText), installed) &&
    Object.keys(installed.packages).every((path) => existsSync(join(appDir, path)))
  );
}

function install(appDir) {
  return step('Installing the dependencies', async (note) => {
    let fetched = 0;
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=http'];
    const { code, lines } = await npm(args, {
      cwd: appDir,
      onLine: (line) => {
        if (/http (fetch GET 200|cache) .*\.tgz/.test(line)) note(`${++fetched} packages fetched`);
      },
    });
    if (code !== 0) throw new Problem(explainNpm(lines));
  });
}

/**
 * @param {readonly string[]} lines what npm printed
 * @returns {string} what went wrong and what to do
 */
export function explainNpm(lines) {
  const errors = lines
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ''))
    .filter((line) => line.trim() !== '' && !line.startsWith('A complete log'));
  const text = errors.join('\n  ');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(text))
    return `npm could not reach its registry. Check the network, or set the registry with "npm config set registry URL", then run this again.\n  ${text}`;
  if (/CERT|certificate/.test(text))
    return `npm does not trust the certificate of its registry. Name the file of the network's own authority in NODE_EXTRA_CA_CERTS, then run this again.\n  ${text}`;
  if (text.includes('ENOSPC'))
    return `The disk is full. Make room, then run this again.\n  ${text}`;
  return `npm could not install the dependencies. Run "npm ci" to see why.\n  ${text}`;
}

async function readText(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
