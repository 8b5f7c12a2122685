import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, changedBy } from '../../../src/core/workspace/entity-change';
import type { Entity } from '../../../src/core/workspace/workspace';

const registry = fc.uniqueArray(
  fc.record(
    {
      slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      name: fc.constantFrom('A', 'B'),
      note: fc.nat(1),
    },
    { requiredKeys: ['slug', 'name'] },
  ),
  { selector: ({ slug }) => slug },
);
const sorted = (entities: readonly Entity[]) =>
  [...entities].sort((a, b) => (a.slug < b.slug ? -1 : 1));

describe('a change of the registry', () => {
  it('makes the one what the other is', () => {
    fc.assert(
      fc.property(registry, registry, (before, after) => {
        const change = changeBetween(before, after);
        expect(sorted(changedBy(before, change))).toEqual(sorted(after));
        expect(changedBy(sorted(before), change)).toEqual(sorted(after));
      }),
    );
  });

  it('leaves what it has made as it is', () => {
    fc.assert(
      fc.property(registry, registry, (before, after) => {
        const change = changeBetween(before, after);
        const once = changedBy(before, change);
        expect(changedBy(once, change)).toBe(once);
        expect(changeBetween(after, structuredClone(after))).toEqual({ put: [], gone: [] });
      }),
    );
  });
});
