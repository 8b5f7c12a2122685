import { main } from '../../src/cli/main';

export { sample, temporaryFolder } from '../support/folders';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly bytes: Buffer;
}

/** Runs the command line in a folder, as a terminal without colours would. */
export async function run(cwd: string, args: readonly string[], input = ''): Promise<Ran> {
  let out = '';
  let error = '';
  const bytes: Uint8Array[] = [];
  const code = await main(args, {
    cwd,
    out: (text) => void (out += text),
    bytes: (piece) => void bytes.push(piece),
    error: (text) => void (error += text),
    style: (_style, text) => text,
    progress: () => undefined,
    input: async () => input,
  });
  return { code, out, error, bytes: Buffer.concat(bytes) };
}
