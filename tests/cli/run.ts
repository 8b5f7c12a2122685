import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';

export { sample, temporaryFolder } from '../support/folders';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly bytes: Buffer;
}

/** Runs the command line in a folder, as a terminal without colours would. */
export async function run(
  cwd: string,
  args: readonly string[],
  input: string | (() => string) = '',
  more: Partial<Io> = {},
): Promise<Ran> {
  let out = '';
  let error = '';
  const bytes: Uint8Array[] = [];
  const code = await main(args, {
    cwd,
    out: (text) => void (out += text),
    taken: () => Promise.resolve(),
    bytes: (piece) => void bytes.push(piece),
    error: (text) => void (error += text),
    style: (_style, text) => text,
    progress: () => undefined,
    input: async () => (typeof input === 'string' ? input : input()),
    ...more,
  });
  return { code, out, error, bytes: Buffer.concat(bytes) };
}

/** The lock of a workspace, as a process that lives, and is not this one, would hold it. */
export function holdLock(root: string, more: Readonly<Record<string, unknown>> = {}): string {
  const path = join(root, '.briefwright/lock');
  const holder = {
    pid: process.ppid,
    host: hostname(),
    started: Date.now(),
    token: 'other',
    ...more,
  };
  mkdirSync(join(root, '.briefwright'), { recursive: true });
  writeFileSync(path, JSON.stringify(holder));
  return path;
}
