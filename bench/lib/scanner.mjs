// The least that a check of links can be: every file once, every link against the names. Prints how many dangle.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

const root = process.argv[2];
const names = readdirSync(`${root}/briefs`);
const briefs = new Set(names.map((name) => name.slice(0, -3)));
const entities = new Set();
for (const [, slug] of readFileSync(`${root}/registry/entities.json`, 'latin1').matchAll(
  /"slug":"([^"]+)"/g,
)) {
  entities.add(slug);
}
const buffer = Buffer.allocUnsafe(1 << 21);
let dangling = 0;
for (const name of names) {
  const file = openSync(`${root}/briefs/${name}`, 'r');
  const text = buffer.latin1Slice(0, readSync(file, buffer, 0, buffer.length, 0));
  closeSync(file);
  for (const [, kind, slug, wiki] of text.matchAll(
    /\]\(\/ko\/(entity|n)\/([a-z0-9-]+)\)|\[\[([a-z0-9-]+)\]\]/g,
  )) {
    if (!(kind === 'entity' ? entities : briefs).has(slug ?? wiki)) dangling++;
  }
}
console.log(dangling);
