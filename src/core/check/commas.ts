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

function* starts({ withComma }: EntityIndex): Generator<string> {
  for (const text of withComma) {
    yield text
      .slice(0, text.indexOf(', '))
      .replace(/^ +| +$/g, '')
      .normalize('NFC');
  }
}
