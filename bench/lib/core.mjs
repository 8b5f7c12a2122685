import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CHECKOUT, temporary } from './electron.mjs';

const EXPORTS = {
  'core/complete/index': ['createMatcher', 'entityItems'],
  'core/format/parse': ['parse'],
  'core/check/index': ['check'],
  'core/graph/record': ['recordOf'],
  'core/search/index': ['Searcher'],
  'core/workspace/files': ['readEntities', 'readSettings'],
  'core/workspace/knowledge': ['knowledgeOf'],
};

/** The parts of the core that are measured by themselves, built as the app builds them. */
export async function core() {
  const folder = temporary('core');
  const entry = join(folder, 'core.ts');
  const lines = Object.entries(EXPORTS).map(
    ([file, names]) => `export { ${names.join(', ')} } from '${join(CHECKOUT, 'src', file)}';`,
  );
  writeFileSync(entry, lines.join('\n'));
  await build({
    configFile: false,
    root: CHECKOUT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: join(folder, 'out'), target: 'node20.19', emptyOutDir: true },
  });
  return import(join(folder, 'out/core.js'));
}
