import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_IDS, sizes } from './lib/briefs.mjs';
import { CHECKOUT, sampleCopy, start, temporary } from './lib/electron.mjs';
import { ms, percentile, ratio, table } from './lib/figures.mjs';
import { watchKeys } from './lib/watch-keys.mjs';

/** The pace of a quick typist: each key this much after the last, and up to a frame more. */
const GAP_MS = 45;
const FRAME_MS = 17;
const ROUNDS = 4;
/** The first keys warm the path up. */
const WARM = 8;
const WORDS = 'and so the talks went on ';

/**
 * Real key events into a brief's Summary, in the editor as it is and in the same editor without
 * preview and findings, in turn. First on a screen's clock of 60 Hz: a key to the first frame that
 * shows it, in the preview too. Then without a clock, where a frame comes at once: the work alone.
 */
export async function typing(exe, keys) {
  const screen = [];
  const work = [];
  const checks = [];
  for (const brief of sizes()) {
    const { full, floor } = await inTurn(exe, brief, Math.ceil(keys / ROUNDS));
    for (const mode of [full, floor]) {
      mode.frames = evened(mode.frames, mode.phases);
      mode.painted = evened(mode.painted, mode.phases);
    }
    const of = (figure) =>
      [0.5, 0.95].map(
        (share) => percentile(full[figure], share) / percentile(floor[figure], share),
      );
    const ratios = of('frames');
    screen.push([
      brief.name,
      spread(full.frames, [0.5, 0.95, 0.99]),
      spread(floor.frames, [0.5, 0.95, 0.99]),
      ratios.map(ratio).join(' / '),
      of('painted').map(ratio).join(' / '),
      share(full.late, (late) => late === 0),
      `${share(full.findings, (late) => late === 0)}, ${spread(full.waits, [0.5, 0.95])}`,
      `${tasksOf(full)}; without: ${tasksOf(floor)}`,
    ]);
    work.push([
      brief.name,
      spread(full.work, [0.5, 0.95]),
      spread(floor.work, [0.5, 0.95]),
      of('work').map(ratio).join(' / '),
      spread(full.workPainted, [0.5, 0.95]),
      spread(floor.workPainted, [0.5, 0.95]),
      of('workPainted').map(ratio).join(' / '),
    ]);
    checks.push([`${brief.name}: p50 and p95 at most 1.15x`, ratios.every((one) => one <= 1.15)]);
    if (brief.text.length < 300_000) {
      checks.push([`${brief.name}: no task over 50 ms`, full.tasks.length === 0]);
    }
  }
  const tables = [
    table(SCREEN, screen),
    'Without a frame clock: the work alone.',
    table(WORK, work),
  ];
  return { title: 'Key to next frame', table: tables.join('\n\n'), checks };
}

/**
 * Each eighth of the frame counts the same, however many keys came in it: else chance, not the
 * editor, decides the median of a few hundred keys.
 */
function evened(values, phases) {
  const eighths = Array.from({ length: 8 }, () => []);
  const frame = 1000 / 60;
  values.forEach((value, key) => {
    const phase = (((phases[key] % frame) + frame) % frame) / frame;
    eighths[Math.min(7, Math.floor(phase * 8))].push(value);
  });
  const most = Math.max(...eighths.map((part) => part.length));
  return eighths.flatMap((part) =>
    part.length === 0
      ? []
      : Array.from({ length: most }, (_, at) => percentile(part, (at + 0.5) / most)),
  );
}

const SCREEN = [
  'brief',
  'with preview and findings p50 / p95 / p99 ms',
  'without p50 / p95 / p99 ms',
  'ratio p50 / p95',
  'ratio to the frame’s end',
  'preview in the first frame',
  'new finding in the first frame; to its frame p50 / p95 ms',
  'tasks over 50 ms',
];
const WORK = [
  'brief',
  'with p50 / p95 ms',
  'without p50 / p95 ms',
  'ratio p50 / p95',
  'to the frame’s end with p50 / p95 ms',
  'without p50 / p95 ms',
  'ratio p50 / p95',
];

const spread = (values, shares) => shares.map((one) => ms(percentile(values, one))).join(' / ');
const share = (values, holds) =>
  `${Math.round((100 * values.filter(holds).length) / values.length)} %`;
const tasksOf = ({ tasks, frames }) =>
  tasks.length === 0
    ? '0'
    : `${tasks.length} of ${frames.length}, longest ${ms(Math.max(...tasks))}`;

/** Rounds of both, whichever comes first changing with the round. */
async function inTurn(exe, brief, keys) {
  const figures = { full: {}, floor: {} };
  for (let round = 0; round < ROUNDS; round++) {
    for (const mode of round % 2 ? ['floor', 'full'] : ['full', 'floor']) {
      const run = await measure(exe, brief, mode, keys, round + 1);
      for (const [name, values] of Object.entries(run)) {
        figures[mode][name] = [...(figures[mode][name] ?? []), ...values];
      }
    }
  }
  return figures;
}

async function measure(exe, brief, mode, keys, seed) {
  const workspace = sampleCopy();
  writeFileSync(join(workspace, `briefs/${brief.slug}.md`), brief.text);
  if (mode === 'floor') turnRulesOff(workspace);
  const app = await start(exe, CHECKOUT, { userData: temporary('typing'), args: [workspace] });
  const { page } = app;
  const gap = gaps(seed);
  try {
    await page.locator(`[data-slug="${brief.slug}"]`).first().dblclick();
    await page.waitForFunction(() => performance.getEntriesByName('brief-editable').length > 0);
    if (mode === 'floor') await hideSide(page);
    await page.locator('[data-field="summary"] .cm-content').first().click();
    await page.keyboard.press('Control+End');
    await page.evaluate(watchKeys, WARM);
    await type(page, WARM + Math.ceil(keys / 2), gap);
    await page.evaluate(() => globalThis.briefwrightBench.startClock());
    await type(page, keys, gap);
    if (mode === 'full') await findNew(page, Math.ceil(keys / 10), seed);
    return await page.evaluate(() => globalThis.briefwrightBench.figures);
  } finally {
    await app.end();
  }
}

async function type(page, keys, gap) {
  for (let key = 0; key < keys; key++) {
    await page.keyboard.type(WORDS[key % WORDS.length]);
    await page.waitForTimeout(gap());
  }
}

/** Links to briefs that are not there: each is found with the key that ends it. */
async function findNew(page, count, seed) {
  for (let at = 0; at < count; at++) {
    await page.keyboard.insertText(` [x](/n/none-${seed}-${at})`);
    await page.waitForTimeout(100);
    await page.evaluate(() => globalThis.briefwrightBench.awaitFinding());
    await page.keyboard.press('Space');
    await page.waitForFunction(() => globalThis.briefwrightBench.hasFound());
  }
}

/** Spread over the frame, and the same in every run of a seed. */
function gaps(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return GAP_MS + (FRAME_MS * state) / 2147483647;
  };
}

/** No rule looks at the text. */
function turnRulesOff(workspace) {
  const file = join(workspace, 'briefwright.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  settings.rules = Object.fromEntries(RULE_IDS.map((rule) => [rule, 'off']));
  writeFileSync(file, JSON.stringify(settings));
}

/** No preview and no panel of findings. */
async function hideSide(page) {
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.keyboard.press('Control+J');
  await page.waitForFunction(() => !document.querySelector('[data-pane="side"]'));
}
