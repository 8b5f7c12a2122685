// What no check of all parts can do without: read the registry, list, read and decode each brief, go
// through its lines, look up what it links to and names, and print a report as long as the check's.
import { transcode } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { printFindings } from './print.mjs';

const [, , root, findings] = process.argv;
const entities = JSON.parse(readFileSync(`${root}/registry/entities.json`, 'utf8'));
const slugs = new Set(entities.map(({ slug }) => slug));
const names = new Map(entities.map((entity) => [entity.name, entity]));
const files = readdirSync(`${root}/briefs`).sort();
const briefs = new Set(files.map((name) => name.slice(0, -3)));
const LINK = /\]\(\/ko\/(entity|n)\/([a-z0-9-]+)\)|\[\[([a-z0-9-]+)\]\]/g;
const buffer = Buffer.allocUnsafeSlow(1 << 21);
let found = 0;
let lines = 0;

for (const name of files) {
  const file = openSync(`${root}/briefs/${name}`, 'r');
  const bytes = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0));
  closeSync(file);
  // Half the time of one step.
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  for (let at = 0; at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  for (const [, kind, slug, wiki] of text.matchAll(LINK)) {
    if (!(kind === 'entity' ? slugs.has(slug) : briefs.has(slug ?? wiki))) found++;
  }
  const from = text.indexOf('- Entities: ') + 12;
  for (const one of text.slice(from, text.indexOf('\n', from)).split(', ')) {
    if (!names.has(one)) found++;
  }
}

process.stdout.write(`${printFindings(Number(findings))}${found} of ${lines} lines\n`);
