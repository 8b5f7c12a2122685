import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/core/complete/match';
import { wordItems } from '../../../src/core/complete/items';
import { SLIPS, slipOf } from '../../../src/core/complete/slip';

describe('a slip', () => {
  it.each([
    ['ptuin', 'putin', 'swapped'],
    ['uptin', 'putin', 'swapped'],
    ['puitn', 'putin', 'swapped'],
    ['ptin', 'putin', 'missing'],
    ['utin', 'putin', 'missing'],
    ['puttin', 'putin', 'extra'],
    ['pufin', 'putin', 'wrong'],
    ['vladmir', 'vladimir putin', 'missing'],
    ['习远平', '习近平', 'wrong'],
    ['ufin', 'putin', null],
    ['putins', 'puti', null],
  ])('in %s for %s is %s', (query, text, expected) => {
    const slip: number = slipOf(query, text, false);
    expect(SLIPS[slip] ?? null).toBe(expected);
  });

  it('is not ruled out by the beginning of the text', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (query, text, length) => {
        if (slipOf(query, text, false) < 0) return;
        expect(slipOf(query, text.slice(0, length), true)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name with a slip in each of its words', () => {
  const matcher = createMatcher(
    wordItems(['Volodymyr Zelensky', 'Vladimir Putin', 'Recep Tayyip Erdoğan', 'Сергей Лавров']),
  );
  const names = (query: string) => matcher.match(query).map(({ item }) => item.name);

  it.each([
    ['vladmir ptuin', 'Vladimir Putin'],
    ['zelesnky voldymyr', 'Volodymyr Zelensky'],
    ['erdgoan tayip', 'Recep Tayyip Erdoğan'],
    ['серей', 'Сергей Лавров'],
  ])('%s is %s', (query, expected) => {
    expect(names(query)).toEqual([expected]);
  });
});

describe('names read a few at a time', () => {
  it('are found as those read at once', () => {
    const names = ['Ana Ruiz', 'Anatoly Kim', 'Bank of England', '習近平', 'Ruiz'];
    const slow = createMatcher(wordItems(names));
    let steps = 1;
    while (!slow.read(1)) steps++;
    expect(steps).toBeGreaterThanOrEqual(names.length);
    for (const query of ['a', 'an', 'ana', 'ru', 'boe', '近', 'riuz']) {
      expect(slow.match(query)).toEqual(createMatcher(wordItems(names)).match(query));
    }
  });
});
