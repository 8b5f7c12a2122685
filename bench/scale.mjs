import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus, writePlainCopy } from './lib/corpus.mjs';
import { CHECKOUT, temporary } from './lib/electron.mjs';
import { median, ms, ratio, table } from './lib/figures.mjs';
import { peers } from './lib/peers.mjs';
import { run } from './lib/process.mjs';

const CLI = process.env.BRIEFWRIGHT_CLI ?? join(CHECKOUT, 'out/cli/briefwright.js');
const node = (file, ...args) => run(process.execPath, [file, ...args]);
const lib = (name) => join(CHECKOUT, `bench/lib/${name}.mjs`);

/**
 * A check of all briefs as a process, cold and with a warm cache, against listing and reading the
 * same files, a scanner of twenty lines, and the tools that people would use for links alone.
 */
export async function scale(sizes) {
  const tools = await peers();
  const rows = [];
  const checks = [];
  const cold = new Map();
  for (const briefs of sizes) {
    const rounds = briefs > 10_000 ? 1 : 5;
    const workspace = temporary(`scale-${briefs}`);
    const plain = temporary(`plain-${briefs}`);
    const truth = writeCorpus(workspace, { briefs });
    copyPlain(workspace, plain);
    const measured = await measure({
      workspace,
      plain,
      briefs,
      rounds,
      tools,
      isLarge: briefs > 10_000,
    });
    rmSync(plain, { recursive: true });
    rmSync(workspace, { recursive: true });
    cold.set(briefs, measured.cold.ms);
    rows.push(...rowsOf(briefs, measured));
    checks.push(...checksOf(briefs, measured, truth));
  }
  checks.push(...growth(cold));
  const head = ['briefs', 'what', 'median ms', 'to the scanner', 'to rumdl', 'peak MB'];
  return { title: 'A whole workspace', table: table(head, rows), checks };
}

function copyPlain(workspace, plain) {
  const slugs = readdirSync(join(workspace, 'briefs')).map((name) => name.slice(0, -3));
  const entities = JSON.parse(readFileSync(join(workspace, 'registry/entities.json'), 'utf8'));
  const read = (slug) => readFileSync(join(workspace, `briefs/${slug}.md`), 'utf8');
  writePlainCopy(plain, slugs, read, entities);
}

/** What the check reports of a generated brief, on average. */
const FINDINGS = 5.4;

async function measure({ workspace, plain, briefs, rounds, tools, isLarge }) {
  const findings = `${Math.round(briefs * FINDINGS)}`;
  const modes = {
    node: () => node('-e', '0'),
    list: () => node(lib('floor'), workspace, 'list'),
    read: () => node(lib('floor'), workspace, 'read'),
    scanner: () => node(lib('scanner'), workspace),
    least: () => node(lib('least'), workspace, findings),
    rumdl: () => tools.rumdl(plain),
    cold: () => {
      forget(workspace);
      return node(CLI, 'check', '--no-cache', workspace);
    },
  };
  const runs = await interleaved(modes, rounds);
  if (!isLarge)
    Object.assign(runs, await interleaved({ markdownlint: () => tools.markdownlint(plain) }, 1));
  await node(CLI, 'check', workspace);
  const names = readdirSync(join(workspace, 'briefs'));
  let turn = 0;
  const warm = () => {
    appendFileSync(join(workspace, 'briefs', names[turn++]), '\n');
    return node(CLI, 'check', workspace);
  };
  const leastWarm = () => node(lib('least-warm'), workspace, findings, CLI);
  Object.assign(runs, await interleaved({ leastWarm, warm }, rounds));
  return runs;
}

/** Median time and highest peak of each mode, all modes in turn. */
async function interleaved(modes, rounds) {
  const runs = new Map(Object.keys(modes).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, mode] of Object.entries(modes)) runs.get(name).push(await mode());
  }
  return Object.fromEntries(
    [...runs].map(([name, all]) => [
      name,
      {
        ms: median(all.map((one) => one.ms)),
        peak: Math.max(...all.map((one) => one.peak)),
        out: all[0].out,
      },
    ]),
  );
}

function forget(workspace) {
  const cache = join(workspace, '.briefwright');
  if (existsSync(cache)) rmSync(cache, { recursive: true });
}

const NAMES = {
  node: 'Node’s own start',
  list: 'listing and stat',
  read: 'reading all, one buffer',
  scanner: 'scanner of twenty lines',
  least: 'least of a check: no parser, no rule',
  rumdl: 'rumdl, links only',
  markdownlint: 'markdownlint-cli2, links only',
  cold: '**check, cold**',
  leastWarm: 'least of a warm check: code, listing, printing',
  warm: '**check, warm, one brief changed**',
};

function rowsOf(briefs, measured) {
  return Object.entries(NAMES).flatMap(([name, label]) => {
    const one = measured[name];
    if (!one) return [];
    const to = (other) => ratio(one.ms / measured[other].ms);
    return [
      [
        briefs.toLocaleString('en'),
        label,
        ms(one.ms),
        to('scanner'),
        to('rumdl'),
        one.peak.toFixed(0),
      ],
    ];
  });
}

function checksOf(briefs, { node: start, list, scanner, rumdl, cold, warm }, truth) {
  const dangling = truth.danglingLinks + truth.danglingWiki;
  const found = cold.out.match(/link\/(?:entity|brief)-unknown/g)?.length ?? 0;
  const size = briefs.toLocaleString('en');
  const checks = [
    [
      `${size}: the check, the scanner and rumdl find the links that dangle (${found} of ${dangling})`,
      found === dangling &&
        Number(scanner.out) === dangling &&
        (rumdl.out.match(/MD057/g)?.length ?? 0) === truth.danglingLinks,
    ],
  ];
  if (briefs !== 10_000) return checks;
  return [
    ...checks,
    [
      `${size}: cold at most 0.4 times rumdl (${ratio(cold.ms / rumdl.ms)})`,
      cold.ms <= 0.4 * rumdl.ms,
    ],
    [
      `${size}: cold at most 2.5 times the scanner (${ratio(cold.ms / scanner.ms)})`,
      cold.ms <= 2.5 * scanner.ms,
    ],
    // Listing is measured as a process of its own, Node's start included.
    [
      `${size}: warm at most 2 times listing and Node’s start (${ratio(warm.ms / (2 * list.ms - start.ms))})`,
      warm.ms <= 2 * (list.ms - start.ms) + start.ms,
    ],
    [`${size}: at most 300 MB (${cold.peak.toFixed(0)})`, cold.peak <= 300],
  ];
}

/** From each size to the next: in step with the number of briefs, with a quarter to spare. */
function growth(cold) {
  const sizes = [...cold.keys()];
  return sizes.slice(1).map((size, at) => {
    const before = sizes[at];
    const factor = cold.get(size) / cold.get(before);
    const step = size / before;
    return [
      `from ${before} to ${size} briefs, ${factor.toFixed(1)} times the time`,
      factor <= 1.25 * step,
    ];
  });
}
