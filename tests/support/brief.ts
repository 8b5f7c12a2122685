import { parse } from '../../src/core/format/parse';
import { entryOf } from '../../src/core/workspace/entry';
import { type Knowledge, knowledgeOf } from '../../src/core/workspace/knowledge';
import type { Entity, Outlet, Settings } from '../../src/core/workspace/workspace';

/** A small brief without a fault in the workspace of `smallKnowledge`; its slug is `small`. */
export const SMALL_BRIEF = `# Small brief
> What it is about

**Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 2 takes · 2 lenses · 2 regions

## Summary

[Vladimir Putin](/ko/entity/vladimir-putin) met [the others](/ko/n/other) in Moscow.

## By the numbers

- 4, years of war

## Why it matters

It shows who decides.

## What to watch

- The next meeting.

## Regional takes (batched by bias / lens)

### US wire / analytical
- **CNN** (United States, en) — A short report.
  > "No point."
  Source: https://www.cnn.com/2026/06/04/europe/meeting

### Kremlin / state
- **TASS** (Russia, ru) — The official account.
  > "Всё."
  Source: https://tass.ru/politika/1

## Across the graph
- Related: [[other]]
- Entities: Vladimir Putin

---
Canonical: https://rbtfl.xyz/ko/n/small
`;

export const SMALL_SETTINGS: Settings = {
  version: 1,
  site: 'https://rbtfl.xyz',
  prefix: 'ko',
  types: ['event'],
  heads: ['Who Decides', 'How Wars Actually End'],
  lenses: ['unlabelled', 'US wire / analytical', 'Kremlin / state'],
  regions: ['Russia', 'United States'],
  languages: ['en', 'ru'],
};

export const SMALL_ENTITIES: readonly Entity[] = [
  { slug: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['Putin'], kind: 'person' },
  { slug: 'volodymyr-zelensky', name: 'Volodymyr Zelensky' },
  { slug: 'washington-dc', name: 'Washington, D.C.' },
];

export const SMALL_OUTLETS: readonly Outlet[] = [
  { name: 'CNN', domains: ['cnn.com'], region: 'United States', lang: 'en' },
  { name: 'TASS', domains: ['tass.ru', 'tass.com'] },
  { name: 'Kyiv Post' },
];

/** The workspace of `SMALL_BRIEF`; `briefs` are its other briefs by slug, besides one that lists it back. */
export function smallKnowledge(
  change: {
    readonly settings?: Partial<Settings>;
    readonly entities?: readonly Entity[];
    readonly outlets?: readonly Outlet[];
    readonly briefs?: Readonly<Record<string, string>>;
  } = {},
): Knowledge {
  const settings = { ...SMALL_SETTINGS, ...change.settings };
  const briefs = { small: SMALL_BRIEF, other: briefRelatedTo('small'), ...change.briefs };
  return knowledgeOf({
    settings,
    entities: change.entities ?? SMALL_ENTITIES,
    outlets: change.outlets ?? SMALL_OUTLETS,
    briefs: Object.entries(briefs).map(([slug, text]) => entryOf(slug, parse(text), settings)),
  });
}

/** A stub of a brief that lists others in its Related line. */
export function briefRelatedTo(...slugs: readonly string[]): string {
  return `# Another\n\n## Across the graph\n- Related: ${slugs.map((slug) => `[[${slug}]]`).join(', ')}\n`;
}

/** `text` with one stretch replaced; fails where it does not hold `from` exactly once. */
export function swap(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new Error(`Not exactly once: ${from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
