import type { EntityIndex } from '../workspace/entities';

const known = new WeakMap<EntityIndex, ReadonlySet<string>>();

/** What stands before the first `, ` of each name and alias that has one, in NFC. */
export function commasOf(entities: EntityIndex): ReadonlySet<string> {
  let found = known.get(entities);
  if (!found) {
    found = new Set(starts(entities));
    known.set(entities, found);
  }
  return found;
}

function* starts({ all }: EntityIndex): Generator<string> {
  for (const { name, aliases = [] } of all) {
    for (const text of [name, ...aliases]) {
      const comma = text.indexOf(', ');
      if (comma >= 0)
        yield text
          .slice(0, comma)
          .replace(/^ +| +$/g, '')
          .normalize('NFC');
    }
  }
}
