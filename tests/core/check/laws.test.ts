import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/check/index';
import { nearest, Neighbours } from '../../../src/core/check/nearest';
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
const isReal = (day: string) => {
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
const texts = fc.oneof(fc.string({ unit: 'binary' }), damaged);

/** What these mean is looked for when their fix is read. */
const GUESSES: readonly string[] = ['link/entity-unknown', 'link/brief-unknown'];

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

  it('finds the first later day of any path', () => {
    const part = fc.constantFrom(
      '2026',
      '2025',
      '2027',
      '06',
      '5',
      '31',
      '123',
      'x2026',
      '',
      'news',
    );
    const path = fc.array(fc.tuple(fc.constantFrom('/', '-'), part), { maxLength: 9 });
    fc.assert(
      fc.property(path, (parts) => {
        const source = `https://tass.ru/${parts.flat().join('')}`;
        const days = Array.from(
          source.matchAll(/(?<=\/)(\d{4})([/-])(\d\d?)\2(\d\d?)(?!\d)/g),
          ([, year, , month = '', day = '']) =>
            `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
        );
        const later = days.find((day) => day > '2026-06-04' && isReal(day));
        const brief = parse(SMALL_BRIEF.replace('https://tass.ru/politika/1', source));
        const found = check(brief, 'small', knowledge).find(
          ({ rule }) => rule === 'take/source-date',
        );
        expect(/\d{4}-\d\d-\d\d/.exec(found?.message ?? '')?.[0]).toBe(later);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says what a fix does before it is made, and that there is none where there is none', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { rule, fixTitle, fixes } of check(parse(text), 'small', knowledge)) {
          if (fixTitle === undefined) expect([rule, fixes]).toEqual([rule, []]);
          else if (!GUESSES.includes(rule) && fixes[0]) expect(fixTitle).toBe(fixes[0].title);
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

  it('is never the one that is ruled out', () => {
    expect(new Neighbours(slugs).nearest('rusia', 'russia')).toBeNull();
    expect(new Neighbours([...slugs, 'rusian']).nearest('rusia', 'russia')).toBe('rusian');
  });

  it('is the first of those that take the fewest edits', () => {
    const slug = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '-'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(slug, fc.uniqueArray(slug, { maxLength: 12 }), (wanted, candidates) => {
        fc.pre(!candidates.includes(wanted));
        const most = Math.min(4, Math.max(1, Math.floor(wanted.length / 4)));
        const far = candidates.map((other) => editsBetween(wanted, other));
        const least = Math.min(...far);
        const expected = least <= most ? candidates[far.indexOf(least)] : null;
        expect(nearest(wanted, candidates)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The table of distances as books have it, every cell filled. */
function editsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const row = rows[i] as number[];
      row[j] = Math.min(
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        isSwap ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}
