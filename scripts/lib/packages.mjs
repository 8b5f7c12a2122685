/** What a machine may lack to run Electron. */
export const NEEDS = ['gtk', 'nss', 'alsa', 'gbm', 'xvfb'];

// Debian 13 and Ubuntu 24.04 renamed some packages (64-bit time); the first that exists is taken.
const PACKAGES = {
  apt: {
    gtk: ['libgtk-3-0t64', 'libgtk-3-0'],
    nss: ['libnss3'],
    alsa: ['libasound2t64', 'libasound2'],
    gbm: ['libgbm1'],
    xvfb: ['xvfb'],
  },
  dnf: {
    gtk: ['gtk3'],
    nss: ['nss'],
    alsa: ['alsa-lib'],
    gbm: ['mesa-libgbm'],
    xvfb: ['xorg-x11-server-Xvfb'],
  },
  pacman: {
    gtk: ['gtk3'],
    nss: ['nss'],
    alsa: ['alsa-lib'],
    gbm: ['mesa'],
    xvfb: ['xorg-server-xvfb'],
  },
};

const COMMANDS = {
  apt: 'apt-get install -y --no-install-recommends',
  dnf: 'dnf install -y',
  pacman: 'pacman -S --needed',
};

/**
 * @param {string} output of ldd
 * @returns {string[]} the names of the libraries that it did not find, each once
 */
export function missingLibraries(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  return [...new Set(names)];
}

/**
 * What brings these libraries; the toolkit brings all that the others don't.
 * @param {readonly string[]} libraries
 * @returns {string[]} members of NEEDS
 */
export function needsFor(libraries) {
  const needs = libraries.map((name) => {
    if (/^lib(nss|nspr|smime|plc|plds|ssl)/.test(name)) return 'nss';
    if (name.startsWith('libasound')) return 'alsa';
    if (name.startsWith('libgbm')) return 'gbm';
    return 'gtk';
  });
  return NEEDS.filter((need) => needs.includes(need));
}

/**
 * @param {'apt' | 'dnf' | 'pacman'} manager
 * @param {readonly string[]} needs members of NEEDS
 * @param {(name: string) => boolean} exists whether the manager offers a package of this name
 * @returns {string[]}
 */
export function packagesFor(manager, needs, exists) {
  return needs.map((need) => {
    const names = PACKAGES[manager][need];
    return names.find(exists) ?? names[names.length - 1];
  });
}

/**
 * The command that a person runs to install packages.
 * @param {'apt' | 'dnf' | 'pacman'} manager
 * @param {readonly string[]} packages
 * @param {boolean} isRoot
 */
export function installCommand(manager, packages, isRoot) {
  return `${isRoot ? '' : 'sudo '}${COMMANDS[manager]} ${packages.join(' ')}`;
}

/**
 * @param {string} output of `apt-cache policy` for some packages
 * @returns {Set<string>} those that can be installed
 */
export function aptCandidates(output) {
  const found = [...output.matchAll(/^(\S+):\n(?:  .*\n)*?  Candidate: (\S+)/gm)];
  return new Set(found.filter(([, , version]) => version !== '(none)').map((match) => match[1]));
}

/** @returns {string[]} every name that apt may know the needs by */
export function aptNames(needs) {
  return needs.flatMap((need) => PACKAGES.apt[need]);
}
