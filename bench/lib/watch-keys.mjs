/**
 * Runs in the page. Notes from each key's time stamp to the frame that shows it: without a clock to
 * the next frame's callback and its end (`work`, `workPainted`); once `startClock` keeps frames
 * coming, to the first whose preview ends with what was typed (`frames`, `painted`), how many frames
 * that was after the first (`late`), how long after a tick the key came (`phases`), and the same of
 * a finding that is awaited.
 */
export function watchKeys(warm) {
  const figures = {
    work: [],
    workPainted: [],
    frames: [],
    painted: [],
    phases: [],
    late: [],
    findings: [],
    waits: [],
    tasks: [],
  };
  const editor = '[data-pane="editor"] [data-field="summary"]';
  const shown = document.querySelector('[data-pane="preview"] [data-field="summary"]');
  const findings = () => document.querySelectorAll(`${editor} .ed-note`).length;
  let keys = 0;
  let typed = '';
  let isTicking = false;
  let clock = 0;
  let waiting = [];
  let finding = null;
  const after = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', run, { once: true });
    port1.start();
    port2.postMessage(null);
  };
  const shows = (text) => {
    const words = (shown?.lastElementChild ?? shown)?.textContent.trimEnd() ?? text;
    return words.endsWith(text.trimEnd());
  };
  const tick = (time) => {
    const now = performance.now();
    const seen = waiting.filter(({ text }) => shows(text));
    waiting = waiting.filter((key) => !seen.includes(key));
    for (const key of waiting) key.late++;
    for (const { at, late, phase } of seen) {
      figures.frames.push(now - at);
      figures.phases.push(phase);
      figures.late.push(late);
    }
    after(() => {
      for (const { at } of seen) figures.painted.push(performance.now() - at);
    });
    if (finding?.at) {
      if (findings() > finding.before) {
        figures.findings.push(finding.late);
        figures.waits.push(now - finding.at);
        finding = null;
      } else finding.late++;
    }
    clock = time;
    requestAnimationFrame(tick);
  };
  addEventListener(
    'keydown',
    ({ key, timeStamp: at }) => {
      if (finding) return void (finding.at = at);
      if (++keys <= warm) return;
      typed = (typed + key).slice(-40);
      if (isTicking) waiting.push({ at, text: typed, late: 0, phase: at - clock });
      else {
        requestAnimationFrame(() => {
          figures.work.push(performance.now() - at);
          after(() => figures.workPainted.push(performance.now() - at));
        });
      }
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (keys > warm) figures.tasks.push(task.duration);
  }).observe({ type: 'longtask' });
  globalThis.briefwrightBench = {
    figures,
    startClock() {
      isTicking = true;
      requestAnimationFrame(tick);
    },
    awaitFinding() {
      finding = { before: findings(), at: 0, late: 0 };
    },
    hasFound: () => finding === null,
  };
}
