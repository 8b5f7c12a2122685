// What no warm check can do without: its code, a look at each file, and a report as long as the check's.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printFindings } from './print.mjs';

const [, , root, findings, program] = process.argv;
await import(pathToFileURL(join(program, '../run.js')).href);
let bytes = 0;
for (const name of readdirSync(`${root}/briefs`)) bytes += statSync(`${root}/briefs/${name}`).size;
process.stdout.write(`${printFindings(Number(findings))}${bytes}\n`);
