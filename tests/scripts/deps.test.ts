import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { depsKey, explainNpm, isInStep } from '../../scripts/lib/deps.mjs';
import { absentPackages, completeLock, platformOf } from '../../scripts/lib/lockfile.mjs';
import { isNodeSupported } from '../../scripts/lib/node-version.mjs';

describe('the key of the installed dependencies', () => {
  const key = depsKey('{}', '20.19.0', 'linux-x64');

  test('stays with the lockfile, the platform and the major of Node', () => {
    expect(depsKey('{}', '20.20.1', 'linux-x64')).toBe(key);
  });

  test.each([
    ['{ }', '20.19.0', 'linux-x64'],
    ['{}', '22.19.0', 'linux-x64'],
    ['{}', '20.19.0', 'linux-arm64'],
  ])('changes with each of them: %s %s %s', (lock, node, platform) => {
    expect(depsKey(lock, node, platform)).not.toBe(key);
  });
});

describe('packages that npm installed by hand', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/react': { version: '19.3.1' },
      'node_modules/tool-darwin': { version: '1.0.0', optional: true },
    },
  };

  test('are in step without those of other platforms', () => {
    expect(isInStep(lock, { packages: { 'node_modules/react': { version: '19.3.1' } } })).toBe(
      true,
    );
  });

  test('are out of step when one is older or missing', () => {
    expect(isInStep(lock, { packages: { 'node_modules/react': { version: '19.3.0' } } })).toBe(
      false,
    );
    expect(isInStep(lock, { packages: {} })).toBe(false);
  });
});

describe('what npm prints when it fails', () => {
  test('becomes a sentence about the network', () => {
    const text = explainNpm([
      'npm http fetch GET 200 https://registry.npmjs.org/react',
      'npm error code ENOTFOUND',
      'npm error A complete log of this run can be found in: /root/x.log',
    ]);
    expect(text).toMatch(/^npm could not reach its registry\. Check the network/);
    expect(text).not.toContain('react');
    expect(text).not.toContain('complete log');
  });

  test('keeps its own reason when it is another one', () => {
    expect(explainNpm(['npm error code EUSAGE', 'npm error Missing: a@1 from lock file'])).toMatch(
      /Run "npm ci" to see why\.\n {2}code EUSAGE\n {2}Missing: a@1/,
    );
  });
});

test.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['22.0.0', true],
])('Node %s is supported: %s', (version, expected) => {
  expect(isNodeSupported(version)).toBe(expected);
});

describe('the lockfile', () => {
  test('of this project names the packages of every platform', async () => {
    const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
    expect(absentPackages(lock)).toEqual([]);
  });

  test.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ])('%s runs on %o', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  test('gets what is absent, and keeps what a folder above already holds', () => {
    const lock = {
      packages: {
        'node_modules/tool': {
          version: '1.0.0',
          dev: true,
          optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-win32-x64': '1.0.0' },
        },
        'node_modules/tool-linux-x64': { version: '1.0.0' },
      },
    };
    expect(absentPackages(lock).map(({ name }) => name)).toEqual(['tool-win32-x64']);
    const complete = completeLock(lock);
    expect(complete.packages['node_modules/tool-win32-x64']).toEqual({
      version: '1.0.0',
      os: ['win32'],
      cpu: ['x64'],
      dev: true,
      optional: true,
    });
    expect(absentPackages(complete)).toEqual([]);
  });
});
