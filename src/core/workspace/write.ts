import type { TextEdit } from '../text/edit';
import type { Waiver } from '../waive/waiver';
import { readSettings } from './files';
import { scanJson } from './json';
import {
  dropRecords,
  type FileEdit,
  keyOf,
  type Keys,
  printRecords,
  putRecords,
  refused,
  withoutMembers,
} from './records';
import type { Entity, Outlet, Settings } from './workspace';

export type { FileEdit } from './records';

/** A registry file: what its records are, and how its text is made and changed. */
export interface RecordFile<T extends object> {
  /** The same for two records that stand for one thing. */
  readonly keyOf: (record: T) => string;
  /** The text of a new file: one record a line, sorted by key, so that git merges it. */
  readonly print: (records: readonly T[]) => string;
  /** Adds records in their places, or replaces those of their keys. */
  readonly put: (source: string, records: readonly T[]) => FileEdit;
  /** Takes out the records of these keys. */
  readonly drop: (source: string, gone: ReadonlySet<string>) => FileEdit;
}

function recordFile<T extends object>(keys: Keys): RecordFile<T> {
  return {
    keyOf: (record) => keyOf(record, keys),
    print: (records) => printRecords(records, keys),
    put: (source, records) => putRecords(source, records, keys),
    drop: (source, gone) => dropRecords(source, keys, (key) => gone.has(key)),
  };
}

/** registry/entities.json, by slug. */
export const ENTITY_RECORDS = recordFile<Entity>({ slug: null });
/** registry/outlets.json, by name. */
export const OUTLET_RECORDS = recordFile<Outlet>({ name: null });
/** registry/waivers.json, by brief, rule and place. */
export const WAIVER_RECORDS = recordFile<Waiver>({ slug: null, rule: null, text: null, nth: '0' });

export const printEntities = ENTITY_RECORDS.print;
export const printOutlets = OUTLET_RECORDS.print;

/** Adds an entity to the file's text in its place, or replaces the record of its slug. */
export function putEntity(source: string, entity: Entity): FileEdit {
  return ENTITY_RECORDS.put(source, [entity]);
}

/** Adds an outlet to the file's text in its place, or replaces the record of its name. */
export function putOutlet(source: string, outlet: Outlet): FileEdit {
  return OUTLET_RECORDS.put(source, [outlet]);
}

/** The text of a new briefwright.json. */
export function printSettings(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * Brings the file's text to `settings`: a key whose value is unchanged keeps its bytes, and a key
 * that the app does not know, or could not read, stays.
 */
export function editSettings(source: string, settings: Settings): FileEdit {
  const read = readSettings(source);
  const scan = scanJson(source);
  if (!read.ok || !scan.ok) {
    return refused('The settings file has a fault. Mend it in a text editor first.');
  }
  const before = entriesOf(read.value);
  const after = entriesOf(settings);
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const [key, value] of after) {
    if (JSON.stringify(before.get(key)) === JSON.stringify(value)) continue;
    const node = scan.root.entries.findLast((entry) => entry.key === key)?.value;
    const printed = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    if (node) edits.push({ from: node.from, to: node.to, insert: printed });
    else added.push(`${JSON.stringify(key)}: ${printed}`);
  }
  const gone = new Set([...before.keys()].filter((key) => !after.has(key)));
  const { entries } = scan.root;
  edits.push(...withoutMembers(entries, (index) => gone.has(entries[index]?.key ?? '')));
  const last = entries.findLast(({ key }) => !gone.has(key));
  const lead = last ? ',\n  ' : '\n  ';
  const at = last?.to ?? scan.root.from + 1;
  if (added.length > 0) edits.push({ from: at, to: at, insert: lead + added.join(',\n  ') });
  return { ok: true, edits };
}

function entriesOf(settings: Settings): Map<string, unknown> {
  return new Map(Object.entries(settings).filter(([, value]) => value !== undefined));
}
