import { splitNames } from '../format/names';
import { plainValue } from '../format/value';
import type { EntityIndex } from '../workspace/entities';
import type { BriefRecord } from './record';

type NamedRecord = Pick<BriefRecord, 'named'>;

// Records and registries are never changed, only replaced: what was read of both stays true.
const known = new WeakMap<NamedRecord, { entities: EntityIndex; slugs: readonly string[] }>();

/** The registered entities (by slug, each once) that a brief's Entities line names, in its order. */
export function namedEntities(record: NamedRecord, entities: EntityIndex): readonly string[] {
  if (record.named === '') return NONE;
  const before = known.get(record);
  if (before?.entities === entities) return before.slugs;
  const found = namesOn(record.named.normalize('NFC'), entities).flatMap(
    (name) => entities.byName(name)?.slug ?? [],
  );
  const slugs = found.length > 1 ? [...new Set(found)] : found;
  known.set(record, { entities, slugs });
  return slugs;
}

const NONE: readonly string[] = [];

function namesOn(line: string, entities: EntityIndex): string[] {
  const pieces = line.split(', ').map((piece) => piece.trim());
  const openers = openersOf(entities);
  if (!pieces.some((piece) => openers.has(piece))) return pieces;
  return splitNames(plainValue(line, 0, line.length), (name) => entities.isName(name)).map(
    ({ text }) => text,
  );
}

const openersKnown = new WeakMap<EntityIndex, ReadonlySet<string>>();

/** What stands before the first `, ` of the names that hold one: only there can a reading be long. */
function openersOf(entities: EntityIndex): ReadonlySet<string> {
  const before = openersKnown.get(entities);
  if (before) return before;
  const openers = new Set(
    entities.withComma.map((name) => name.slice(0, name.indexOf(', ')).normalize('NFC').trim()),
  );
  openersKnown.set(entities, openers);
  return openers;
}
