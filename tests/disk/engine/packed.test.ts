import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BriefRecord } from '../../../src/core/graph/record';
import { Searcher } from '../../../src/core/search';
import { answersOf } from '../../../src/disk/engine/answers';
import { Keeper } from '../../../src/disk/engine/keeper';
import { Packer } from '../../../src/disk/engine/packed';
import { surroundingsOf } from '../../../src/disk/engine/surroundings';
import { realDisk } from '../../../src/disk/files/disk';
import { Registries } from '../../../src/disk/workspace/registries';
import { CHECKOUT } from '../../support/folders';

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
        expect(JSON.parse(JSON.stringify(each.takes))).toEqual(plain.takes);
        expect(Object.entries(each.entities)).toEqual(Object.entries(plain.entities));
        expect(each.named).toBe(plain.named);
      });
      const anew = new Packer();
      expect(packed.map((each) => whole(anew.record(each)))).toEqual(records.map(whole));
    }),
  );
});

it('leaves every answer over a workspace as it was', async () => {
  const root = join(CHECKOUT, 'resources/sample-workspace');
  const registries = new Registries(realDisk, root, () => false);
  await registries.read();
  const keeper = new Keeper(root, surroundingsOf(registries), { read: false, write: false });
  for (const _ of keeper.open()) continue;
  const { index } = keeper;
  const texts = new Searcher({ slugs: () => index.briefs.own(), text: (slug) => index.text(slug) });
  while (texts.work(100)) continue;
  const answers = answersOf(keeper, texts);
  const all = () => ({
    rows: keeper.slugs.map((slug) => keeper.row(slug)),
    briefs: keeper.slugs.map((slug) => answers.references({ kind: 'brief', slug })),
    entities: registries.entities.data.map(({ slug }) =>
      answers.references({ kind: 'entity', slug }),
    ),
    outlets: registries.outlets.data.map(({ name }) =>
      answers.references({ kind: 'outlet', name }),
    ),
    uses: [answers.uses('entity'), answers.uses('outlet')],
    graph: answers.graph({ kind: 'whole', entities: true }),
    balance: answers.balance(''),
    judged: keeper.slugs.map((slug) => index.judge(slug, index.text(slug) ?? '')),
  });
  const before = all();
  const packer = new Packer();
  for (const slug of keeper.slugs) {
    index.briefs.hold(slug, (plain) => packer.record(plain));
  }
  expect(all()).toEqual(before);
});
