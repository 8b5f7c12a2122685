import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A workspace as large as asked for, the same for the same seed: briefs of about 5 KB with twelve
 * entity links, two links to briefs and three related ones each; six in a hundred links and one in
 * ten related slugs dangle, and a few parts of each kind lack or contradict something.
 */
export function writeCorpus(folder, { briefs, entities = 1841, seed = 1 }) {
  const random = randomOf(seed);
  const registry = entityRecords(entities, seed + 1);
  mkdirSync(join(folder, 'briefs'), { recursive: true });
  mkdirSync(join(folder, 'registry'), { recursive: true });
  const lines = (records) =>
    `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(',\n')}\n]\n`;
  writeFileSync(join(folder, 'briefwright.json'), `${JSON.stringify(SETTINGS, null, 2)}\n`);
  writeFileSync(join(folder, 'registry/entities.json'), lines(registry));
  writeFileSync(join(folder, 'registry/outlets.json'), lines(OUTLETS));
  const slugs = Array.from({ length: briefs }, (_, index) => briefSlug(index));
  const truth = { bytes: 0, links: 0, danglingLinks: 0, wiki: 0, danglingWiki: 0 };
  for (let index = 0; index < briefs; index++) {
    const text = briefText(random, index, slugs, registry, truth);
    const bytes = Buffer.from(text);
    truth.bytes += bytes.length;
    writeFileSync(join(folder, `briefs/${slugs[index]}.md`), bytes);
  }
  return truth;
}

/** A copy of the briefs in the links that other tools know, and a page for each entity. */
export function writePlainCopy(folder, slugs, read, entities) {
  mkdirSync(join(folder, 'briefs'), { recursive: true });
  mkdirSync(join(folder, 'entities'), { recursive: true });
  for (const { slug, name } of entities) {
    writeFileSync(join(folder, `entities/${slug}.md`), `# ${name}\n`);
  }
  for (const slug of slugs) {
    const text = read(slug)
      .replaceAll(/\]\(\/ko\/entity\/([a-z0-9-]+)\)/g, '](../entities/$1.md)')
      .replaceAll(/\]\(\/ko\/n\/([a-z0-9-]+)\)/g, ']($1.md)');
    writeFileSync(join(folder, `briefs/${slug}.md`), text);
  }
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words = (text) => text.split(' ');
const SYLLABLES = words(
  'ka ro mi len dar vi so ta bel nor ash qui fer gal hu zen pol tri mar os dun ley wick grad stein ov eva sak ira bo',
);
const GIVEN = words(
  'Vladimir Ana Jörg Zoë Émile Fatima Omar Ingrid Tomás Søren Yuki Wei Aisha Ngozi Lars Chloé Piotr Olena Mehmet Ravi',
);
const BODIES = words(
  'Ministry Bank Institute Council Agency Party Port Union Fund Court Group Refinery Observatory Academy Authority',
);
const SCRIPTS = [
  'Сергей Лавров',
  '김민준',
  '王毅',
  '日本銀行',
  'القاهرة',
  'กรุงเทพ',
  'Ωνάσης',
  'राष्ट्रीय',
];

