import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run, which } from './command.mjs';
import {
  aptCandidates,
  aptNames,
  installCommand,
  missingLibraries,
  needsFor,
  packagesFor,
} from './packages.mjs';
import { userCache } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';

/**
 * Makes sure that Electron finds its libraries and, when asked for, that there is a virtual
 * display. On Debian as root it installs what is missing, elsewhere it says the command.
 * @param {string} electron the executable
 * @param {{ display: boolean }} want
 */
export async function ensureSystem(electron, { display }) {
  if (process.platform !== 'linux') return;
  const lacksDisplay = () => display && which('Xvfb') === null;
  const stamp = join(userCache(), 'system.json');
  const mark = await markOf(electron);
  const isKnown = (await readFile(stamp, 'utf8').catch(() => '')) === mark;
  const libraries = isKnown ? [] : await lacking(electron);
  const needs = [...needsFor(libraries), ...(lacksDisplay() ? ['xvfb'] : [])];
  if (needs.length > 0) await install(needs, libraries);
  const left = needs.length > 0 ? await lacking(electron) : [];
  if (left.length > 0 || lacksDisplay())
    throw new Problem(
      `Electron still lacks ${[...left, ...(lacksDisplay() ? ['Xvfb'] : [])].join(', ')}. Install the packages that bring them, then run this again.`,
    );
  if (isKnown) return;
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, mark);
}

/** Forgets that the libraries were found, after a start that says otherwise. */
export async function forgetSystem() {
  await writeFile(join(userCache(), 'system.json'), '').catch(() => undefined);
}

async function markOf(electron) {
  const { size, mtimeMs } = await stat(electron);
  return JSON.stringify([electron, size, mtimeMs]);
}

async function lacking(electron) {
  const { lines } = await run('ldd', [electron]);
  return missingLibraries(lines.join('\n'));
}

async function install(needs, libraries) {
  const manager = which('apt-get')
    ? 'apt'
    : which('dnf')
      ? 'dnf'
      : which('pacman')
        ? 'pacman'
        : null;
  const what = [...libraries, ...(needs.includes('xvfb') ? ['Xvfb'] : [])].join(', ');
  if (manager === null)
    throw new Problem(
      `Electron lacks ${what}. Install the packages that bring them, then run this again.`,
    );
  const isRoot = process.getuid?.() === 0;
  if (manager === 'apt' && isRoot && existsSync('/etc/debian_version')) return installByApt(needs);
  const exists = manager === 'apt' ? await aptOffer(needs) : () => true;
  const command = installCommand(manager, packagesFor(manager, needs, exists), isRoot);
  throw new Problem(`Electron lacks ${what}. Run this, then start again:\n\n  ${command}`);
}

function installByApt(needs) {
  return step('Installing system libraries', async (note) => {
    const update = await apt(['update'], note);
    const packages = packagesFor('apt', needs, await aptOffer(needs));
    const { code, lines } = await apt(
      ['install', '-y', '--no-install-recommends', ...packages],
      note,
    );
    if (code === 0) return;
    const command = installCommand('apt', packages, true);
    const text = [...update.lines, ...lines].filter((line) => /^[EW]:/.test(line)).join('\n  ');
    throw new Problem(
      `apt could not install them. Mend what it says, then run this again:\n\n  apt-get update && ${command}\n\n  ${text}`,
    );
  });
}

function apt(args, note) {
  return run('apt-get', ['-q', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    onLine: (line) => {
      const [, verb, name] = /^(Get:\d+|Unpacking|Setting up) (\S+)/.exec(line) ?? [];
      if (verb) note(verb.startsWith('Get') ? 'fetching' : `${verb.toLowerCase()} ${name}`);
    },
  });
}

async function aptOffer(needs) {
  const { lines } = await run('apt-cache', ['policy', ...aptNames(needs)], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const names = aptCandidates(`${lines.join('\n')}\n`);
  return (name) => names.has(name);
}
