import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync, crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeOf } from '../../scripts/lib/electron-fallback.mjs';
import { installedElectron, isFresh } from '../../scripts/lib/electron-official.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { resetFuses } from '../../scripts/lib/fuses.mjs';
import { advice, isChatter } from '../../scripts/lib/launch.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { unzip } from '../../scripts/lib/zip.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefwright-electron-'));
});
afterEach(() => rm(folder, { recursive: true }));

const install = async (version: string) => {
  const home = join(folder, 'node_modules/electron');
  await mkdir(join(home, 'dist'), { recursive: true });
  await writeFile(join(home, 'package.json'), '{"version":"45.4.1"}');
  await writeFile(join(home, 'path.txt'), 'electron');
  await writeFile(join(home, 'dist/version'), version);
  await writeFile(join(home, 'dist/electron'), '');
  return join(home, 'dist/electron');
};

describe('the official Electron', () => {
  test('is found when it is whole and of the version of its package', async () => {
    expect(await installedElectron(folder)).toBeNull();
    const path = await install('v45.4.1');
    expect(await installedElectron(folder)).toBe(path);
    await rm(path);
    expect(await installedElectron(folder)).toBeNull();
  });

  test('is not found when it is of another version', async () => {
    await install('45.4.0');
    expect(await installedElectron(folder)).toBeNull();
  });

  test('is not looked for again within a day of a failure of the same version', () => {
    const day = 24 * 60 * 60 * 1000;
    const failure = { version: '45.4.1', at: 1000 };
    expect(isFresh(failure, '45.4.1', 1000 + day - 1)).toBe(true);
    expect(isFresh(failure, '45.4.1', 1000 + day)).toBe(false);
    expect(isFresh(failure, '45.4.1', 999)).toBe(false);
    expect(isFresh(failure, '45.5.0', 1001)).toBe(false);
    expect(isFresh(null, '45.4.1', 1001)).toBe(false);
  });
});

describe('an Electron that the user names', () => {
  test('is taken when it can be run, and else named in the error', async () => {
    const path = join(folder, 'electron');
    const env = { BRIEFWRIGHT_ELECTRON: path };
    await expect(ensureElectron(folder, env)).rejects.toThrow(`names ${path}, which can't be run`);
    await writeFile(path, '');
    await chmod(path, 0o755);
    expect(await ensureElectron(folder, env)).toBe(path);
  });
});

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wire = (values: string) => `\u0001${String.fromCharCode(values.length)}${values}`;

describe('the fuses', () => {
  test('are set to those of a stock Electron, and nothing else is', () => {
    const binary = Buffer.from(`before${SENTINEL}${wire('01010111')}after`);
    resetFuses(binary);
    expect(binary.toString()).toBe(`before${SENTINEL}${wire('10110001')}after`);
  });

  test('are left out where the executable has fewer or removed them', () => {
    const binary = Buffer.from(`${SENTINEL}${wire('0r0')}111`);
    resetFuses(binary);
    expect(binary.toString()).toBe(`${SENTINEL}${wire('1r1')}111`);
  });

  test('are refused when they are not where they must be', () => {
    expect(() => resetFuses(Buffer.from('nothing'))).toThrow('one block of fuses');
    const twice = Buffer.from(`${SENTINEL}${wire('0')}${SENTINEL}${wire('0')}`);
    expect(() => resetFuses(twice)).toThrow('one block of fuses');
  });
});

describe('the archive of the fallback', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/ko.pak', 'locales/ko.pak'],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/', null],
  ])('has %s at %s', (name, path) => {
    expect(placeOf(name)).toBe(path);
  });

  test('is unpacked with its modes, leaving out what is not wanted', async () => {
    const archive = join(folder, 'a.zip');
    const files = [
      { name: 'top/run', text: 'echo '.repeat(500), mode: 0o755, packed: true },
      { name: 'top/deep/plain.txt', text: 'é', mode: 0o644, packed: false },
      { name: 'top/no', text: 'no', mode: 0o644, packed: true },
    ];
    await writeFile(archive, zip(files));
    await unzip(archive, folder, (name) => (name.endsWith('/no') ? null : name));
    expect(await readFile(join(folder, 'top/run'), 'utf8')).toBe('echo '.repeat(500));
    expect((await stat(join(folder, 'top/run'))).mode & 0o100).toBe(0o100);
    expect(await readFile(join(folder, 'top/deep/plain.txt'), 'utf8')).toBe('é');
    await expect(stat(join(folder, 'top/no'))).rejects.toThrow('ENOENT');
  });

  test('is refused when it is damaged, cut, or leads outside', async () => {
    const archive = join(folder, 'a.zip');
    const bytes = zip([{ name: 'a', text: 'plain text', mode: 0o644, packed: false }]);
    const damaged = Buffer.from(bytes);
    damaged.write('P', bytes.indexOf('plain text'));
    await writeFile(archive, damaged);
    await expect(unzip(archive, folder, (name) => name)).rejects.toThrow('a broken entry');
    await writeFile(archive, bytes.subarray(0, bytes.length - 30));
    await expect(unzip(archive, folder, (name) => name)).rejects.toThrow('not a zip archive');
    await writeFile(archive, zip([{ name: '../a', text: '', mode: 0o644, packed: false }]));
    await expect(unzip(archive, folder, (name) => name)).rejects.toThrow('a path outside: ../a');
  });
});

describe('a lock', () => {
  test('lets one at a time work, and is gone afterwards', async () => {
    const file = join(folder, 'a.lock');
    let inside = 0;
    const work = () =>
      withLock(file, async () => {
        inside += 1;
        await promisify(execFile)(process.execPath, ['--version']);
        expect(inside).toBe(1);
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  test('of a process that is gone is taken over', async () => {
    const file = join(folder, 'a.lock');
    const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
    await writeFile(file, stdout.trim());
    expect(await withLock(file, async () => 'in')).toBe('in');
  });
});

describe("Electron's error output", () => {
  test.each([
    '[71:1122/132957.871743:ERROR:shared_image_interface_proxy.cc(134)] Buffer handle is null.',
    '[71:1122/132957.871:ERROR:bus.cc(407)] Failed to connect to the bus',
    '[71:1122/132957.871:ERROR:dbus/bus.cc:407] Failed to connect to the bus',
  ])('has chatter: %s', (line) => expect(isChatter(line)).toBe(true));

  test.each([
    'Error: the workspace is locked',
    '[71:1122/132957.871:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found',
  ])('has words that count: %s', (line) => expect(isChatter(line)).toBe(false));

  test('has a refusal that needs a command', () => {
    const line = 'The SUID sandbox helper binary was found, but is not configured correctly.';
    expect(advice(line, '/opt/e/electron')).toContain('chmod 4755 "/opt/e/chrome-sandbox"');
    expect(advice('something else', '/opt/e/electron')).toBeNull();
  });
});

/** A zip archive of a few files, as other programs write it. */
function zip(files: { name: string; text: string; mode: number; packed: boolean }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode, packed } of files) {
    const raw = Buffer.from(text);
    const body = packed ? deflateRawSync(raw) : raw;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((mode | 0o100000) * 0x10000, 6);
    attributes.writeUInt32LE(offset, 10);
    const entry = [Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, attributes, Buffer.from(name)];
    directory.push(Buffer.concat(entry));
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), body]);
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
