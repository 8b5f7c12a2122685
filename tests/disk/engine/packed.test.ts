import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/core/check/finding';
import type { Glance, StoredFinding } from '../../../src/core/graph/findings';
import type { BriefRecord } from '../../../src/core/graph/record';
import { Searcher } from '../../../src/core/search';
import { answersOf } from '../../../src/disk/engine/answers';
import { Keeper } from '../../../src/disk/engine/keeper';
import { Packer } from '../../../src/disk/engine/packed/packer';
import { surroundingsOf } from '../../../src/disk/engine/surroundings';
import { realDisk } from '../../../src/disk/files/disk';
import { Registries } from '../../../src/disk/workspace/registries';
import { waiver } from '../../support/worlds';
import { ALL_FINDINGS } from '../../support/graph';
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
const message = fc.oneof(
  word,
  fc.tuple(word, word, word).map(([a, b, c]) => `${a}“${b}” is linked, not “${c}”.`),
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
      const packed = records.map((each) => packer.record(each.slug, each));
      packed.forEach((each, at) => {
        const plain = records[at] as BriefRecord;
        expect(whole(each)).toEqual(whole(plain));
        expect(JSON.parse(JSON.stringify(each.takes))).toEqual(plain.takes);
        expect(Object.entries(each.entities)).toEqual(Object.entries(plain.entities));
        expect(each.named).toBe(plain.named);
      });
      const anew = new Packer();
      expect(packed.map((each) => whole(anew.record(each.slug, each)))).toEqual(records.map(whole));
    }),
  );
});

const finding: fc.Arbitrary<StoredFinding> = fc
  .record({
    rule: fc.constantFrom(...RULE_IDS),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    from: fc.nat(),
    length: fc.nat({ max: 99 }),
    line: fc.integer({ min: 1, max: 300 }),
    lines: fc.nat({ max: 3 }),
    column: fc.nat({ max: 9_999 }),
    endColumn: fc.nat({ max: 9_999 }),
    message: message,
    fix: fc.option(message),
    waiver: fc.option(waiver),
  })
  .map(({ length, lines, ...found }) => {
    return { ...found, to: found.from + length, endLine: found.line + lines };
  });

it('packs findings so that they say the same, shown or made', () => {
  fc.assert(
    fc.property(fc.array(fc.array(finding, { maxLength: 6 }), { maxLength: 20 }), (briefs) => {
      const packer = new Packer();
      const packed = briefs.map((findings) => packer.findings(findings));
      const madeOf = (found: (typeof packed)[number]) => ('each' in found ? found.findings : found);
      expect(packed.map(madeOf)).toEqual(briefs);
      packer.end();
      expect(packed.map(madeOf)).toEqual(briefs);
      packed.forEach((found, at) => {
        const shown: unknown[] = [];
        const see: Glance = (...glance) => shown.push(glance);
        if ('each' in found) found.each(see);
        const plain = (briefs[at] ?? []).map(({ rule, severity, fix, waiver: waived }) => {
          return [rule, severity, fix !== null, waived !== null];
        });
        expect(shown).toEqual(plain);
      });
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
    findings: (['brief', 'rule'] as const).flatMap((order) =>
      ['', 'quote'].map((text) => answers.findings({ ...ALL_FINDINGS, order, text })),
    ),
    withFindings: answers.search({ text: 'has:warning', offset: 0, limit: 50 }),
    judged: keeper.slugs.map((slug) => index.judge(slug, index.text(slug) ?? '')),
  });
  const before = all();
  for (const _ of keeper.rest()) continue;
  expect(all()).toEqual(before);
});
