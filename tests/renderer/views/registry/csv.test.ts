import { describe, expect, it } from 'vitest';
import { tableOfCsv } from '../../../../src/renderer/shell/dialogs/import/csv';

describe('a CSV file', () => {
  it('is rows under headers, each with its line, whatever breaks lines in a cell', () => {
    const text = '\uFEFFname;aliases\r\n"Washington, D.C.";"DC\r\nthe capital"\r\n\r\nParis;\r\n';
    expect(tableOfCsv(text)).toEqual({
      headers: ['name', 'aliases'],
      rows: [
        { line: 2, cells: ['Washington, D.C.', 'DC\r\nthe capital'] },
        { line: 5, cells: ['Paris', ''] },
      ],
      faults: [],
    });
  });

  it('may have one column, tabs or commas', () => {
    expect(tableOfCsv('name\nParis\n').rows).toEqual([{ line: 2, cells: ['Paris'] }]);
    expect(tableOfCsv('slug\tname\na\tA').rows).toEqual([{ line: 2, cells: ['a', 'A'] }]);
    expect(tableOfCsv('')).toEqual({ headers: [], rows: [], faults: [] });
  });

  it('says where a quotation mark is wrong', () => {
    expect(tableOfCsv('a,b\nc,"d\ne,f').faults).toEqual([
      { line: 2, message: 'A quotation mark is not closed.' },
    ]);
  });
});
