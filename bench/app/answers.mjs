import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ms, percentile, table } from '../lib/figures.mjs';

/** Figures of calls from the page, over 10,000 briefs that are read and checked. */
export async function answers(page, { folder, slugs, entities, edits, searches }) {
  const edited = await editsOf(page, folder, slugs, edits);
  const queries = queriesOf(entities, slugs, searches);
  await searchReady(page);
  const searched = await page.evaluate(
    askAll,
    queries.map(({ text }) => text),
  );
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const spread = (values) => [0.5, 0.95, 0.99, 1].map((share) => ms(percentile(values, share)));
  return {
    title: 'Answers over 10,000 briefs',
    table: table(
      ['what', 'times', 'p50 ms', 'p95 ms', 'p99 ms', 'longest ms'],
      [
        ['an edit to another brief’s findings', edited.length, ...spread(edited)],
        ['search', searched.length, ...spread(searched)],
        ...kinds.map((kind) => {
          const times = searched.filter((_, at) => queries[at].kind === kind);
          return [`– ${kind}`, times.length, ...spread(times)];
        }),
      ],
    ),
    checks: [
      ['an edit’s findings within 50 ms at p95', percentile(edited, 0.95) <= 50],
      ['search p95 under 50 ms', percentile(searched, 0.95) < 50],
    ],
  };
}

/** Takes a brief out of another's Related line and back: the first is then listed one way only. */
async function editsOf(page, folder, slugs, count) {
  const pairs = [];
  const text = (slug) => readFileSync(join(folder, `briefs/${slug}.md`), 'utf8');
  const related = (one) => [...one.matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map(([, slug]) => slug);
  for (let at = 0; pairs.length < count / 2 && at < slugs.length; at += 37) {
    const slug = slugs[at];
    const before = text(slug);
    const other = related(before).find(
      (one) => slugs.includes(one) && related(text(one)).includes(slug),
    );
    if (!other) continue;
    const after = before.replace(/^- Related: .*$/m, (line) =>
      line.replace(new RegExp(`\\[\\[${other}\\]\\](, )?`), '').replace(/, $/, ''),
    );
    pairs.push({ slug, other, after });
  }
  return page.evaluate(editAll, pairs);
}

/** Runs in the page. @returns from each overlay to the answer that tells of it, in milliseconds */
async function editAll(pairs) {
  const bridge = globalThis.briefwright;
  const times = [];
  const findings = async (slug) => {
    const query = {
      text: '',
      rules: [],
      severities: [],
      slugs: [slug],
      waived: 'with',
      order: 'brief',
    };
    const { answer } = await bridge.findings({ ...query, offset: 0, limit: 100 });
    return answer.items.map(({ rule, message }) => `${rule} ${message}`).join('\n');
  };
  const time = async (edit, isMet) => {
    const at = performance.now();
    void edit();
    while (!isMet()) {
      await isMet.look();
      if (performance.now() - at > 5000) throw new Error('The edit changed no finding');
    }
    times.push(performance.now() - at);
  };
  for (const { slug, other, after } of pairs) {
    const before = await findings(other);
    for (const text of [after, null]) {
      let now = text === null ? null : before;
      const isMet = () => (text === null ? now === before : now !== before);
      isMet.look = async () => (now = await findings(other));
      await time(() => bridge.overlay(slug, text), isMet);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  return times;
}

/** The search reads its texts when it is first asked. */
async function searchReady(page) {
  await page.evaluate(async () => {
    const ask = () => globalThis.briefwright.search({ text: 'ceasefire', offset: 0, limit: 30 });
    while (!(await ask()).answer.complete) await new Promise((resolve) => setTimeout(resolve, 100));
  });
}

async function askAll(texts) {
  const times = [];
  for (const text of texts) {
    const at = performance.now();
    const { kind } = await globalThis.briefwright.search({ text, offset: 0, limit: 30 });
    times.push(performance.now() - at);
    if (kind !== 'answer') throw new Error(`No answer to ${text}`);
  }
  return times;
}

const KINDS = {
  'a name': ({ name }) => name.toLowerCase(),
  'the start of a name': ({ name }) => name.slice(0, 3).toLowerCase(),
  'a phrase': ({ name }) => `"${name}"`,
  'a brief': (_, slug) => slug.replaceAll('-', ' '),
  'common words': (_, __, at) =>
    ['talks capital', 'winter prices', 'ceasefire date', 'minis'][at % 4],
  filters: ({ slug }, _, at) =>
    [`entity:${slug}`, `lens:Gulf date:2026-0${1 + (at % 6)}`, 'has:error winter'][at % 3],
};

function queriesOf(entities, slugs, count) {
  const kinds = Object.keys(KINDS);
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length];
    const place = Math.floor(at / kinds.length);
    const entity = entities[(place * 397) % entities.length];
    return { kind, text: KINDS[kind](entity, slugs[(place * 211) % slugs.length], place) };
  });
}
