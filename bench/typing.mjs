import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_IDS, sizes } from './lib/briefs.mjs';
import { CHECKOUT, sampleCopy, start, temporary } from './lib/electron.mjs';
import { ms, percentile, ratio, table } from './lib/figures.mjs';

/** Keys come at the pace of a quick typist. */
const GAP_MS = 45;

/**
 * From a key's event to the frame that shows it, with preview and findings, against the same editor
 * without them. The two are measured in turn. The preview comes right after that frame: how long
 * after the key says a column of its own.
 */
export async function typing(exe, keys) {
  const rows = [];
  const checks = [];
  for (const brief of sizes()) {
    const figures = { full: [], floor: [] };
    let tasks = [];
    const lags = [];
    for (let round = 0; round < 4; round++) {
      for (const mode of round % 2 ? ['floor', 'full'] : ['full', 'floor']) {
        const run = await measure(exe, brief, mode, Math.ceil(keys / 4));
        figures[mode].push(...run.times);
        if (mode === 'full') {
          tasks = [...tasks, ...run.tasks];
          lags.push(...run.lags);
        }
      }
    }
    const [p50, p95] = [0.5, 0.95].map(
      (share) => percentile(figures.full, share) / percentile(figures.floor, share),
    );
    rows.push([
      brief.name,
      ...['full', 'floor'].map((mode) =>
        [0.5, 0.95, 0.99].map((share) => ms(percentile(figures[mode], share))).join(' / '),
      ),
      `${ratio(p50)} / ${ratio(p95)}`,
      [0.5, 0.95].map((share) => ms(percentile(lags, share))).join(' / '),
      `${tasks.length} of ${figures.full.length}${tasks.length ? `, longest ${ms(Math.max(...tasks))}` : ''}`,
    ]);
    checks.push([`${brief.name}: p50 and p95 at most 1.15x`, p50 <= 1.15 && p95 <= 1.15]);
    if (brief.text.length < 300_000) {
      checks.push([`${brief.name}: no task over 50 ms`, tasks.length === 0]);
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
        'key to preview p50 / p95 ms',
        'tasks over 50 ms',
      ],
      rows,
    ),
    checks,
  };
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
    // The first keys warm the path up.
    return { times: seen.times.slice(5), lags: seen.lags.slice(5), tasks: seen.tasks };
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
  const seen = { times: [], lags: [], tasks: [] };
  globalThis.briefwrightBench = seen;
  const channel = new MessageChannel();
  let pressed = 0;
  channel.port1.addEventListener('message', () => seen.times.push(performance.now() - pressed));
  channel.port1.start();
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
      requestAnimationFrame(() => channel.port2.postMessage(null));
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
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.tasks.push(task.duration);
  }).observe({ type: 'longtask' });
}
