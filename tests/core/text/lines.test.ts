import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lines';
import { caret } from '../../support/notation';

const place = (marked: string) => {
  const { text, at } = caret(marked);
  const { line, column } = new LineIndex(text).place(at);
  return `${line}:${column}`;
};

describe('a place', () => {
  it.each([
    ['counts from one', '|', '1:1'],
    ['is before the line break it stands at', 'ab|\ncd', '1:3'],
    ['is on the line behind it', 'ab\n|cd', '2:1'],
    ['counts \\r\\n as one break', 'ab\r\nc|d', '2:2'],
    ['between \\r and \\n is on the line it ends', 'ab\r|\ncd', '1:4'],
    ['is past the last line break', 'ab\n|', '2:1'],
    ['counts UTF-16 units', 'a😀|b', '1:4'],
    ['goes on over blank lines', '\n\n\nx|', '4:2'],
  ])('%s', (_, marked, expected) => {
    expect(place(marked)).toBe(expected);
  });
});

describe('a line', () => {
  const lines = new LineIndex('one\ntwo\r\nthree\n');

  it('starts behind the break before it', () => {
    expect(lines.count).toBe(4);
    expect([1, 2, 3, 4].map((line) => lines.start(line))).toEqual([0, 4, 9, 15]);
  });

  it('past the text is the last one', () => {
    expect([lines.start(0), lines.start(99)]).toEqual([0, 15]);
  });

  it('of no text is there', () => {
    expect(new LineIndex('').count).toBe(1);
    expect(new LineIndex('').place(0)).toEqual({ line: 1, column: 1 });
  });
});
