import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { cliPage, manPage } from '../../src/cli/help';
import { VERSION } from '../../src/cli/version';

/** `BRIEFWRIGHT_WRITE_DOCS=1` writes the pages instead of comparing them. */
const pages = [
  ['docs/cli.md', cliPage(COMMANDS)],
  ['docs/briefwright.1', manPage(COMMANDS, VERSION)],
] as const;

describe('the pages about the command line', () => {
  it.each(pages)('%s is the program’s own help', (path, text) => {
    const file = new URL(`../../${path}`, import.meta.url);
    if (process.env['BRIEFWRIGHT_WRITE_DOCS']) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
