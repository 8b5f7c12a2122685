import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/complete/fold';
import { Searcher } from '../../../src/core/search/index';
import { graphOf } from '../../support/graph';

const WORDS = [
  'talks',
  'Talk',
  'Putin',
  'Putin’s',
  "o'clock",
  'Zürich',
  'zurich',
  '4',
  'ПУТИН',
  'Путина',
  '普京总统',
  '总统普京在',
  '京',
  '우크라이나가',
  '우크라이나',
  'カナダ',
  'かなだ',
  'x普y',
  '—',
];
const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const briefs = fc.uniqueArray(
  fc.tuple(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'), text, text),
  {
    selector: ([slug]) => slug,
  },
);

const briefOf = (title: string, summary: string) => `# ${title}\n\n## Summary\n\n${summary}\n`;

const RUNNING = /[\u1100-\u11FF\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** A word in the ways it may be asked for, and whether it is a letter that runs on from the one before. */
interface NaiveWord {
  readonly ways: readonly string[];
  readonly runsOn: boolean;
}

/** A text as words; of running scripts each letter is one. */
function naiveWords(from: string): NaiveWord[] {
  return [...from.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].flatMap(([raw]) => {
    const whole = fold(raw).normalize('NFC');
    if (RUNNING.test(whole)) {
      const letters = [...whole.matchAll(/[a-z]+|./gu)].map(([letter]) => letter);
      return letters.map((letter, at) => ({
        ways: [letter],
        runsOn: RUNNING.test(letter) && RUNNING.test(letters[at - 1] ?? ''),
      }));
    }
    const pieces = raw.split(/['’]/).map((piece) => fold(piece));
    return [{ ways: [whole, ...pieces.filter((piece) => piece.length > 1)], runsOn: false }];
  });
}

/** True where the words of a phrase stand one after the other, of the last one the beginning. */
function naiveHas(part: string, phrase: string, prefix: boolean): boolean {
  const words = naiveWords(part);
  const wanted = naiveWords(phrase);
  const isAt = (at: number, next: number) => {
    const [token = ''] = wanted[next]?.ways ?? [];
    const known = words[at + next];
    // What is written in one stretch is not found across a space.
    if (!known || (wanted[next]?.runsOn && !known.runsOn)) return false;
    const isLast = prefix && next === wanted.length - 1;
    return known.ways.some((way) => way === token || (isLast && way.startsWith(token)));
  };
  return words.some((_, at) => wanted.every((__, next) => isAt(at, next)));
}

const query = fc.record({
  phrases: fc.array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')),
    { maxLength: 2 },
  ),
  words: fc.array(word, { maxLength: 2 }),
  last: fc
    .tuple(word, fc.nat({ max: 6 }))
    .map(([some, cut]) => some.slice(0, cut + 1).replace(/['’]$/, '')),
  not: fc.option(word, { nil: null }),
});

describe('a search', () => {
  it('finds the briefs that a scan of all texts finds, whatever was read when', () => {
    fc.assert(
      fc.property(briefs, briefs, query, fc.nat({ max: 3 }), (before, after, asked, budget) => {
        const texts = new Map(before.map(([slug, title, rest]) => [slug, briefOf(title, rest)]));
        const source = {
          slugs: () => [...texts.keys()],
          text: (slug: string) => texts.get(slug) ?? null,
        };
        const searcher = new Searcher(source);
        searcher.work(budget);
        for (const [slug, title, rest] of after) {
          texts.set(slug, briefOf(title, rest));
          searcher.put(slug);
          searcher.work(budget);
        }
        const gone = before[0]?.[0];
        if (gone !== undefined) {
          texts.delete(gone);
          searcher.drop(gone);
        }
        const all = new Map(
          [...before, ...after].map(([slug, title, rest]) => [slug, [title, rest]]),
        );
        if (gone !== undefined) all.delete(gone);
        const has = (parts: string[], phrase: string, prefix: boolean) =>
          naiveWords(phrase).length === 0 || parts.some((part) => naiveHas(part, phrase, prefix));
        const expected = [...all].filter(
          ([, parts]) =>
            asked.phrases.every((phrase) => has(parts, phrase, false)) &&
            asked.words.every((some) => has(parts, some, false)) &&
            has(parts, asked.last, true) &&
            !(
              asked.not !== null &&
              naiveWords(asked.not).length > 0 &&
              has(parts, asked.not, false)
            ),
        );
        const line = [
          ...asked.phrases.map((phrase) => `"${phrase}"`),
          ...asked.words,
          ...(asked.not === null ? [] : [`-${asked.not}`]),
          asked.last,
        ].join(' ');
        const page = searcher.search(
          { text: line, offset: 0, limit: 200 },
          graphOf(Object.fromEntries(texts)),
        );
        expect([line, page.hits.map(({ slug }) => slug).sort()]).toEqual([
          line,
          expected.map(([slug]) => slug).sort(),
        ]);
        expect(page.complete).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
