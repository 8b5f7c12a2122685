import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/complete/fold';
import { Searcher } from '../../../src/core/search/index';
import { damagedBrief } from '../../support/briefs';
import { graphOf } from '../../support/graph';

describe('the snippets of any text', () => {
  const words = [
    'talks',
    'kyiv',
    'zurich',
    'uber',
    '고려',
    'point',
    'العربية',
    'russia',
    'its',
    '4',
  ];

  it('mark what was asked for, and say where it stands', () => {
    fc.assert(
      fc.property(damagedBrief, fc.constantFrom(...words), (text, word) => {
        const searcher = new Searcher({ slugs: () => ['a'], text: () => text });
        const page = searcher.search({ text: word, offset: 0, limit: 1 }, graphOf({}));
        for (const { text: shown, marks, at } of page.hits.flatMap(({ snippets }) => snippets)) {
          expect(marks.length).toBeGreaterThan(0);
          let last = 0;
          for (const { from, to } of marks) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(fold(shown.slice(from, to))).toMatch(fold(word));
            last = to;
          }
          // A link may end within the word.
          expect(text[at]).toBe(shown[marks[0]?.from ?? 0]);
        }
        expect(page.hits.every(({ snippets }) => snippets.length === 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never fail, whatever is asked', () => {
    fc.assert(
      fc.property(damagedBrief, fc.string({ unit: 'binary' }), (text, query) => {
        const searcher = new Searcher({ slugs: () => ['a'], text: () => text });
        const page = searcher.search({ text: query, offset: 0, limit: 1 }, graphOf({}));
        expect(page.hits).toHaveLength(page.total);
      }),
    );
  });
});
