import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntityIndex } from '../../../src/core/workspace/entities';
import type { Entity } from '../../../src/core/workspace/workspace';

// Few letters, so that slugs and names meet; one of them in two forms.
const text = fc
  .array(fc.constantFrom('a', 'b', 'é', 'e\u0301', ', ', ' '), { minLength: 1, maxLength: 3 })
  .map((letters) => letters.join(''));
const entity: fc.Arbitrary<Entity> = fc.record(
  {
    slug: fc.constantFrom('a', 'b', 'c', 'a-b', 'b-a', 'c-c'),
    name: text,
    aliases: fc.array(text),
  },
  { requiredKeys: ['slug', 'name'] },
);

/** What the index is to say, by looking at every record. */
function plainly(entities: readonly Entity[]) {
  const known = entities.filter(
    ({ slug }, at) => entities.findIndex((other) => other.slug === slug) === at,
  );
  const nfc = (name: string) => name.normalize('NFC');
  return {
    known,
    byName: (name: string) =>
      known.find((one) => nfc(one.name) === nfc(name)) ??
      known.find((one) => one.aliases?.some((alias) => nfc(alias) === nfc(name))),
  };
}

function expectSame(index: EntityIndex, entities: readonly Entity[], names: readonly string[]) {
  const { known, byName } = plainly(entities);
  expect([...index.slugs()]).toEqual(known.map(({ slug }) => slug));
  for (const one of known) expect(index.get(one.slug)).toBe(one);
  expect(index.get('nobody')).toBeUndefined();
  const all = [...names, ...entities.flatMap(({ name, aliases = [] }) => [name, ...aliases])];
  for (const name of all) expect(index.byName(name)).toBe(byName(name));
  const texts = known.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(index.withComma).toEqual(texts.filter((name) => name.includes(', ')));
}

describe('the index of entities', () => {
  it('finds what looking at every record finds', () => {
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 30 }), fc.array(text), (entities, names) => {
        expectSame(new EntityIndex(entities), entities, names);
      }),
    );
  });

  it('may be given its records part by part', () => {
    fc.assert(
      fc.property(fc.array(fc.array(entity, { maxLength: 9 })), (parts) => {
        const all: Entity[] = [];
        const index = new EntityIndex(all);
        for (const part of parts) {
          all.push(...part);
          index.read();
        }
        expectSame(index, all, []);
      }),
    );
  });
});
