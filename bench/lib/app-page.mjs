/** Wall-clock time of the frame from which the list shows titles and the first brief takes text. */
export function listUsable(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const rows = () => [...document.querySelectorAll('[role=option][data-slug]')];
        const isTitled = (row) => {
          const title = row.querySelector('.row-title')?.textContent ?? '';
          return title !== '' && title !== row.dataset.slug;
        };
        const look = () => {
          if (performance.now() > 60_000) return reject(new Error('The list did not come'));
          const [mark] = performance.getEntriesByName('brief-editable');
          const drawn = rows();
          if (!mark || drawn.length === 0 || !drawn.every(isTitled)) {
            return requestAnimationFrame(look);
          }
          const field = document.querySelector('[data-field="summary"] .cm-content');
          if (!field?.isContentEditable) throw new Error('The Summary takes no text yet');
          performance.mark('list-usable');
          resolve({
            editable: performance.timeOrigin + mark.startTime,
            usable: performance.timeOrigin + performance.now(),
          });
        };
        look();
      }),
  );
}

/** Listens from now on for the end of reading and checking. */
export function watchIndex(page) {
  return page.evaluate(() => {
    globalThis.briefwrightReady = null;
    globalThis.briefwright.on('workspace', ({ index, rows }) => {
      if (rows && performance.getEntriesByName('rows-come').length === 0) {
        performance.mark('rows-come');
      }
      if (index?.phase !== 'ready') return;
      globalThis.briefwrightReady ??= performance.timeOrigin + performance.now();
    });
  });
}

/** Wall-clock time at which all was read and checked. */
export async function findingsComplete(page) {
  await page.waitForFunction(() => globalThis.briefwrightReady, null, {
    polling: 50,
    timeout: 120_000,
  });
  return page.evaluate(() => globalThis.briefwrightReady);
}

/** What the tracing of a page must hold for `blocksOf`. */
export const TRACED = ['toplevel', 'blink.user_timing', '__metadata'];

/**
 * Tasks of the page's main thread of more than a millisecond, from the first rows that the index
 * tells. What starting does comes before, however many briefs there are.
 * @param trace what tracing gave
 * @returns for each its time on the clock, and on the processor, in milliseconds
 */
export function blocksOf(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const markOf = (wanted) => traceEvents.find(({ name }) => name === wanted);
  // Of ten briefs the rows may all have come before anybody listened.
  const mark = markOf('rows-come') ?? markOf('list-usable');
  if (!mark) throw new Error('The trace lacks the mark of the first rows');
  return traceEvents
    .filter(
      ({ ph, name, pid, tid, ts, dur }) =>
        ph === 'X' &&
        name.includes('RunTask') &&
        pid === mark.pid &&
        tid === mark.tid &&
        ts > mark.ts &&
        dur > 1000,
    )
    .map(({ dur, tdur, ts }) => ({
      at: (ts - mark.ts) / 1000,
      wall: dur / 1000,
      cpu: (tdur ?? dur) / 1000,
    }));
}

/**
 * Runs in the page, on a screen's clock. Notes from each key's time stamp to the frame that shows
 * the list made for it, and how many frames came before that one.
 */
export function watchSuggestions() {
  const figures = { frames: [], late: [] };
  let waiting = null;
  let changedAt = 0;
  const list = () => document.querySelector('.cm-tooltip-autocomplete ul');
  new MutationObserver((changes) => {
    const isList = changes.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some(
        (node) =>
          node instanceof Element && (node.closest('.cm-tooltip') || node.querySelector('ul')),
      ),
    );
    if (isList) changedAt = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
  const tick = () => {
    const now = performance.now();
    if (waiting) {
      if (changedAt > waiting.at && list()?.childElementCount > 0) {
        figures.frames.push(now - waiting.at);
        figures.late.push(waiting.late);
        waiting = null;
      } else waiting.late++;
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  addEventListener(
    'keydown',
    ({ key, timeStamp: at }) => {
      if (key.length === 1) waiting = { at, late: 0 };
    },
    { capture: true },
  );
  globalThis.briefwrightList = {
    figures,
    isDrawn: () => waiting === null,
    drop: () => (waiting = null),
  };
}

/** Runs in the page: notes when frames come, until `stop`. */
export function watchFrames() {
  const times = [];
  let isOn = true;
  const tick = (time) => {
    times.push(time);
    if (isOn) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  globalThis.briefwrightFrames = {
    stop() {
      isOn = false;
      return times.slice(1).map((time, at) => time - times[at]);
    },
  };
}
