import type { RuleId } from '../../../src/core/check/finding';
import type { Knowledge } from '../../../src/core/workspace/knowledge';
import { briefRelatedTo, SMALL_BRIEF, smallKnowledge, swap } from '../../support/brief';

/** `SMALL_BRIEF` after replacements, with `⟦⟧` where the rule should find something. */
function marked(...swaps: readonly (readonly [string, string])[]): string {
  return swaps.reduce((text, [from, to]) => swap(text, from, to), SMALL_BRIEF);
}

/** A text in which a rule finds something, and nothing but that. */
export interface Case {
  readonly rule: RuleId;
  readonly marked: string;
  readonly knowledge?: Knowledge;
  /** What the text is after the first fix of each finding; absent where there is none. */
  readonly fixed?: string;
}

const SUMMARY =
  '[Vladimir Putin](/ko/entity/vladimir-putin) met [the others](/ko/n/other) in Moscow.';
const US = 'US wire / analytical';
const TASS = `- **TASS** (Russia, ru) — The official account.
  > "Всё."
  Source: https://tass.ru/politika/1
`;

/** At least one for each rule. */
export const CASES: readonly Case[] = [
  { rule: 'format/title', marked: marked(['# Small brief', '⟦Small brief⟧']) },
  { rule: 'format/title', marked: marked(['# Small brief', '⟦# ⟧']) },
  { rule: 'format/title', marked: `\uFEFF⟦⟧\r\n${SMALL_BRIEF}` },
  { rule: 'format/dek', marked: marked(['# Small brief\n> What it is about', '⟦# Small brief⟧']) },
  {
    rule: 'format/dek',
    marked: marked(['# Small brief\n> What it is about', '⟦# Small brief⟧\n> ']),
  },
  {
    rule: 'format/meta',
    marked: marked(
      ['# Small brief', '⟦# Small brief⟧'],
      [
        '**Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 2 takes · 2 lenses · 2 regions\n',
        '',
      ],
    ),
  },
  {
    rule: 'format/meta',
    marked: marked(
      ['**Meta:** type: event · date', '⟦**Meta:** date'],
      ['2 lenses · 2 regions', '2 regions⟧'],
    ),
  },
  {
    rule: 'format/meta',
    marked: marked(
      ['**Meta:** type', '⟦⟦**Meta:** mood: good · type'],
      ['date: 2026-06-04', 'date:'],
      [' 2 regions', ' 2 regions⟧⟧'],
    ),
  },
  { rule: 'format/date', marked: marked(['2026-06-04 ·', '⟦2026-02-29⟧ ·']) },
  { rule: 'format/date', marked: marked(['2026-06-04 ·', '⟦4 June 2026⟧ ·']) },
  { rule: 'format/type', marked: marked(['type: event', 'type: ⟦evnt⟧']) },
  { rule: 'format/head', marked: marked(['heads: Who Decides', 'heads: Who Decides, ⟦Who Else⟧']) },
  {
    rule: 'format/section-missing',
    marked: marked([
      '- 4, years of war\n\n## Why it matters\n\nIt shows who decides.',
      '- 4, years of war⟦⟧',
    ]),
    fixed: marked(['It shows who decides.\n\n', '']),
  },
  {
    rule: 'format/section-missing',
    marked: marked(['2 regions\n\n## Summary\n\n', '2 regions⟦⟧\n\n'], [SUMMARY, '']),
    fixed: marked([SUMMARY, '']),
  },
  {
    rule: 'format/section-duplicate',
    marked: marked(['## Across', '⟦## What to watch⟧\n\n- More.\n\n## Across']),
  },
  {
    rule: 'format/section-order',
    marked: marked(
      ['## By the numbers\n\n- 4, years of war\n\n', ''],
      ['## Across', '⟦## By the numbers⟧\n\n- 4, years of war\n\n## Across'],
    ),
    fixed: SMALL_BRIEF,
  },
  {
    rule: 'format/section-order',
    marked: marked(
      [
        '## Summary\n',
        '⟦## Across the graph⟧\n- Related: [[other]]\n- Entities: Vladimir Putin\n\n## Summary\n',
      ],
      ['\n\n## Across the graph\n- Related: [[other]]\n- Entities: Vladimir Putin', '\n'],
    ),
    fixed: SMALL_BRIEF.replace('\n\n---', '\n\n\n---'),
  },
  {
    rule: 'format/section-unknown',
    marked: marked(['## Across', '⟦## Aside⟧\n\nText.\n\n## Across']),
  },
  { rule: 'format/section-empty', marked: marked(['## Summary', '⟦## Summary⟧'], [SUMMARY, ' ']) },
  {
    rule: 'format/section-empty',
    marked: marked(['## Why it matters\n\nIt shows who decides.', '⟦## Why it matters⟧']),
  },
  {
    rule: 'format/section-empty',
    marked: '# T\n\n⟦## Regional takes (batched by bias / lens)⟧\n\n### A\n',
  },
  { rule: 'format/number', marked: marked(['- 4, years of war', '⟦- four years of war⟧']) },
  { rule: 'format/number', marked: marked(['- 4, years of war', '⟦- , years of war⟧']) },
  { rule: 'format/take', marked: marked([TASS, `⟦- TASS says nothing⟧\n  Source: x\n${TASS}`]) },
  {
    rule: 'format/take',
    marked: marked([
      '- **CNN** (United States, en) — A short report.',
      '⟦- **CNN** (, en) — A short report.⟧',
    ]),
  },
  {
    rule: 'format/canonical',
    marked: marked([
      'Canonical: https://rbtfl.xyz/ko/n/small',
      '⟦Canonical: https://rbtfl.xyz/en/n/small⟧',
    ]),
    fixed: SMALL_BRIEF,
  },
  {
    rule: 'format/canonical',
    marked: `${marked(['\n---\nCanonical: https://rbtfl.xyz/ko/n/small\n', ''])}⟦⟧`,
    fixed: SMALL_BRIEF,
  },
  { rule: 'counts/takes', marked: marked(['2 takes', '⟦7⟧ takes']), fixed: SMALL_BRIEF },
  { rule: 'counts/lenses', marked: marked(['2 lenses', '⟦1⟧ lens']), fixed: SMALL_BRIEF },
  { rule: 'counts/regions', marked: marked(['2 regions', '⟦02345⟧ regions']), fixed: SMALL_BRIEF },
  {
    rule: 'link/entity-unknown',
    marked: marked([
      '[Vladimir Putin](/ko/entity/vladimir-putin)',
      '⟦[The\npresident](/ko/entity/vladmir-putin)⟧',
    ]),
    fixed: marked(['[Vladimir Putin](', '[The\npresident](']),
  },
  {
    rule: 'link/entity-unknown',
    marked: marked(['[Vladimir Putin](/ko/entity/vladimir-putin)', '⟦[Putin](/ko/entity/vvp)⟧']),
    fixed: marked(['[Vladimir Putin](', '[Putin](']),
  },
  {
    rule: 'link/brief-unknown',
    marked: marked(['[the others](/ko/n/other)', '⟦[the others](/ko/n/others)⟧']),
    fixed: SMALL_BRIEF,
  },
  { rule: 'link/brief-unknown', marked: marked(['[[other]]', '⟦[[ohter]]⟧']), fixed: SMALL_BRIEF },
  {
    rule: 'link/malformed',
    marked: marked(['[the others](/ko/n/other)', '⟦[the others](/en/n/other)⟧']),
  },
  {
    rule: 'link/malformed',
    marked: marked(['[the others](/ko/n/other)', '⟦[the others](/ko/n/Other)⟧']),
  },
  { rule: 'link/malformed', marked: marked(['[the others](/ko/n/other)', '⟦[the others]()⟧']) },
  { rule: 'link/malformed', marked: marked(['[[other]]', '[[other]], ⟦[[small⟧']) },
  {
    rule: 'link/self',
    marked: marked(['in Moscow.', 'in ⟦[Moscow\nitself](/ko/n/small)⟧.']),
    fixed: marked(['in Moscow.', 'in Moscow\nitself.']),
  },
  {
    rule: 'link/self',
    marked: marked(['[[other]]', '[[other]], ⟦[[small]]⟧']),
    fixed: SMALL_BRIEF,
  },
  {
    rule: 'link/partial-word',
    marked: marked([
      '[Vladimir Putin](/ko/entity/vladimir-putin)',
      '⟦[Vladimir Putin](/ko/entity/vladimir-putin)ist⟧',
    ]),
  },
  {
    rule: 'link/partial-word',
    marked: marked([
      '[Vladimir Putin](/ko/entity/vladimir-putin)',
      '⟦über[Vladimir Putin](/ko/entity/vladimir-putin)⟧',
    ]),
  },
  {
    rule: 'graph/related-duplicate',
    marked: marked(['[[other]]', '[[other]], ⟦[[other]]⟧']),
    fixed: SMALL_BRIEF,
  },
  {
    rule: 'graph/related-missing',
    marked: marked(
      ['[the others](/ko/n/other) in', '⟦[the others](/ko/n/other)⟧ and [again](/ko/n/other) in'],
      ['Related: [[other]]', 'Related: [[third]]'],
    ),
    knowledge: smallKnowledge({ briefs: { third: briefRelatedTo('small') } }),
    fixed: marked(
      ['[the others](/ko/n/other) in', '[the others](/ko/n/other) and [again](/ko/n/other) in'],
      ['Related: [[other]]', 'Related: [[third]], [[other]]'],
    ),
  },
  {
    rule: 'graph/one-way',
    marked: marked(['[[other]]', '[[⟦other⟧]]']),
    knowledge: smallKnowledge({ briefs: { other: briefRelatedTo() } }),
  },
  {
    rule: 'graph/entity-unlisted',
    marked: marked(
      ['[Vladimir Putin](', '⟦[him](/ko/entity/washington-dc)⟧ [Vladimir Putin]('],
      ['who decides.', '[who](/ko/entity/washington-dc) decides.'],
    ),
    fixed: marked(
      ['[Vladimir Putin](', '[him](/ko/entity/washington-dc) [Vladimir Putin]('],
      ['who decides.', '[who](/ko/entity/washington-dc) decides.'],
      ['Entities: Vladimir Putin', 'Entities: Vladimir Putin, Washington, D.C.'],
    ),
  },
  {
    rule: 'graph/entity-unregistered',
    marked: marked([
      'Entities: Vladimir Putin',
      'Entities: Washington, D.C., ⟦Nobody Known⟧, Putin',
    ]),
  },
  {
    rule: 'graph/slug-duplicate',
    marked: marked([
      'Canonical: https://rbtfl.xyz/ko/n/small',
      '⟦Canonical: https://rbtfl.xyz/ko/n/small⟧',
    ]),
    knowledge: smallKnowledge({ briefs: { third: SMALL_BRIEF } }),
  },
  {
    rule: 'graph/slug-duplicate',
    marked: marked([
      'Canonical: https://rbtfl.xyz/ko/n/small',
      '⟦Canonical: https://rbtfl.xyz/ko/n/other⟧',
    ]),
  },
  {
    rule: 'take/source-missing',
    marked: marked([TASS, '⟦- **TASS** (Russia, ru) — The official account.⟧\n  > "Всё."\n']),
  },
  {
    rule: 'take/source-missing',
    marked: marked([TASS, '⟦- **TASS** (Russia, ru) — The official account.⟧\n  Source: \n']),
  },
  {
    rule: 'take/source-url',
    marked: marked(['https://tass.ru/politika/1', '⟦tass.ru/politika/1⟧']),
  },
  {
    rule: 'take/source-duplicate',
    marked: marked([TASS, TASS + TASS.replace(/https.*/, '⟦$&⟧')]),
  },
  {
    rule: 'take/source-date',
    marked: marked(['https://tass.ru/politika/1', '⟦https://tass.ru/2026-06-05/1⟧']),
  },
  {
    rule: 'take/source-date',
    marked: marked(['https://tass.ru/politika/1', '⟦https://tass.ru/2025/01/01/x/2026/6/12⟧']),
  },
  {
    rule: 'take/outlet-domain',
    marked: marked(['https://tass.ru/politika/1', '⟦https://nottass.ru/1⟧']),
  },
  { rule: 'take/region', marked: marked(['(Russia, ru)', '(⟦Rusia⟧, ru)']) },
  { rule: 'take/lang', marked: marked(['(Russia, ru)', '(Russia, ⟦rus_1⟧)']) },
  { rule: 'take/lang', marked: marked(['(Russia, ru)', '(Russia, ⟦uk⟧)']) },
  { rule: 'take/lens-unknown', marked: marked([`### ${US}`, '⟦### Nobody’s⟧']) },
  {
    rule: 'take/lens-empty',
    marked: marked([`### ${US}`, `⟦### Kremlin⟧\n\n### ${US}`]),
    fixed: SMALL_BRIEF,
  },
  { rule: 'take/unlabelled', marked: marked([`### ${US}`, '⟦### unlabelled⟧']) },
  {
    rule: 'take/summary-missing',
    marked: marked([
      '- **CNN** (United States, en) — A short report.',
      '⟦- **CNN** (United States, en) — ⟧',
    ]),
  },
  {
    rule: 'take/summary-missing',
    marked: marked([
      '- **CNN** (United States, en) — A short report.',
      '⟦- **CNN** (United States, en)⟧',
    ]),
  },
  {
    rule: 'take/quote-missing',
    marked: marked(
      [
        '- **CNN** (United States, en) — A short report.',
        '⟦- **CNN** (United States, en) — A short report.⟧',
      ],
      ['  > "No point."\n', ''],
    ),
  },
];
