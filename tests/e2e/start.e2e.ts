import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKOUT, sample, temporaryFolder } from '../support/folders';
import { until } from './support';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

it.runIf(process.platform === 'linux')(
  'npm start without a display runs on a virtual one, says so, and leaves a picture of its window',
  async () => {
    const picture = join(CHECKOUT, '.cache/window.png');
    await rm(picture, { force: true });
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    // A home of its own: no other start of this user may answer in its place.
    const config = await temporaryFolder('config');
    const child = spawn(process.execPath, ['scripts/start.mjs', await sample()], {
      cwd: CHECKOUT,
      env: { ...env, XDG_CONFIG_HOME: config },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      await until(
        async () => (await readFile(picture).catch(() => Buffer.alloc(0))).subarray(0, 4),
        PNG,
      );
      await until(() => said.includes('window shown in'), true);
      expect(said).toMatch(/display/);
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  },
);
