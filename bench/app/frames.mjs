import { join } from 'node:path';
import { watchFrames, watchSuggestions } from '../lib/app-page.mjs';
import { CHECKOUT, start, temporary } from '../lib/electron.mjs';
import { ms, percentile, table } from '../lib/figures.mjs';

const FRAME_MS = 1000 / 60;
/** Between two: half a frame more is still the same frame. */
const TOLERANCE_MS = FRAME_MS / 2;
const NAME_KEYS = 5;

/** Names typed after `[` in the Summary; from each key to the frame that shows its list. */
export async function completing(page, entities, keys) {
  await page.locator('[data-field="summary"] .cm-content').first().click();
  await page.keyboard.press('Control+End');
  await page.evaluate(watchSuggestions);
  const took = { open: [], next: [] };
  for (let name = 0; name * NAME_KEYS < keys; name++) {
    const entity = entities[(name * 7919) % entities.length];
    const typed = `[${entity.name.slice(0, NAME_KEYS - 1)}`;
    await page.keyboard.type(' ');
    await page.evaluate(() => globalThis.briefwrightList.drop());
    for (const key of typed) {
      await page.keyboard.type(key);
      await page
        .waitForFunction(() => globalThis.briefwrightList.isDrawn(), null, { timeout: 3000 })
        .catch(() => page.evaluate(() => globalThis.briefwrightList.drop()));
      await page.waitForTimeout(40 + (name % 5) * 4);
      const { frames, late } = await page.evaluate(() => {
        const { figures } = globalThis.briefwrightList;
        return { frames: figures.frames.splice(0), late: figures.late.splice(0) };
      });
      took[key === '[' ? 'open' : 'next'].push({
        time: frames[0] ?? Infinity,
        late: late[0] ?? Infinity,
      });
    }
    await page.keyboard.press('Escape');
    for (let at = 0; at <= typed.length; at++) await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
  }
  const first = took.open.shift();
  const row = (name, of) => [
    name,
    of.length,
    ...[0.5, 0.95].map((share) =>
      ms(
        percentile(
          of.map(({ time }) => time),
          share,
        ),
      ),
    ),
    `${percent(of, ({ late }) => late === 0)} %`,
    `${percent(of, ({ late }) => late <= 1)} %`,
  ];
  return {
    title: 'Completion among 100,000 entities',
    table: table(
      [
        'key',
        'times',
        'to the frame with its list p50 ms',
        'p95 ms',
        'in the first frame',
        'in the first two',
      ],
      [
        row('the first `[` of a session', [first]),
        row('`[`, which opens the list', took.open),
        row('a letter of the name', took.next),
      ],
    ),
    checks: [
      [
        'the list is drawn by the next frame',
        percent([...took.open, ...took.next], ({ late }) => late === 0) >= 95,
      ],
    ],
  };
}

const percent = (of, holds) => Math.round((100 * of.filter(holds).length) / of.length);

/** Turns a wheel over lists, and over plain rows in a bare window beside it. */
export async function scrolling(exe, page, steps) {
  const floor = await bareFrames(exe, steps);
  const lists = {};
  lists['brief list, 10,000'] = await scroll(page, '#brief-list', steps);
  await command(page, 'Findings of the workspace');
  await page.waitForSelector('#findings-list');
  await page.waitForTimeout(1500);
  lists['findings'] = await scroll(page, '#findings-list', steps);
  await command(page, 'Entities');
  await page.waitForSelector('#registry-table', { timeout: 60_000 });
  await page.waitForTimeout(3000);
  lists['entities, 100,000'] = await scroll(page, '#registry-table', steps);
  return {
    title: 'Scrolling',
    table: table(
      ['list', 'frames', 'interval p50 ms', 'p95 ms', 'p99 ms', 'longest ms', 'dropped'],
      [['plain rows in a bare window', floor], ...Object.entries(lists)].map(
        ([name, intervals]) => [
          name,
          intervals.length,
          ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(intervals, share))),
          `${(100 * dropped(intervals)).toFixed(1)} %`,
        ],
      ),
    ),
    checks: Object.entries(lists).map(([name, intervals]) => [
      `${name}: 60 frames a second at p95`,
      percentile(intervals, 0.95) <= FRAME_MS + TOLERANCE_MS,
    ]),
  };
}

/** The share of frames that a screen of 60 Hz would have shown besides. */
function dropped(intervals) {
  const missed = intervals.map((one) => Math.max(0, Math.round(one / FRAME_MS) - 1));
  const all = missed.reduce((sum, one) => sum + one, 0);
  return all / (all + intervals.length);
}

async function scroll(page, selector, steps) {
  const box = await page.locator(selector).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(watchFrames);
  for (let step = 0; step < steps; step++) {
    // Forth and, for the last quarter, back over rows that were drawn before.
    await page.mouse.wheel(0, step < steps * 0.75 ? 240 : -240);
    await page.waitForTimeout(12);
  }
  const intervals = await page.evaluate(() => globalThis.briefwrightFrames.stop());
  const top = await page.locator(selector).evaluate((list) => list.scrollTop);
  if (top === 0) throw new Error(`${selector} was not scrolled`);
  return intervals;
}

async function bareFrames(exe, steps) {
  const app = await start(exe, join(CHECKOUT, 'bench/bare'), { userData: temporary('bare') });
  try {
    await app.page.evaluate(() => {
      const list = document.createElement('div');
      list.id = 'plain';
      list.style.cssText = 'position:fixed; inset:0 auto 0 0; width:400px; overflow:auto';
      for (let row = 0; row < 2000; row++) {
        const line = document.createElement('div');
        line.style.cssText = 'height:46px; contain:strict';
        line.textContent = `Row ${row} of the plain list`;
        list.append(line);
      }
      document.body.append(list);
    });
    return await scroll(app.page, '#plain', steps);
  } finally {
    await app.end();
  }
}

async function command(page, title) {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.getByRole('option', { name: title }).first().click();
}
