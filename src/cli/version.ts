import { readFileSync } from 'node:fs';

/** The version of the package that this is part of. */
export const VERSION = versionIn(new URL('../../package.json', import.meta.url));

function versionIn(file: URL): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
