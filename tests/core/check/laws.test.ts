import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/check/index';
import { nearest } from '../../../src/core/check/nearest';
import { parse } from '../../../src/core/format/parse';
import { applyEdits } from '../../../src/core/text/edit';
import { SMALL_BRIEF, smallKnowledge } from '../../support/brief';

const knowledge = smallKnowledge();

/** A good brief in pieces that were dropped, doubled, swapped or broken by any text. */
const damaged = fc
  .tuple(
    fc.infiniteStream(fc.nat({ max: 9 })),
    fc.infiniteStream(fc.string({ unit: 'binary', maxLength: 6 })),
  )
  .map(([choices, texts]) =>
    SMALL_BRIEF.split(/(?<=[\s[\](),·:—*])/)
      .map((piece) => {
        const choice = choices.next().value;
        if (choice === 0) return '';
        if (choice === 1) return piece + piece;
        if (choice === 2) return texts.next().value + piece;
        return piece;
      })
      .join(''),
  );
const texts = fc.oneof(fc.string({ unit: 'binary' }), damaged);

describe('the check of any text', () => {
  it('never throws, and keeps its ranges, and those of its edits, in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { from, to, fixes } of check(parse(text), 'small', knowledge)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = from;
          for (const fix of fixes) if (fix.kind === 'edit') applyEdits(text, fix.edits);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds fewer of a rule after its fix', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { rule, fixes } of check(parse(text), 'small', knowledge)) {
          const fix = fixes[0];
          if (fix?.kind !== 'edit') continue;
          const after = check(parse(applyEdits(text, fix.edits)), 'small', knowledge);
          const before = check(parse(text), 'small', knowledge);
          const count = (findings: typeof after) => findings.filter((f) => f.rule === rule).length;
          expect([rule, count(after)]).toEqual([rule, count(before) - 1]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the nearest slug', () => {
  const slugs = ['vladimir-putin', 'volodymyr-zelensky', 'russia', 'prussia', 'us'];

  it.each([
    ['vladmir-putin', 'vladimir-putin'],
    ['vladimir-ptuin', 'vladimir-putin'],
    ['volodimir-zelenski', 'volodymyr-zelensky'],
    ['rusia', 'russia'],
    ['uk', 'us'],
    ['donald-trump', null],
    ['china', null],
  ])('of %s is %s', (slug, expected) => {
    expect(nearest(slug, slugs)).toBe(expected);
  });
});
