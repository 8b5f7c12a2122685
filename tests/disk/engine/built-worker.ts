import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { CHECKOUT } from '../../support/folders';

const FOLDER = join(CHECKOUT, 'node_modules/.cache/briefwright-tests');
const made = new Map<string, Promise<string>>();

/** The path of the index's worker, built as the app has it. */
export const builtWorker = (): Promise<string> => built('worker');

/** The path of the command line's second thread. */
export const builtHalf = (): Promise<string> => built('sweep/half');

function built(name: string): Promise<string> {
  const path = made.get(name) ?? make(name);
  made.set(name, path);
  return path;
}

async function make(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: CHECKOUT,
    build: {
      ssr: join(CHECKOUT, `src/disk/engine/${entry}.ts`),
      target: 'node20',
      write: false,
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  const [chunk] = (output as Rolldown.RolldownOutput).output;
  const name = createHash('sha256').update(chunk.code).digest('hex').slice(0, 16);
  const path = join(FOLDER, `${basename(entry)}-${name}.mjs`);
  if (!existsSync(path)) write(path, chunk.code);
  return path;
}

/** Other test files may make it at the same time. */
function write(path: string, code: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, code);
  renameSync(beside, path);
}
