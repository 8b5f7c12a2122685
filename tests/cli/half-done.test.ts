import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChange } from '../../src/disk/change/change';
import { type Disk, realDisk } from '../../src/disk/files/disk';
import { holdLock, run, sample, temporaryFolder } from './run';

const SEED = 'putin-zelensky-talks-rebuff';
const CUT = 'a change to many files was cut short';

/** A disk that does nothing more once the new file is in its place, and the old one is still there. */
function stoppingDisk(): Disk {
  let isStopped = false;
  const stop = () => {
    if (isStopped) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  return {
    ...realDisk,
    rename: async (from, to) => {
      stop();
      await realDisk.rename(from, to);
      isStopped = to.endsWith('talks.md');
    },
    remove: async (path) => {
      stop();
      await realDisk.remove(path);
    },
  };
}

/** A workspace where a rename was cut short: the brief stands under both of its slugs. */
async function cutShort(): Promise<string> {
  const root = await sample();
  const before = readFileSync(join(root, `briefs/${SEED}.md`), 'utf8');
  const change = { file: `briefs/${SEED}.md`, to: 'briefs/talks.md', before, after: before };
  await expect(runChange(stoppingDisk(), root, 'Rename it', [change])).rejects.toThrow();
  expect(briefs(root)).toEqual(expect.arrayContaining([`${SEED}.md`, 'talks.md']));
  return root;
}

const briefs = (root: string) =>
  readdirSync(join(root, 'briefs')).filter((name) => !name.startsWith('.'));
const everything = (root: string) =>
  readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => !file.includes('index-cache'))
    .sort();

describe('a change that was cut short', () => {
  it.each([
    [['check']],
    [['stats']],
    [['graph']],
    [['show', SEED]],
    [['show', `briefs/${SEED}.md`]],
    [['get', SEED, 'title']],
    [['set', SEED, 'title', 'Another']],
    [['rename', 'seoul-chip-tool-licences', 'chips']],
  ])('is said on stderr, and left as it is, by a command that only reads: %s', async (args) => {
    const whole = await run(await sample(), args);
    const root = await cutShort();
    const before = everything(root);
    const { code, out, error } = await run(root, args);
    expect(error).toContain(CUT);
    expect(error.split(CUT)).toHaveLength(2);
    expect(out).not.toContain(CUT);
    expect(whole.error).not.toContain(CUT);
    if (args[0] !== 'check') expect(code).toBe(whole.code);
    expect(everything(root)).toEqual(before);
  });

  it.each([
    [['check', '--fix']],
    [['set', SEED, 'title', 'Another', '--write']],
    [['rename', SEED, 'other', '--write']],
    [['new', 'fresh']],
  ])('is put back first by a command that writes: %s', async (args) => {
    const root = await cutShort();
    const { error } = await run(root, args);
    expect(error).toContain('a change that was cut short was put back first');
    expect(briefs(root)).not.toContain('talks.md');
    expect((await run(root, ['stats'])).error).toBe('');
  });

  it('is put back before an export, so that no half-changed brief goes out', async () => {
    const root = await cutShort();
    const to = await temporaryFolder('cli');
    const dry = await run(root, ['export', '--to', to, '--dry-run']);
    expect(dry.error).toContain(CUT);
    const { error, out } = await run(root, ['export', '--to', to]);
    expect(error).toContain('was put back first');
    expect(out).not.toContain('talks.md');
  });

  it('is told from one that another process is writing now', async () => {
    const root = await cutShort();
    holdLock(root);
    const { code, error } = await run(root, ['stats']);
    expect(code).toBe(0);
    expect(error).toContain('another Briefwright is changing files here');
    expect(briefs(root)).toContain('talks.md');
  });
});
