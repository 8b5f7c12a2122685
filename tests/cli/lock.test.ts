import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../src/disk/files/disk';
import { takeLock } from '../../src/disk/workspace/lock';
import { CHECKOUT } from '../support/folders';
import { holdLock, run, sample, temporaryFolder } from './run';

const SEED = 'putin-zelensky-talks-rebuff';
const file = (root: string) => join(root, `briefs/${SEED}.md`);
const briefs = (root: string) =>
  Object.fromEntries(
    readdirSync(join(root, 'briefs')).map((name) => [
      name,
      readFileSync(join(root, 'briefs', name), 'utf8'),
    ]),
  );

const WRITING: readonly (readonly string[])[] = [
  ['check', '--fix'],
  ['set', SEED, 'title', 'Another', '--write'],
  ['rename', SEED, 'other', '--write'],
  ['new', 'fresh'],
];

describe('where the app has the workspace open', () => {
  it.each(WRITING)('nothing is written, and what to do is said: %s', async (...args) => {
    const root = await sample();
    const before = briefs(root);
    holdLock(root);
    const { code, error, out } = await run(root, args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toBe(
      'briefwright: This workspace is open in another Briefwright, so it can only be read here. Close it there to write here.\n',
    );
    expect(briefs(root)).toEqual(before);
  });

  it.each([
    [['check']],
    [['set', SEED, 'title', 'Another']],
    [['rename', SEED, 'other']],
    [['stats']],
    [['get', SEED, 'title']],
  ])('what only reads works on: %s', async (args) => {
    const root = await sample();
    const free = await run(root, args);
    holdLock(root);
    expect(await run(root, args)).toEqual(free);
    expect(free.error).toBe('');
  });

  it('briefs are exported', async () => {
    const root = await sample();
    const to = await temporaryFolder('cli');
    holdLock(root);
    expect((await run(root, ['export', SEED, '--to', to])).code).toBe(0);
    expect(existsSync(join(to, `ko/n/${SEED}.md`))).toBe(true);
  });
});

describe('a command that writes', () => {
  it('gives the lock back, also where it fails', async () => {
    const root = await sample();
    for (const args of WRITING) await run(root, args);
    await run(root, ['new', 'fresh']);
    await run(root, ['set', 'nobody', 'title', 'x', '--write']);
    expect(readdirSync(join(root, '.briefwright')).filter((name) => /lock/.test(name))).toEqual([]);
  });

  it('waits for another command, which soon ends', async () => {
    const root = await sample();
    const lock = holdLock(root, { isPassing: true });
    const ran = run(root, ['set', SEED, 'title', 'Another', '--write']);
    setImmediate(() => rmSync(lock));
    expect((await ran).code).toBe(0);
    expect(readFileSync(file(root), 'utf8')).toMatch(/^# Another\n/);
  });

  it('keeps off what the app is told about: a command at work', async () => {
    const root = await sample();
    holdLock(root, { isPassing: true });
    expect(await takeLock(realDisk, root)).toMatchObject({
      kind: 'refused',
      isPassing: true,
      reason: expect.stringContaining('A command is writing'),
    });
  });

  it('does not write over what came while its value was awaited', async () => {
    const root = await sample();
    const typed = readFileSync(file(root), 'utf8').replace(
      'By accepting only',
      'In accepting only',
    );
    const input = () => {
      writeFileSync(file(root), typed);
      return 'Talks';
    };
    await run(root, ['set', SEED, 'title', '-', '--write'], input);
    expect(readFileSync(file(root), 'utf8')).toBe(typed.replace(/^# .*/, '# Talks'));
  });
});

it('several processes at once all do their part', async () => {
  const root = await sample();
  const program = await builtCommandLine();
  const slugs = ['one', 'two', 'three', 'four', 'five', 'six'];
  const ran = await Promise.all(
    slugs.map(
      (slug) =>
        new Promise((resolve) => {
          execFile(process.execPath, [program, 'new', slug], { cwd: root }, (_, out, error) =>
            resolve(out + error),
          );
        }),
    ),
  );
  expect(ran).toEqual(slugs.map((slug) => `briefs/${slug}.md\n`));
  expect(Object.keys(briefs(root))).toEqual(
    expect.arrayContaining(slugs.map((slug) => `${slug}.md`)),
  );
});

async function builtCommandLine(): Promise<string> {
  const folder = await temporaryFolder('built');
  // It tells its version by the package around it.
  await copyFile(join(CHECKOUT, 'package.json'), join(folder, 'package.json'));
  const outDir = join(folder, 'out/cli');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: CHECKOUT,
    ssr: { noExternal: true },
    build: {
      ssr: join(CHECKOUT, 'src/cli/index.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'briefwright.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'briefwright.mjs');
}
