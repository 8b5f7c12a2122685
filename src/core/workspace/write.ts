import type { TextEdit } from '../text/edit';
import { readSettings } from './files';
import { type JsonEntry, type JsonNode, scanJson } from './json';
import type { Entity, Outlet, Settings } from './workspace';

/** The edits of a file's text, or why it can't be edited, as a sentence. */
export type FileEdit =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/** The text of a new registry/entities.json: one record a line, sorted by slug, so that git merges it. */
export function printEntities(entities: readonly Entity[]): string {
  return printRecords(entities, 'slug');
}

/** The text of a new registry/outlets.json: one record a line, sorted by name. */
export function printOutlets(outlets: readonly Outlet[]): string {
  return printRecords(outlets, 'name');
}

/** The text of a new briefwright.json. */
export function printSettings(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** Adds an entity to the file's text in its place, or replaces the record of its slug. */
export function putEntity(source: string, entity: Entity): FileEdit {
  return putRecord(source, entity, 'slug');
}

/** Adds an outlet to the file's text in its place, or replaces the record of its name. */
export function putOutlet(source: string, outlet: Outlet): FileEdit {
  return putRecord(source, outlet, 'name');
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
  edits.push(...withoutEntries(scan.root, gone));
  const last = scan.root.entries.findLast(({ key }) => !gone.has(key));
  const lead = last ? ',\n  ' : '\n  ';
  const at = last?.to ?? scan.root.from + 1;
  if (added.length > 0) edits.push({ from: at, to: at, insert: lead + added.join(',\n  ') });
  return { ok: true, edits };
}

function entriesOf(settings: Settings): Map<string, unknown> {
  return new Map(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** Takes members out, each run of them with the comma before it or, at the start, after it. */
function withoutEntries(root: JsonNode, gone: ReadonlySet<string>): TextEdit[] {
  const edits: TextEdit[] = [];
  let kept: JsonEntry | undefined;
  for (const [index, entry] of root.entries.entries()) {
    if (!gone.has(entry.key)) {
      kept = entry;
      continue;
    }
    const next = root.entries[index + 1];
    const from = kept ? (root.entries[index - 1]?.to ?? entry.from) : entry.from;
    const to = kept ? entry.to : (next?.from ?? entry.to);
    edits.push({ from, to, insert: '' });
  }
  return edits;
}

function putRecord(source: string, record: Entity | Outlet, key: 'slug' | 'name'): FileEdit {
  const scan = scanJson(source);
  if (!scan.ok || scan.root.kind !== 'array') {
    return refused('The registry has a fault. Mend it in a text editor first.');
  }
  const printed = printInline(record);
  const items = scan.root.items;
  const ids = items.map((item) => textAt(source, item, key));
  const id = idOf(record, key);
  const same = ids.indexOf(id);
  const found = items[same];
  if (found) return { ok: true, edits: [{ from: found.from, to: found.to, insert: printed }] };

  const first = items[0];
  if (!first) {
    const { from, to } = scan.root;
    return { ok: true, edits: [{ from: from + 1, to: to - 1, insert: `\n  ${printed}\n` }] };
  }
  const place = ids.findIndex((other) => other !== null && compare(other, id) > 0);
  const next = items[place];
  if (next) {
    const gap = gapBefore(source, scan.root, place);
    return { ok: true, edits: [{ from: next.from, to: next.from, insert: `${printed},${gap}` }] };
  }
  const last = items.at(-1) ?? first;
  const gap = gapBefore(source, scan.root, items.length - 1);
  return { ok: true, edits: [{ from: last.to, to: last.to, insert: `,${gap}${printed}` }] };
}

/** The white space that leads up to an item: the file's own way of starting a record. */
function gapBefore(source: string, root: JsonNode, index: number): string {
  const from = root.items[index - 1]?.to ?? root.from + 1;
  return source.slice(from, root.items[index]?.from).replace(/^[^,]*,/, '');
}

function textAt(source: string, node: JsonNode, key: string): string | null {
  const value = node.entries.findLast((entry) => entry.key === key)?.value;
  const read: unknown = value ? JSON.parse(source.slice(value.from, value.to)) : null;
  return typeof read === 'string' ? read : null;
}

function printRecords(records: readonly (Entity | Outlet)[], key: 'slug' | 'name'): string {
  const sorted = [...records].sort((a, b) => compare(idOf(a, key), idOf(b, key)));
  if (sorted.length === 0) return '[]\n';
  return `[\n${sorted.map((record) => `  ${printInline(record)}`).join(',\n')}\n]\n`;
}

function idOf(record: Entity | Outlet, key: 'slug' | 'name'): string {
  return key === 'slug' && 'slug' in record ? record.slug : record.name;
}

// By code units, so that every machine sorts alike.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value on one line, with a space after each colon and comma. */
function printInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${printInline(member)}`);
  return `{${members.join(', ')}}`;
}

function refused(reason: string): FileEdit {
  return { ok: false, reason };
}
