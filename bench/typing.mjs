import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_IDS, sizes } from './lib/briefs.mjs';
import { CHECKOUT, sampleCopy, start, temporary } from './lib/electron.mjs';
import { ms, percentile, ratio, table } from './lib/figures.mjs';

/** Keys come at the pace of a quick typist. */
const GAP_MS = 45;

/**
 * From a key's event to the next frame (its callback, as animation code sees it), with preview and
 * findings, against the same editor without them; the two in turn. In how many of those frames the
 * preview already shows the key, and when the frame has been painted, stand beside it.
 */
export async function typing(exe, keys) {
  const rows = [];
  const checks = [];
  for (const brief of sizes()) {
    const { full, floor } = await inTurn(exe, brief, Math.ceil(keys / 4));
    const of = (figure, share) =>
      percentile(full[figure], share) / percentile(floor[figure], share);
    const [p50, p95] = [of('frames', 0.5), of('frames', 0.95)];
    const inStep = full.lags.filter((lag, key) => lag <= full.frames[key]).length;
    rows.push([
      brief.name,
      spread(full.frames, [0.5, 0.95, 0.99]),
      spread(floor.frames, [0.5, 0.95, 0.99]),
      `${ratio(p50)} / ${ratio(p95)}`,
      `${Math.round((100 * inStep) / full.lags.length)} %, ${spread(full.lags, [0.5, 0.95])}`,
      `${spread(full.ends, [0.5, 0.95])}, ${ratio(of('ends', 0.5))} / ${ratio(of('ends', 0.95))}`,
      full.tasks.length === 0
        ? '0'
        : `${full.tasks.length} of ${full.frames.length}, longest ${ms(Math.max(...full.tasks))}`,
    ]);
    checks.push([`${brief.name}: p50 and p95 at most 1.15x`, p50 <= 1.15 && p95 <= 1.15]);
    if (brief.text.length < 300_000) {
      checks.push([`${brief.name}: no task over 50 ms`, full.tasks.length === 0]);
    }
  }
  return {
    title: 'Key to next frame',
    table: table(
      [
        'brief',
        'with preview and findings p50 / p95 / p99 ms',
        'without p50 / p95 / p99 ms',
        'ratio p50 / p95',
        'preview in that frame; key to preview p50 / p95 ms',
        'key to painted p50 / p95 ms, ratio',
        'tasks over 50 ms',
      ],
      rows,
    ),
    checks,
  };
}

const spread = (values, shares) => shares.map((share) => ms(percentile(values, share))).join(' / ');

/** Four rounds of both, whichever comes first changing with the round. */
async function inTurn(exe, brief, keys) {
  const none = () => ({ frames: [], ends: [], lags: [], tasks: [] });
  const figures = { full: none(), floor: none() };
  for (let round = 0; round < 4; round++) {
    for (const mode of round % 2 ? ['floor', 'full'] : ['full', 'floor']) {
      const run = await measure(exe, brief, mode, keys);
      for (const [name, values] of Object.entries(run)) figures[mode][name].push(...values);
    }
  }
  return figures;
}

async function measure(exe, brief, mode, keys) {
  const workspace = sampleCopy();
  writeFileSync(join(workspace, `briefs/${brief.slug}.md`), brief.text);
  if (mode === 'floor') turnRulesOff(workspace);
  const app = await start(exe, CHECKOUT, { userData: temporary('typing'), args: [workspace] });
  const { page } = app;
  try {
    await page.locator(`[data-slug="${brief.slug}"]`).first().dblclick();
    await page.waitForFunction(() => performance.getEntriesByName('brief-editable').length > 0);
    if (mode === 'floor') await hideSide(page);
    const field = page.locator('[data-field="summary"] .cm-content').first();
    await field.click();
    await page.keyboard.press('Control+End');
    await page.evaluate(watchKeys);
    for (let key = 0; key < keys + 5; key++) {
      await page.keyboard.type('abcdefghij'[key % 10]);
      await page.waitForTimeout(GAP_MS);
    }
    const seen = await page.evaluate(() => globalThis.briefwrightBench);
    const { frames, ends, lags, tasks } = seen;
    // The first keys warm the path up.
    return { frames: frames.slice(5), ends: ends.slice(5), lags: lags.slice(5), tasks };
  } finally {
    await app.end();
  }
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

/** Notes, in the page, each key's event to the end of the frame that follows it, and to the change
 * of the preview, and long tasks. */
function watchKeys() {
  const seen = { frames: [], ends: [], lags: [], tasks: [] };
  globalThis.briefwrightBench = seen;
  const channel = new MessageChannel();
  let pressed = 0;
  let keys = 0;
  channel.port1.addEventListener('message', () => seen.ends.push(performance.now() - pressed));
  channel.port1.start();
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
      keys++;
      requestAnimationFrame(() => {
        seen.frames.push(performance.now() - pressed);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
  const preview = document.querySelector('[data-pane="preview"]');
  if (preview) {
    let shown = 0;
    new MutationObserver(() => {
      if (shown !== pressed) seen.lags.push(performance.now() - pressed);
      shown = pressed;
    }).observe(preview, { subtree: true, childList: true, characterData: true });
  }
  // The first keys warm the path up.
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (keys > 5) seen.tasks.push(task.duration);
  }).observe({ type: 'longtask' });
}
