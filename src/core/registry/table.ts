import { LineIndex } from '../text/lines';
import { parseJson, scanJson } from '../workspace/json';

/** A file to import from, as rows under headers. */
export interface ImportTable {
  readonly headers: readonly string[];
  readonly rows: readonly {
    /** From 1, in the file; where two records share a line, the number of the record. Unique. */
    readonly line: number;
    readonly cells: readonly (string | readonly string[])[];
  }[];
  /** What could not be read at all. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** The records of plain objects, as if each stood on a line of its own. */
export function tableOfRecords(records: readonly object[]): ImportTable {
  return tableOf(records.map((value, index) => ({ line: index + 1, value })));
}

/** A JSON list of records, or an object that holds one. */
export function tableOfJson(text: string): ImportTable {
  const read = parseJson(text);
  if (!read.ok) {
    const { line } = new LineIndex(text).place(read.fault.offset);
    return nothing(line, `This is not JSON: ${read.fault.message}.`);
  }
  const scan = scanJson(text);
  const list = listIn(read.value);
  if (!list || !scan.ok) return nothing(1, 'There is no list of records in this file.');
  const node = list.key === null ? scan.root : scan.root.entries.findLast(byKey(list.key))?.value;
  const index = new LineIndex(text);
  const lines = list.values.map((_, at) => index.place(node?.items[at]?.from ?? 0).line);
  const isOneEach = new Set(lines).size === lines.length;
  return tableOf(
    list.values.map((value, at) => ({ line: isOneEach ? (lines[at] ?? 0) : at + 1, value })),
  );
}

const byKey = (key: string) => (entry: { readonly key: string }) => entry.key === key;

const nothing = (line: number, message: string): ImportTable => ({
  headers: [],
  rows: [],
  faults: [{ line, message }],
});

function listIn(value: unknown): { key: string | null; values: readonly unknown[] } | null {
  if (Array.isArray(value)) return { key: null, values: value };
  if (!isRecord(value)) return null;
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(member)) return { key, values: member };
  }
  return null;
}

function tableOf(records: readonly { line: number; value: unknown }[]): ImportTable {
  const headers = [
    ...new Set(records.flatMap(({ value }) => (isRecord(value) ? Object.keys(value) : []))),
  ];
  const rows: ImportTable['rows'][number][] = [];
  const faults: ImportTable['faults'][number][] = [];
  for (const { line, value } of records) {
    if (isRecord(value)) rows.push({ line, cells: headers.map((key) => cellOf(value[key])) });
    else faults.push({ line, message: 'This is no record.' });
  }
  return { headers, rows, faults };
}

function cellOf(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
