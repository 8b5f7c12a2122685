import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkEntity } from '../../../src/core/edit/index';
import { parse } from '../../../src/core/format/parse';
import { createMentionMatcher, findMentions } from '../../../src/core/mentions/index';
import type { Entity } from '../../../src/core/workspace/workspace';
import { damagedBrief } from '../../support/briefs';
import { swap, SMALL_BRIEF } from '../../support/brief';
import { unmark } from '../../support/marked';

const ENTITIES: readonly Entity[] = [
  { slug: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['Putin', 'Путин', '푸틴', '普京'] },
  { slug: 'putin-village', name: 'Putin' },
  { slug: 'ukraine', name: 'Ukraine', aliases: ['우크라이나', '乌克兰', 'Україна'] },
  { slug: 'washington-dc', name: 'Washington, D.C.', aliases: ['Washington'] },
  { slug: 'gulf-state', name: 'Gulf State' },
  { slug: 'oil', name: 'Oil market', aliases: ['oil', 'X'] },
  { slug: 'un', name: 'United Nations', aliases: ['UN'] },
  { slug: 'zurich', name: 'Zürich' },
  { slug: 'xi', name: 'Xi Jinping', aliases: ['Xi'] },
  { slug: 'kyiv', name: 'Kyiv' },
  { slug: 'talks', name: 'talks' },
];
const matcher = createMentionMatcher(ENTITIES);
const options = { prefix: 'ko' };

/** The mentions in a summary: `!` before a first one, `?` before what a person has to choose. */
function inSummary(marked: string): void {
  const { text, ranges } = unmark(`# Title\n\n## Summary\n\n${marked}\n`);
  const found = findMentions(parse(text), matcher, options);
  expect(found.map(({ from, to }) => ({ from, to }))).toEqual(ranges);
}
const mentionsOf = (summary: string) =>
  findMentions(parse(`# Title\n\n## Summary\n\n${summary}\n`), matcher, options);
const shown = (summary: string) =>
  mentionsOf(summary).map(
    ({ text, exact, first }) => `${first ? '!' : ''}${text}${exact ? '' : '?'}`,
  );

describe('a mention', () => {
  it('is a name or an alias as whole words, the longest at its place', () => {
    inSummary('⟦Vladimir Putin⟧ left ⟦Washington, D.C.⟧, and ⟦Putin⟧ came to ⟦Washington⟧.');
    inSummary('Computin, Putinism, Ukrainegate, the UNO');
  });

  it('keeps to the case that the registry writes', () => {
    inSummary('putin and UKRAINE and the un and the ⟦UN⟧');
  });

  it('may run over a line break, but not over a blank line', () => {
    inSummary('So ⟦Vladimir\nPutin⟧ said.');
    inSummary('So Vladimir\n\n⟦Putin⟧ said.');
  });

  it('may be written in another Unicode form', () => {
    inSummary('In ⟦Zu\u0308rich⟧ and ⟦Zürich⟧, e\u0301 ⟦Ukraine⟧');
  });

  it('names all entities that are called so', () => {
    expect(mentionsOf('Putin')).toMatchObject([
      { slugs: ['vladimir-putin', 'putin-village'], name: 'Putin' },
    ]);
  });

  it('is the first of an entity that is linked nowhere', () => {
    expect(shown('Ukraine, Kyiv, Ukraine')).toEqual(['!Ukraine', '!Kyiv', 'Ukraine']);
    expect(shown('Ukraine and [Ukraine](/ko/entity/ukraine)')).toEqual(['Ukraine']);
  });
});

