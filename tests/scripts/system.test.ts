import { describe, expect, test } from 'vitest';
import {
  aptCandidates,
  installCommand,
  missingLibraries,
  NEEDS,
  needsFor,
  packagesFor,
} from '../../scripts/lib/packages.mjs';
import { userCache } from '../../scripts/lib/paths.mjs';

const LDD = `	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
	libnspr4.so => not found
	libnss3.so => not found
	libasound.so.2 => not found
	libgbm.so.1 => not found
	libX11.so.6 => not found
	libnss3.so => not found
`;

describe('missing libraries', () => {
  test('are read off ldd, each once', () => {
    expect(missingLibraries(LDD)).toEqual([
      'libnspr4.so',
      'libnss3.so',
      'libasound.so.2',
      'libgbm.so.1',
      'libX11.so.6',
    ]);
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x7f)\n')).toEqual([]);
  });

  test('lead to the packages that bring them and no others', () => {
    expect(needsFor(missingLibraries(LDD))).toEqual(['gtk', 'nss', 'alsa', 'gbm']);
    expect(needsFor(['libasound.so.2'])).toEqual(['alsa']);
    expect(needsFor([])).toEqual([]);
  });
});

const isOld = (name: string) => !name.endsWith('t64');

describe('package names', () => {
  const POLICY = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.49-3
  Version table:
     3.24.49-3 500
libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libnss3:
  Installed: 2:3.110-1
  Candidate: 2:3.110-1
`;

  test('that apt can install are read off its policy', () => {
    expect(aptCandidates(POLICY)).toEqual(new Set(['libgtk-3-0t64', 'libnss3']));
  });

  test('are the new ones where they exist', () => {
    const offer = aptCandidates(POLICY);
    expect(packagesFor('apt', ['gtk', 'nss'], (name) => offer.has(name))).toEqual([
      'libgtk-3-0t64',
      'libnss3',
    ]);
  });

  test('are the old ones on Debian 12', () => {
    expect(packagesFor('apt', NEEDS, isOld)).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
      'libgbm1',
      'xvfb',
    ]);
  });

  test('stand in a command that can be pasted', () => {
    const packages = packagesFor('dnf', ['gtk', 'xvfb'], () => true);
    expect(installCommand('dnf', packages, false)).toBe(
      'sudo dnf install -y gtk3 xorg-x11-server-Xvfb',
    );
    expect(installCommand('apt', ['xvfb'], true)).toBe(
      'apt-get install -y --no-install-recommends xvfb',
    );
  });
});

describe('the cache of the user', () => {
  test('follows XDG_CACHE_HOME when that is absolute', () => {
    expect(userCache({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/briefwright');
    expect(userCache({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/briefwright$/);
    expect(userCache({})).toMatch(/\/\.cache\/briefwright$/);
  });
});