const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Entities with one to three aliases, sorted by slug as the registry is. */
export function entityRecords(count, seed) {
  const random = randomOf(seed);
  const records = new Map();
  for (let index = 0; records.size < count; index++) {
    const record = index % 50 === 49 ? inAnotherScript(random, index) : person(random, index);
    if (!records.has(record.slug)) records.set(record.slug, record);
  }
  return [...records.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function coined(random) {
  const length = 2 + Math.floor(random() * 3);
  const word = Array.from({ length }, () => pick(random, SYLLABLES)).join('');
  return word[0].toUpperCase() + word.slice(1);
}

function person(random, index) {
  const family = coined(random);
  if (index % 3 === 0) {
    const name = `${family} ${pick(random, BODIES)} of ${coined(random)}`;
    const initials = name.replace(/[^A-Z]/g, '');
    return { slug: plain(name), name, aliases: [initials, family], kind: 'organisation' };
  }
  const given = random() < 0.2 ? pick(random, GIVEN) : coined(random);
  const name = `${given} ${family}`;
  return { slug: plain(name), name, aliases: [family, `${given[0]}. ${family}`], kind: 'person' };
}

function inAnotherScript(random, index) {
  const name = `${pick(random, SCRIPTS)} ${index}`;
  return { slug: `${plain(coined(random))}-${index}`, name, aliases: [coined(random)] };
}

const SETTINGS = {
  version: 1,
  site: 'https://rbtfl.xyz',
  prefix: 'ko',
  types: ['event', 'question'],
  heads: ['How Wars Actually End', 'Who Decides', 'Follow the Money', 'Chokepoints'],
  lenses: ['unlabelled', 'US wire / analytical', 'European press', 'Gulf press', 'Korean press'],
  regions: ['Russia', 'United States', 'Qatar', 'Ukraine', 'Global', 'France', 'South Korea'],
  languages: ['en', 'ru', 'fr', 'ar', 'ko'],
};

const OUTLETS = Array.from({ length: 60 }, (_, index) => ({
  name: `${['Daily', 'Evening', 'Global'][index % 3]} Courier ${index}`,
  domains: [`courier${index}.com`],
  region: SETTINGS.regions[index % 7],
  lang: SETTINGS.languages[index % 5],
}));

/** Four words, the last of them with the number, so that no two are the same. */
const briefSlug = (index) =>
  `${TOPICS[index % 7]}-${TOPICS[7 + (index % 11)]}-${TOPICS[18 + (index % 13)]}-${index}`;
const TOPICS = words(
  'grain chip strait summit budget border port corridor licences premium call vote crossing strike ceasefire sanctions envoy rebuff talks delay pivot shift stall review deal warning split surge freeze appeal tour',
);
const PROSE = words(
  'the talks in the capital ended without a date for another round while ministers — who had asked for “time” — said prices would rise before winter and that the ceasefire held along most of the line',
);

function sentence(random, length) {
  const text = Array.from({ length }, () => pick(random, PROSE)).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function briefText(random, index, slugs, registry, truth) {
  const linked = Array.from({ length: 12 }, () => pick(random, registry));
  const related = relatedOf(random, index, slugs, truth);
  const link = (text, target, isBroken) => {
    truth.links++;
    if (isBroken) truth.danglingLinks++;
    return `[${text}](/ko/${target}${isBroken ? '-gone' : ''})`;
  };
  const entities = linked.map(({ slug, name }) => link(name, `entity/${slug}`, random() < 0.0603));
  const there = related.filter((slug) => !slug.endsWith('-gone'));
  const others = [pick(random, there) ?? slugs[index], pick(random, slugs)].map((slug) =>
    link('an earlier brief', `n/${slug}`, random() < 0.0603),
  );
  const prose = (count) =>
    wrap(
      Array.from({ length: count }, () => {
        const inside = entities.pop();
        return `${sentence(random, 14)}${inside ? ` ${inside} ${sentence(random, 9).toLowerCase()}` : ''}`;
      }).join(' '),
    );
  const takes = takesOf(random, index);
  const named = [...new Set(linked.map(({ name }) => name))].filter(() => random() > 0.04);
  const regions = new Set(takes.map(({ region }) => region)).size;
  const counted = takes.length + (random() < 0.02 ? 1 : 0);
  const date = `2026-0${1 + (index % 6)}-${10 + (index % 18)}`;
  return `# ${sentence(random, 11)}
> ${sentence(random, 18)}

**Meta:** type: event · date: ${date} · heads: ${SETTINGS.heads[2 + (index % 2)]}, Who Decides · ${counted} takes · 2 lenses · ${regions} regions

## Summary

${prose(5)}
${others[0]} ${prose(3)}

## By the numbers

- ${index % 90}, days since the last round.
- $1,200, per tonne at the port.
- 3 of 5, members in favour.

## Why it matters

${prose(4)}

## What to watch

- Whether ${others[1]} holds, and who says so first.
- ${sentence(random, 12)}
- ${sentence(random, 10)}

## Regional takes (batched by bias / lens)

### ${SETTINGS.lenses[1 + (index % 4)]}
${takes
  .slice(0, 3)
  .map(({ text }) => text)
  .join('\n')}

### ${SETTINGS.lenses[1 + ((index + 1) % 4)]}
${takes
  .slice(3)
  .map(({ text }) => text)
  .join('\n')}

## Across the graph
- Related: ${related.map((slug) => `[[${slug}]]`).join(', ')}
- Entities: ${named.join(', ')}

---
Canonical: https://rbtfl.xyz/ko/n/${slugs[index]}`;
}

/** The other three of its group of four, which list it back, but for one in ten that dangles. */
function relatedOf(random, index, slugs, truth) {
  const group = index - (index % 4);
  return [0, 1, 2, 3]
    .filter((place) => group + place !== index)
    .map((place) => {
      truth.wiki++;
      const slug = slugs[group + place];
      if (slug !== undefined && random() >= 0.1046) return slug;
      truth.danglingWiki++;
      return `${slug ?? 'no-brief'}-gone`;
    });
}

function takesOf(random, index) {
  return Array.from({ length: 6 }, (_, place) => {
    const outlet = OUTLETS[(index + place * 7) % OUTLETS.length];
    const region = pick(random, SETTINGS.regions);
    const summary = random() < 0.05 ? '' : sentence(random, 26);
    const quote = random() < 0.3 ? '' : `\n  > "${sentence(random, 17)}"`;
    const day = random() < 0.05 ? '2026/09/12' : '2025/12/01';
    const url = `https://www.${outlet.domains[0]}/${day}/world/story-${index}-${place}`;
    const head = `- **${outlet.name}** (${region}, ${outlet.lang}) — ${summary}`;
    return { region, text: `${head}${quote}\n  Source: ${url}` };
  });
}

/** Broken at about 90 columns, as editors do by hand. */
function wrap(text) {
  return text.replace(/(.{70,90}) /g, '$1\n');
}
