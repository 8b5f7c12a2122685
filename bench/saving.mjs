import { closeSync, fsyncSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sizes } from './lib/briefs.mjs';
import { CHECKOUT, sampleCopy, start, temporary } from './lib/electron.mjs';
import { median, ms, percentile, ratio, table } from './lib/figures.mjs';

/**
 * From the page's call to its answer, for a save (written, synced, renamed, read back) and for a
 * journal entry, against the bare system calls of a durable write in the same run.
 */
export async function saving(exe, runs) {
  const workspace = sampleCopy();
  for (const brief of sizes())
    writeFileSync(join(workspace, `briefs/${brief.slug}.md`), brief.text);
  const app = await start(exe, CHECKOUT, { userData: temporary('saving'), args: [workspace] });
  const rows = [];
  try {
    await app.page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    for (const brief of sizes()) {
      const floor = bareWrites(workspace, brief.text, runs);
      const { saves, entries } = await app.page.evaluate(timeCalls, { slug: brief.slug, runs });
      const cell = (times) => `${ms(median(times))} / ${ms(percentile(times, 0.95))}`;
      const share = ratio(median(saves) / median(floor));
      rows.push([brief.name, cell(saves), cell(entries), cell(floor), share]);
    }
  } finally {
    await app.end();
  }
  return {
    title: 'Saving',
    table: table(
      [
        'brief',
        'save p50 / p95 ms',
        'journal p50 / p95 ms',
        'bare durable write p50 / p95 ms',
        'save to bare',
      ],
      rows,
    ),
    checks: [],
  };
}

/** Runs in the page. */
async function timeCalls({ slug, runs }) {
  const { briefwright } = globalThis;
  const opened = await briefwright.openBrief(slug);
  const { text, eol, bom } = opened.disk;
  let base = opened.disk.hash;
  const saves = [];
  const entries = [];
  for (let run = 0; run < runs; run++) {
    const changed = text.replace('# ', `# ${run} `);
    let at = performance.now();
    const kept = await briefwright.journal(slug, changed, base);
    entries.push(performance.now() - at);
    at = performance.now();
    const saved = await briefwright.saveBrief({ slug, text: changed, eol, bom, base });
    saves.push(performance.now() - at);
    if (kept.kind !== 'done' || saved.kind !== 'saved') throw new Error('The save failed.');
    base = saved.hash;
  }
  return { saves, entries };
}

function bareWrites(folder, text, runs) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const at = performance.now();
    const file = openSync(join(folder, 'bare.tmp'), 'w');
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
    renameSync(join(folder, 'bare.tmp'), join(folder, 'bare.txt'));
    const parent = openSync(folder, 'r');
    fsyncSync(parent);
    closeSync(parent);
    times.push(performance.now() - at);
  }
  return times;
}
