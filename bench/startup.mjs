import { join } from 'node:path';
import { CHECKOUT, proportionalMemory, sampleCopy, start, temporary } from './lib/electron.mjs';
import { median, ms, percentile, ratio, table } from './lib/figures.mjs';

const SEED = 'putin-zelensky-talks-rebuff';
/** Memory is read this long after the first paint, when work of the start has ended. */
const SETTLED_MS = 2000;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** From the start of the process to a window that shows text, and to a brief that can be typed in. */
export async function startup(exe, runs) {
  const workspace = sampleCopy();
  const userData = temporary('profile');
  await openSeedOnce(exe, workspace, userData);
  const figures = { bare: [], app: [] };
  const memory = { bare: [], app: [] };
  for (let run = 0; run < runs; run++) {
    const bare = await measure(exe, join(CHECKOUT, 'bench/bare'), {
      userData: temporary('bare'),
      moment: firstPaint,
    });
    const app = await measure(exe, CHECKOUT, { userData, args: [workspace], moment: firstBrief });
    figures.bare.push(bare.time);
    figures.app.push(app.time);
    memory.bare.push(bare.memory);
    memory.app.push(app.memory);
  }
  const row = (name, of) => [
    name,
    ms(median(figures[of])),
    ms(percentile(figures[of], 0.95)),
    median(memory[of]).toFixed(0),
  ];
  return {
    title: 'Start-up',
    table: table(
      ['window', 'median ms', 'p95 ms', 'PSS MB'],
      [
        row('bare window, first paint', 'bare'),
        row('Briefwright, first editable brief', 'app'),
        [
          'ratio',
          ratio(median(figures.app) / median(figures.bare)),
          '',
          ratio(median(memory.app) / median(memory.bare)),
        ],
      ],
    ),
    checks: [
      ['start-up at most 1.5x', median(figures.app) / median(figures.bare) <= 1.5],
      ['memory at most 1.4x', median(memory.app) / median(memory.bare) <= 1.4],
    ],
  };
}

/** The app opens what was open last: make that the published brief. */
async function openSeedOnce(exe, workspace, userData) {
  const app = await start(exe, CHECKOUT, { userData, args: [workspace] });
  await app.page.locator(`[data-slug="${SEED}"]`).first().dblclick();
  await firstBrief(app.page);
  await pause(SETTLED_MS);
  await app.end();
}

async function measure(exe, folder, { userData, args, moment }) {
  const app = await start(exe, folder, { userData, args });
  const shownAt = await moment(app.page);
  await pause(SETTLED_MS);
  const memory = proportionalMemory(app.pid);
  await app.end();
  return { time: shownAt - app.startedAt, memory };
}

/** Wall-clock time of the first contentful paint. */
function firstPaint(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) resolve(performance.timeOrigin + paint.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Wall-clock time of the frame after which the form of a brief takes text. */
function firstBrief(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [mark] = performance.getEntriesByName('brief-editable');
          if (!mark) return requestAnimationFrame(look);
          const field = document.querySelector('[data-field="summary"] .cm-content');
          if (!field?.isContentEditable) throw new Error('The Summary takes no text yet');
          resolve(performance.timeOrigin + mark.startTime);
        };
        look();
      }),
  );
}
