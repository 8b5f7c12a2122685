import Papa from 'papaparse';
import type { ImportTable } from '../../../../core/registry/table';

/** The rows of a CSV text below its line of headers; the delimiter is found out. */
export function tableOfCsv(text: string): ImportTable {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows: ImportTable['rows'][number][] = [];
  const faults: ImportTable['faults'][number][] = [];
  let headers: readonly string[] | null = null;
  const lines = lineCounter(source);
  let start = 0;
  Papa.parse<string[]>(source, {
    delimiter: delimiterOf(source),
    step: ({ data, errors, meta }) => {
      const line = lines(start);
      start = meta.cursor;
      const isBlank = data.every((cell) => cell.trim() === '');
      for (const error of errors) {
        faults.push({ line, message: messageOf(error.code) });
      }
      if (isBlank) return;
      if (headers === null) headers = data.map((cell) => cell.trim());
      else rows.push({ line, cells: data });
    },
  });
  return { headers: headers ?? [], rows, faults };
}

/** What stands between the headers. The cells below may hold any of these as well. */
function delimiterOf(text: string): string {
  const headers = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => [mark, headers.split(mark).length] as const);
  return counts.sort(([, a], [, b]) => b - a)[0]?.[0] ?? ',';
}

function messageOf(code: string): string {
  return code === 'MissingQuotes'
    ? 'A quotation mark is not closed.'
    : 'A quotation mark stands where none may be.';
}

/** Line (from 1) of offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
