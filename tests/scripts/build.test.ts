import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildKey, isBuildInput } from '../../scripts/lib/build.mjs';

describe('what is built', () => {
  test.each(['src/main/index.ts', 'resources/icon.png', 'package.json', 'tsconfig.web.json'])(
    '%s is',
    (path) => expect(isBuildInput(path)).toBe(true),
  );

  test.each([
    'resources/sample-workspace/briefs/a.md',
    'tests/a.test.ts',
    'README.md',
    'srcs/a.ts',
  ])('%s is not', (path) => expect(isBuildInput(path)).toBe(false));
});

describe('the key of a build', () => {
  let folder = '';
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefwright-build-'));
    await write('src/main/index.ts', 'one');
    await write('src/b.ts', '');
    await write('package.json', '{}');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('does not change with the time of a file, nor with what is not built', async () => {
    const before = await buildKey(folder);
    await utimes(join(folder, 'src/main/index.ts'), 1, 1);
    await write('README.md', 'new');
    await write('resources/sample-workspace/a.md', 'new');
    expect(await buildKey(folder)).toBe(before);
  });

  test.each([
    ['an edit', () => write('src/main/index.ts', 'two')],
    ['a new file', () => write('src/c.ts', '')],
    ['a removed file', () => rm(join(folder, 'src/b.ts'))],
    ['a new setting', () => write('tsconfig.json', '{}')],
  ])('changes with %s', async (_, change) => {
    const before = await buildKey(folder);
    await change();
    expect(await buildKey(folder)).not.toBe(before);
  });
});
