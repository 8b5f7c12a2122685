/** The package.json of the loader app. */
export const LOADER_PACKAGE = `${JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' })}\n`;

/**
 * A stock Electron carries a default app that runs the folder named on its command line; this
 * stands in for it. It must be a module with a top-level await: Electron holds `ready` back until
 * it is evaluated, so the app can still do what is only allowed before that.
 */
export const LOADER_MAIN = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
try {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version);
  app.setAppPath(folder);
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
`;
