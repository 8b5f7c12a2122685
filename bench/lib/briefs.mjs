import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './electron.mjs';

/** Every rule's id, read off the table of the core. */
export const RULE_IDS = [
  ...readFileSync(join(CHECKOUT, 'src/core/check/finding.ts'), 'utf8').matchAll(
    /^ {2}'([\w-]+\/[\w-]+)':/gm,
  ),
].map((match) => match[1]);

const SEED = 'putin-zelensky-talks-rebuff';

/** The published brief, and briefs of about 50 KB, 200 KB and 1 MB that are grown from it. */
export function sizes() {
  const seed = readFileSync(join(CHECKOUT, `resources/sample-workspace/briefs/${SEED}.md`), 'utf8');
  return [
    { name: 'seed', slug: SEED, text: seed },
    ...[50, 200, 1000].map((kilobytes) => {
      const slug = `grown-${kilobytes}`;
      return { name: `${kilobytes} KB`, slug, text: grown(seed, slug, kilobytes * 1000) };
    }),
  ];
}

/** Paragraphs, watch items and takes repeated in step, with the counts and the address put right. */
function grown(seed, slug, size) {
  const paragraph = between(seed, '## Summary\n\n', '\n\n## By');
  const watch = between(seed, '## What to watch\n\n', '\n\n## Regional');
  const takes = between(seed, '(batched by bias / lens)\n\n', '\n\n## Across');
  const step = paragraph.length + takes.length + watch.length;
  const times = Math.max(0, Math.round((size - seed.length) / step));
  const more = (part) => `${part}\n`.repeat(times);
  return seed
    .replace(paragraph, () => `${`${paragraph}\n\n`.repeat(times)}${paragraph}`)
    .replace(watch, () => more(watch) + watch)
    .replace(takes, () => `${`${takes}\n\n`.repeat(times)}${takes}`)
    .replace('7 takes · 3 lenses', () => `${7 * (times + 1)} takes · ${3 * (times + 1)} lenses`)
    .replace(`/n/${SEED}`, () => `/n/${slug}`);
}

function between(text, before, after) {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, text.indexOf(after, from));
}
