import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { core } from './lib/core.mjs';
import { randomOf, writeCorpus } from './lib/corpus.mjs';
import { temporary } from './lib/electron.mjs';
import { percentile, table } from './lib/figures.mjs';

/** Full-text search over 10,000 briefs: the first page of what a query finds, with its snippets. */
export async function search(count, briefs = 10_000) {
  const folder = temporary('search');
  writeCorpus(folder, { briefs });
  const { Searcher, ...parts } = await core();
  const { view, source, entities } = knowledge(folder, parts);
  const searcher = new Searcher(source);
  const slices = [];
  for (let isMore = true; isMore; ) {
    const at = performance.now();
    isMore = searcher.work(16);
    slices.push(performance.now() - at);
  }
  const rows = Object.entries(queries(entities, count)).map(([what, texts]) => {
    const times = texts.map((text) => {
      const at = performance.now();
      searcher.search({ text, offset: 0, limit: 50 }, view);
      return performance.now() - at;
    });
    return { what, times };
  });
  rmSync(folder, { recursive: true });
  const total = slices.reduce((sum, one) => sum + one, 0);
  const cells = (times) => [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1));
  return {
    title: 'Search',
    table: table(
      [`${briefs.toLocaleString('en')} briefs`, 'p50 ms', 'p95 ms', 'max ms'],
      [
        [`reading them: ${total.toFixed(0)} ms, in slices of 16`, ...cells(slices)],
        ...rows.map(({ what, times }) => [what, ...cells(times)]),
      ],
    ),
    checks: rows.map(({ what, times }) => [
      `${what}: p95 under 50 ms`,
      percentile(times, 0.95) < 50,
    ]),
  };
}

function knowledge(folder, { parse, recordOf, knowledgeOf, readEntities, readSettings }) {
  const file = (path) => readFileSync(join(folder, path), 'utf8');
  const settings = readSettings(file('briefwright.json')).value;
  const entities = readEntities(file('registry/entities.json')).value;
  const slugs = readdirSync(join(folder, 'briefs')).map((name) => name.slice(0, -3));
  const text = (slug) => file(`briefs/${slug}.md`);
  const records = new Map(slugs.map((slug) => [slug, recordOf(slug, parse(text(slug)), settings)]));
  const known = knowledgeOf({ settings, entities, outlets: [], briefs: records.values() });
  const view = {
    ...known,
    record: (slug) => records.get(slug),
    records: () => records.values(),
    findings: () => [],
    text,
  };
  return { view, source: { slugs: () => slugs, text }, entities };
}

/** Words that stand in every brief, names that stand in few, phrases and filters. */
function queries(entities, count) {
  const random = randomOf(5);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const common = ['ceasefire', 'winter', 'capital', 'courier', 'talks', 'tonne'];
  const many = (make) => Array.from({ length: count }, make);
  return {
    'a word of every brief': many(() => pick(common)),
    'a word being typed': many(() => pick(entities).name.slice(0, 3)),
    'a name': many(() => pick(entities).name),
    'a phrase': many(() => `"${pick(common)} ${pick(common)}"`),
    'two words and a filter': many(() => `${pick(common)} ${pick(common)} lens:"European press"`),
    'a word and an entity': many(() => `${pick(common)} entity:${pick(entities).slug}`),
  };
}
