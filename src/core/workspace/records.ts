import type { Range } from '../text/range';
import type { TextEdit } from '../text/edit';
import { type JsonNode, scanJson } from './json';

/** The edits of a file's text, or why it can't be edited, as a sentence. */
export type FileEdit =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/**
 * By which members the records of a file are known and sorted, in their order, each with what it is
 * where a record lacks it; null where a record must have it.
 */
export type Keys = Readonly<Record<string, string | null>>;

/** The text of a new file: one record a line, sorted, so that git merges it. */
export function printRecords(records: readonly object[], keys: Keys): string {
  const sorted = records
    .map((record) => ({ record, key: keyOf(record, keys) }))
    .sort((a, b) => compare(a.key, b.key));
  if (sorted.length === 0) return '[]\n';
  return `[\n${sorted.map(({ record }) => `  ${printInline(record)}`).join(',\n')}\n]\n`;
}

/** Adds records to the file's text in their places; a record of the same key is replaced. */
export function putRecords(source: string, records: readonly object[], keys: Keys): FileEdit {
  const root = arrayOf(source);
  if (!root) return refused(FAULTY);
  const ids = root.items.map((item) => keyAt(source, item, keys));
  const places = new Map(ids.map((id, index) => [id, index] as const).reverse());
  const edits: TextEdit[] = [];
  const fresh = new Map<string, object>();
  for (const record of records) {
    const key = keyOf(record, keys);
    const found = root.items[places.get(key) ?? -1];
    if (found) edits.push({ from: found.from, to: found.to, insert: printInline(record) });
    else fresh.set(key, record);
  }
  return { ok: true, edits: [...edits, ...inserts(source, root, ids, fresh)] };
}

/** Takes records out of the file's text, each with its comma. */
export function dropRecords(
  source: string,
  keys: Keys,
  isDropped: (key: string) => boolean,
): FileEdit {
  const root = arrayOf(source);
  if (!root) return refused(FAULTY);
  const gone = root.items.map((item) => {
    const key = keyAt(source, item, keys);
    return key !== null && isDropped(key);
  });
  if (gone.length > 0 && gone.every(Boolean)) {
    return { ok: true, edits: [{ from: root.from + 1, to: root.to - 1, insert: '' }] };
  }
  return { ok: true, edits: withoutMembers(root.items, (index) => gone[index] ?? false) };
}

/** Takes members out, each run of them with the comma before it or, at the start, after it. */
export function withoutMembers(
  members: readonly Range[],
  isGone: (index: number) => boolean,
): TextEdit[] {
  const edits: TextEdit[] = [];
  let isKept = false;
  for (const [index, member] of members.entries()) {
    if (!isGone(index)) {
      isKept = true;
      continue;
    }
    const from = isKept ? (members[index - 1]?.to ?? member.from) : member.from;
    const to = isKept ? member.to : (members[index + 1]?.from ?? member.to);
    edits.push({ from, to, insert: '' });
  }
  return edits;
}

/** The key of a record, in the order of the file. */
export function keyOf(record: object, keys: Keys): string {
  const members = new Map<string, unknown>(Object.entries(record));
  return Object.entries(keys)
    .map(([name, fallback]) => textOf(members.get(name) ?? fallback))
    .join(SEPARATOR);
}

const textOf = (member: unknown): string =>
  typeof member === 'number' ? String(member) : typeof member === 'string' ? member : '';

// Sorts before every character that a key holds: the first member decides.
const SEPARATOR = '\u0000';
const FAULTY = 'The registry has a fault. Mend it in a text editor first.';

function inserts(
  source: string,
  root: JsonNode,
  ids: readonly (string | null)[],
  fresh: ReadonlyMap<string, object>,
): TextEdit[] {
  const sorted = [...fresh].sort(([a], [b]) => compare(a, b));
  const first = root.items[0];
  if (sorted.length === 0) return [];
  if (!first) {
    const lines = sorted.map(([, record]) => `\n  ${printInline(record)}`);
    return [{ from: root.from + 1, to: root.to - 1, insert: `${lines.join(',')}\n` }];
  }
  const last = root.items.at(-1) ?? first;
  const placeOf = placesIn(ids);
  return sorted.map(([key, record]) => {
    const place = placeOf(key);
    const next = root.items[place];
    const printed = printInline(record);
    const gap = gapBefore(source, root, next ? place : root.items.length - 1);
    return next
      ? { from: next.from, to: next.from, insert: `${printed},${gap}` }
      : { from: last.to, to: last.to, insert: `,${gap}${printed}` };
  });
}

/** Finds the first record that sorts after a key, in a file that may not be sorted. */
function placesIn(ids: readonly (string | null)[]): (key: string) => number {
  let most = '';
  const highest = ids.map((id) => (most = id !== null && compare(id, most) > 0 ? id : most));
  return (key) => {
    let low = 0;
    let high = highest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(highest[middle] ?? '', key) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The white space that leads up to an item: the file's own way of starting a record. */
function gapBefore(source: string, root: JsonNode, index: number): string {
  const from = root.items[index - 1]?.to ?? root.from + 1;
  return source.slice(from, root.items[index]?.from).replace(/^[^,]*,/, '');
}

function keyAt(source: string, node: JsonNode, keys: Keys): string | null {
  let key: string | null = null;
  for (const name in keys) {
    const value = node.entries.findLast((entry) => entry.key === name)?.value;
    const part = value ? textIn(source, value) : (keys[name] ?? null);
    if (part === null) return null;
    key = key === null ? part : key + SEPARATOR + part;
  }
  return key;
}

function textIn(source: string, { from, to }: JsonNode): string | null {
  const written = source.slice(from, to);
  // Most texts stand as they are: reading each as JSON takes most of the time.
  if (written.startsWith('"') && !written.includes('\\')) return written.slice(1, -1);
  const read: unknown = JSON.parse(written);
  return typeof read === 'string' || typeof read === 'number' ? String(read) : null;
}

function arrayOf(source: string): JsonNode | null {
  const scan = scanJson(source);
  return scan.ok && scan.root.kind === 'array' ? scan.root : null;
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

export function refused(reason: string): FileEdit {
  return { ok: false, reason };
}
