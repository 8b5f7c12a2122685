#!/usr/bin/env node
// Measures the built app against floors in the same run: npm run bench [-- startup|typing|saving|scale|names|search|app] [--quick] [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { app } from './app.mjs';
import { CHECKOUT, cleanUp, machine } from './lib/electron.mjs';
import { prepare } from './lib/setup.mjs';
import { names } from './names.mjs';
import { saving } from './saving.mjs';
import { scale } from './scale.mjs';
import { search } from './search.mjs';
import { startup } from './startup.mjs';
import { typing } from './typing.mjs';

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const chosen = words.filter((word) => !word.startsWith('--'));
const benches = {
  startup: (exe) => startup(exe, isQuick ? 5 : 11),
  typing: (exe) => typing(exe, isQuick ? 120 : 400),
  saving: (exe) => saving(exe, isQuick ? 10 : 40),
  scale: () => scale(isQuick ? [1000, 10_000] : [1000, 10_000, 100_000]),
  names: () => names(isQuick ? 100 : 300),
  app: (exe) => app(exe, isQuick),
  search: () => search(isQuick ? 50 : 200),
};

const { exe, stop } = await prepare();
const results = [];
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const result = await bench(exe);
    results.push(result);
    console.log(`\n## ${result.title}\n\n${result.table}\n`);
    for (const [claim, holds] of result.checks)
      console.log(`${holds ? 'holds' : 'FAILS'}  ${claim}`);
  }
} finally {
  stop();
  cleanUp();
}
if (words.includes('--write')) write(results);
process.exit(results.every((result) => result.checks.every(([, holds]) => holds)) ? 0 : 1);

/** Puts the figures between the marks of docs/benchmarks.md; what was not measured now stays. */
function write(measured) {
  const file = `${CHECKOUT}/docs/benchmarks.md`;
  const text = readFileSync(file, 'utf8');
  const old = /<!-- figures -->\n([\s\S]*)<!-- \/figures -->/.exec(text)?.[1] ?? '';
  const [before = '', ...kept] = old.split(/^### /m).map((part) => part.trim());
  const sections = new Map(
    kept.map((section) => {
      const [title = '', ...rest] = section.split('\n');
      const body = rest.join('\n').trim();
      return [title, body.startsWith('Measured') ? body : `${before}\n\n${body}`];
    }),
  );
  const date = new Date().toISOString().slice(0, 10);
  const how = `Measured ${date}, ${machine()}, Electron ${electronVersion()}.`;
  for (const { title, table } of measured) sections.set(title, `${how}\n\n${table}`);
  const body = [...sections].map(([title, section]) => `### ${title}\n\n${section}`).join('\n\n');
  const figures = `<!-- figures -->\n\n${body}\n\n<!-- /figures -->`;
  writeFileSync(
    file,
    text.replace(/<!-- figures -->[\s\S]*<!-- \/figures -->/, () => figures),
  );
}

function electronVersion() {
  try {
    return readFileSync(new URL('version', `file://${exe}`), 'utf8').trim();
  } catch {
    return 'of unknown version';
  }
}
