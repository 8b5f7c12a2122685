import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BriefRecord } from '../../../src/core/graph/record';
import { Packer } from '../../../src/disk/engine/packed';

const word = fc.oneof(
  fc.constantFrom(
    '',
    'Reuters',
    'Gulf press',
    'Søren Darka',
    'राष्ट्रीय',
    'constructor',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const source = fc.oneof(
  fc.constantFrom(
    'https://news.example/2026/a',
    'https://news.example/2026/b',
    'no address',
    'a\nb',
  ),
  fc.webUrl(),
  word,
);
const take = fc.record({
  outlet: word,
  region: word,
  lang: word,
  lens: word,
  source,
  quoted: fc.boolean(),
});
const entities = fc
  .dictionary(fc.stringMatching(/^[a-z0-9-]{1,9}$/), fc.integer({ min: 1, max: 5 }))
  .map((counts): Record<string, number> => Object.assign(Object.create(null), counts));
const record: fc.Arbitrary<BriefRecord> = fc.record({
  slug: word,
  title: word,
  date: word,
  related: fc.array(word),
  claims: fc.option(word),
  published: fc.boolean(),
  type: word,
  heads: fc.array(word),
  takes: fc.array(take, { maxLength: 8 }),
  links: fc.array(word),
  entities,
  named: fc.array(word).map((names) => names.join(', ')),
});

/** All that a record says, as it would be kept. */
const whole = (of: BriefRecord): unknown => JSON.parse(JSON.stringify(of));

it('packs records so that they say the same, also when they are packed again', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), (records) => {
      const packer = new Packer();
      const packed = records.map((each) => packer.record(each));
      packed.forEach((each, at) => {
        const plain = records[at] as BriefRecord;
        expect(whole(each)).toEqual(whole(plain));
        expect(each.takes).toEqual(plain.takes);
        expect(Object.entries(each.entities)).toEqual(Object.entries(plain.entities));
        expect(each.named).toBe(plain.named);
      });
      const anew = new Packer();
      expect(packed.map((each) => whole(anew.record(each)))).toEqual(records.map(whole));
    }),
  );
});