describe('a mention is left to a person', () => {
  it('where a possessive or a plural is meant', () => {
    expect(shown('Ukraine’s')).toEqual(['!Ukraine?']);
    expect(shown("Ukraine's and Gulf States, Putins")).toEqual([
      '!Ukraine?',
      '!Gulf States?',
      '!Putins?',
    ]);
  });

  it('where a particle is attached, which stays out of it', () => {
    expect(shown('우크라이나가 푸틴 UN은')).toEqual(['!우크라이나?', '!푸틴', '!UN?']);
    expect(shown('부푸틴')).toEqual([]);
  });

  it('where the script has no spaces', () => {
    expect(shown('在乌克兰的普京')).toEqual(['!乌克兰?', '!普京?']);
    expect(shown('乌克兰，普京')).toEqual(['!乌克兰', '!普京']);
    expect(shown('在Ukraine')).toEqual(['!Ukraine']);
  });

  it('where a Cyrillic ending is attached, but not where another word begins so', () => {
    expect(shown('Путину, путин, Путинская')).toEqual(['!Путину?']);
  });

  it('where the name reads like any word, and then once', () => {
    expect(shown('Xi said that oil is oil, and Xi left')).toEqual(['!Xi?', '!oil?']);
    expect(shown('X marks the spot')).toEqual([]);
  });
});

describe('no mention stands', () => {
  it.each([
    ['in a link', '[Putin](https://example.org), [of Kyiv](/ko/n/other)'],
    ['in an image', '![Putin](kyiv.png)'],
    ['in code', '`Putin` and ``Kyiv ` ``'],
    ['in a fence', '```\nPutin\n```'],
    ['in a comment', 'a <!-- Putin --> b'],
    ['in a block comment', '<!--\nPutin\n-->'],
    ['in a tag', '<a href="Putin">'],
    ['in an address', 'https://example.org/Putin and www.Kyiv.com'],
    ['in a heading', '### Putin'],
    ['in a quotation', '“Putin said.” "Kyiv" «Putin» „Kyiv“'],
    ['in a block quote', '> Putin'],
  ])('%s', (_, summary) => {
    expect(mentionsOf(summary)).toEqual([]);
  });

  it('in title, dek, numbers and quotes of takes; but in take summaries and watch items', () => {
    const text = SMALL_BRIEF.replaceAll('Putin', 'X')
      .replace('Small brief', 'Kyiv')
      .replace('What it is about', 'Kyiv')
      .replace('years of war', 'years in Kyiv')
      .replace('No point.', 'Kyiv')
      .replace('The next meeting', 'The next in Kyiv')
      .replace('A short report', 'A report from Kyiv');
    const found = findMentions(parse(text), matcher, options);
    expect(found.map((mention) => text.slice(mention.from - 5, mention.to))).toEqual([
      't in Kyiv',
      'from Kyiv',
    ]);
  });

  it('after a straight mark that nothing closes, but for that paragraph', () => {
    expect(shown('5" of Kyiv\n\n"Putin" in Ukraine')).toEqual(['!Kyiv', '!Ukraine']);
  });
});

describe('the first mention', () => {
  it('becomes a link of its entity', () => {
    const brief = parse(swap(SMALL_BRIEF, 'It shows', 'Kyiv shows'));
    const mention = findMentions(brief, matcher, options).find(({ slugs }) => slugs[0] === 'kyiv');
    const result = mention && linkEntity(brief, mention, 'kyiv', options);
    expect(result?.ok && result.after.source).toContain('[Kyiv](/ko/entity/kyiv) shows');
  });

  // A return alone ends no line of the format: what follows it may be in an address.
  it('can be linked in any text', () => {
    fc.assert(
      fc.property(damagedBrief, (text) => {
        fc.pre(!/\r(?!\n)/.test(text));
        const brief = parse(text);
        for (const mention of findMentions(brief, matcher, options)) {
          expect(text.slice(mention.from, mention.to)).toBe(mention.text);
          const result = linkEntity(brief, mention, mention.slugs[0] ?? '', options);
          expect([mention.text, result.ok || result.reason]).toEqual([mention.text, true]);
          if (!result.ok) continue;
          const left = findMentions(result.after, matcher, options);
          expect(left.some(({ from, to }) => from <= mention.from && to > mention.from)).toBe(
            false,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
