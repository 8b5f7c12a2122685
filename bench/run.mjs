#!/usr/bin/env node
// Measures the built app against floors in the same run: npm run bench [-- startup|typing|saving] [--quick] [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { CHECKOUT, cleanUp, machine } from './lib/electron.mjs';
import { prepare } from './lib/setup.mjs';
import { saving } from './saving.mjs';
import { startup } from './startup.mjs';
import { typing } from './typing.mjs';

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const chosen = words.filter((word) => !word.startsWith('--'));
const benches = {
  startup: (exe) => startup(exe, isQuick ? 5 : 11),
  typing: (exe) => typing(exe, isQuick ? 120 : 400),
  saving: (exe) => saving(exe, isQuick ? 10 : 40),
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

/** Puts the figures between the marks of docs/benchmarks.md. */
function write(measured) {
  const file = `${CHECKOUT}/docs/benchmarks.md`;
  const date = new Date().toISOString().slice(0, 10);
  const body = measured.map((result) => `### ${result.title}\n\n${result.table}`).join('\n\n');
  const figures = `<!-- figures -->\n\nMeasured ${date}, ${machine()}, Electron ${electronVersion()}.\n\n${body}\n\n<!-- /figures -->`;
  const text = readFileSync(file, 'utf8');
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
