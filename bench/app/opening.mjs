import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, findingsComplete, listUsable, TRACED, watchIndex } from '../lib/app-page.mjs';
import { CHECKOUT, proportionalMemory, start, temporary } from '../lib/electron.mjs';
import { median, ms, percentile, ratio, table } from '../lib/figures.mjs';

const FRAME_MS = 16;
/** Memory is read, and the cache written, this long after the findings are complete. */
const SETTLED_MS = 4500;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Opens a small and a large workspace and a bare window in turn, each without and with a cache. */
export async function opening(exe, workspaces, runs) {
  const kinds = kindsOf(workspaces);
  const bare = [];
  for (let run = 0; run < runs; run++) {
    bare.push(await bareMemory(exe));
    for (const kind of kinds) kind.runs.push(await open(exe, kind));
    // Tracing takes time and memory of its own.
    for (const kind of kinds) if (run % 2 === 0) kind.traced.push(await open(exe, kind, true));
  }
  const floor = median(bare);
  const of = (name) => kinds.find((kind) => kind.name === name).runs;
  const time = (name) => median(of(name).map(({ usable }) => usable));
  const memory = (name) => median(of(name).map((run) => run.memory)) / floor;
  const longest = (name) =>
    Math.max(0, ...blocksIn(kinds.find((kind) => kind.name === name)).map(({ cpu }) => cpu));
  return {
    title: 'Opening',
    table: table(HEAD, [
      ['bare window', '', '', '', `${floor.toFixed(0)}`, '', ''],
      ...kinds.map((kind) => row(kind, kinds, floor)),
    ]),
    checks: [
      ...['10,000 briefs', '10,000 briefs, 100,000 entities'].flatMap((name) =>
        ['first', 'again'].map((when) => [
          `${name} usable at most 1.2x of ten, ${when}`,
          time(`${name}, ${when}`) <= 1.2 * time(`10 briefs, ${when}`),
        ]),
      ),
      ...['first', 'again'].map((when) => [
        `10,000 briefs: memory at most 1.4x of a bare window, ${when}`,
        memory(`10,000 briefs, ${when}`) <= 1.4,
      ]),
      [
        'page never at work for over 16 ms while 10,000 briefs are read and checked',
        longest('10,000 briefs, first') <= FRAME_MS,
      ],
    ],
  };
}

const HEAD = [
  'workspace',
  'list usable median / p95 ms',
  'to ten briefs',
  'findings complete s',
  'PSS MB',
  'to the bare window',
  'page at work for over 16 ms: times a run, longest on the processor / on the clock ms',
];

const blocksIn = ({ traced }) => traced.flatMap(({ blocks }) => blocks);

function row(kind, kinds, floor) {
  const { name, when, runs, traced } = kind;
  const usable = runs.map((run) => run.usable);
  const ten = kinds
    .find((kind) => kind.name === `10 briefs, ${when}`)
    .runs.map((run) => run.usable);
  const memory = median(runs.map((run) => run.memory));
  const blocks = blocksIn(kind);
  const long = blocks.filter(({ wall }) => wall > FRAME_MS);
  const most = (of) => ms(Math.max(0, ...blocks.map((block) => block[of])));
  return [
    name,
    `${ms(median(usable))} / ${ms(percentile(usable, 0.95))}`,
    ratio(median(usable) / median(ten)),
    (median(runs.map((run) => run.complete)) / 1000).toFixed(1),
    memory.toFixed(0),
    ratio(memory / floor),
    `${(long.length / traced.length).toFixed(1)}, ${most('cpu')} / ${most('wall')}`,
  ];
}

function kindsOf(workspaces) {
  return workspaces.flatMap(({ name, folder }) => {
    const userData = temporary('profile');
    return ['first', 'again'].map((when) => ({
      name: `${name}, ${when}`,
      when,
      folder,
      userData,
      runs: [],
      traced: [],
    }));
  });
}

async function bareMemory(exe) {
  const app = await start(exe, join(CHECKOUT, 'bench/bare'), { userData: temporary('bare') });
  await pause(2000);
  const memory = proportionalMemory(app.pid);
  await app.end();
  return memory;
}

/** `first`: nothing is known of the workspace; `again`: what the last start kept is there. */
async function open(exe, { when, folder, userData }, isTraced = false) {
  if (when === 'first') rmSync(join(folder, '.briefwright'), { recursive: true, force: true });
  const app = await start(exe, CHECKOUT, { userData, args: [folder] });
  try {
    await watchIndex(app.page);
    const browser = app.page.context().browser();
    if (isTraced) await browser.startTracing(app.page, { categories: TRACED });
    const { usable, editable } = await listUsable(app.page);
    const complete = await findingsComplete(app.page);
    const blocks = isTraced ? blocksOf(await browser.stopTracing()) : [];
    await pause(SETTLED_MS);
    return {
      usable: usable - app.startedAt,
      editable: editable - app.startedAt,
      complete: complete - app.startedAt,
      memory: proportionalMemory(app.pid),
      blocks,
    };
  } finally {
    await app.end();
  }
}
