import fc from 'fast-check';
import type { BriefParts, TakeParts } from '../../src/core/fields/parts';

const words = [
  'talks',
  'Kyiv',
  'summit',
  '고려',
  'Zürich',
  'über',
  'no',
  'point',
  '4',
  '$1,200',
  'العربية',
  'it’s',
  '"rude"',
  '[he said]',
  '(sic)',
  '—',
  '·',
  '#',
  '>',
  '*',
  '_',
  '`x`',
  '😀',
  '[Russia](/ko/entity/russia)',
  '[forum](/ko/n/spief)',
];

/** A line of words that could stand in a brief, with no white space at its ends. */
export const line = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((some) => some.join(' '));

/** Text with plain words only. */
export const plain = fc
  .array(fc.constantFrom('talks', 'Kyiv', 'summit', 'Zürich', '고려', 'point'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((some) => some.join(' '));

/** A line that begins with a word, so that nothing of it is a mark. */
export const sentence = fc.tuple(plain, line).map(([first, rest]) => `${first} ${rest}`);

const wrapped = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const paragraphs = fc
  .array(wrapped, { minLength: 1, maxLength: 3 })
  .map((some) => some.join('\n\n'));
export const slug = fc
  .array(fc.constantFrom('putin', 'talks', 'g7', 'evian', '2026'), { minLength: 1, maxLength: 3 })
  .map((some) => some.join('-'));
const address = slug.map((path) => `https://example.org/${path}_(x)%E2%80%93y#z`);

export const takeParts: fc.Arbitrary<TakeParts> = fc.record({
  outlet: fc.oneof(
    plain,
    plain.map((name) => `${name} (wire), desk`),
  ),
  region: fc.oneof(
    plain,
    plain.map((name) => `${name}, D.C.`),
  ),
  lang: fc.constantFrom('en', 'ru', 'zh-Hant', 'ar'),
  summary: fc.oneof(wrapped, fc.constant(''), fc.constant(null)),
  quote: fc.oneof(wrapped, fc.constant(null)),
  source: fc.oneof(address, fc.constant(null)),
});

const number = fc.record({
  value: fc.constantFrom('4', '$1,200', '12.5%', '0'),
  label: fc.oneof(wrapped, fc.constant(null)),
});

/** The parts of a brief; every optional part may be missing. */
export const briefParts: fc.Arbitrary<BriefParts> = fc.record({
  title: sentence,
  dek: fc.oneof(wrapped, fc.constant(null)),
  type: fc.constantFrom('event', 'question'),
  date: fc.constant('2026-06-04'),
  heads: fc.array(plain, { minLength: 1, maxLength: 3 }),
  summary: fc.oneof(paragraphs, fc.constant(''), fc.constant(null)),
  numbers: fc.oneof(fc.array(number, { maxLength: 4 }), fc.constant(null)),
  why: fc.oneof(paragraphs, fc.constant(null)),
  watch: fc.oneof(fc.array(wrapped, { maxLength: 4 }), fc.constant(null)),
  lenses: fc.oneof(
    fc.array(fc.record({ name: plain, takes: fc.array(takeParts, { maxLength: 3 }) }), {
      maxLength: 4,
    }),
    fc.constant(null),
  ),
  related: fc.oneof(fc.array(slug, { maxLength: 3 }), fc.constant(null)),
  entities: fc.oneof(
    fc.array(plain, { minLength: 1, maxLength: 3 }).map((names) => names.join(', ')),
    fc.constant(null),
  ),
  canonical: fc.oneof(
    slug.map((name) => `https://rbtfl.xyz/ko/n/${name}`),
    fc.constant(null),
  ),
});

/** What can happen to a text: cut, mixed line endings, marks left open, odd characters. */
export const damage: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => (text: string) => text.slice(0, Math.floor(text.length * share))),
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => (text: string) => text.slice(Math.floor(text.length * share))),
  fc.constant((text: string) => text.replaceAll('\n', '\r\n')),
  fc.constant((text: string) => {
    let line = 0;
    return text.replace(/\n/g, () => ['\n', '\r\n', '\r'][line++ % 3] as string);
  }),
  fc.constant((text: string) => `\uFEFF${text}`),
  fc.constant((text: string) => `${text}\n\n\n`),
  insertion(
    fc.constantFrom(
      '\u0000',
      '\uD800',
      '\uDC00',
      '[[',
      '](',
      '**',
      '<!--',
      '```\n',
      '\n```\n',
      '~~~\n',
      '\n## Summary\n',
      '\n## Odds\n',
      '\n---\n',
      '\n### \n',
      '\n- x\n',
      '\nstray\n',
      '\n  > "\n',
      '\n  Source:\n',
      '\nCanonical: x\n',
      '\n**Meta:** 1 take\n',
      '\t',
      '   ',
      '\n\n',
      '`',
      '\\',
      '\n<!-- ## Summary\n-->\n',
    ),
  ),
  insertion(fc.string({ unit: 'binary', maxLength: 20 })),
);

function insertion(text: fc.Arbitrary<string>) {
  return fc
    .tuple(text, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([insert, share]) => (whole: string) => {
      const at = Math.floor(whole.length * share);
      return whole.slice(0, at) + insert + whole.slice(at);
    });
}

export { number as numberParts, wrapped };
