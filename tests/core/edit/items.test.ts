import { describe, expect, it } from 'vitest';
import { after } from '../../support/intention';

const NUMBERS = '## By the numbers\n\n- 1, a\n- 2, b\n- 3, c\n';
const WATCH = '## What to watch\n\n- a\n  and more\n- b\n';

describe('numbers and watch items', () => {
  it.each([
    [
      'are added before another',
      NUMBERS,
      'add number 1 "9" "x"',
      '- 1, a\n- 9, x\n- 2, b\n- 3, c\n',
    ],
    [
      'are added behind the last',
      NUMBERS,
      'add number 3 "9" "x"',
      '- 1, a\n- 2, b\n- 3, c\n- 9, x\n',
    ],
    [
      'are added over several lines',
      WATCH,
      'add watch 2 "c\\nd"',
      '- a\n  and more\n- b\n- c\n  d\n',
    ],
    ['are removed', NUMBERS, 'remove number 1', '- 1, a\n- 3, c\n'],
    ['are removed with all their lines', WATCH, 'remove watch 0', '- b\n'],
    ['are moved down', NUMBERS, 'move number 0 to 2', '- 2, b\n- 3, c\n- 1, a\n'],
    ['are moved up', NUMBERS, 'move number 2 to 0', '- 3, c\n- 1, a\n- 2, b\n'],
    ['are moved with all their lines', WATCH, 'move watch 0 to 1', '- b\n- a\n  and more\n'],
    ['stay where they stand', WATCH, 'move watch 1 to 1', '- a\n  and more\n- b\n'],
  ])('%s', (_, text, line, items) => {
    const heading = text.slice(0, text.indexOf('- '));
    expect(after(text, line)).toBe(heading + items);
  });

  it('need no line break at the end of the text', () => {
    const text = NUMBERS.trimEnd();
    expect(after(text, 'move number 2 to 0')).toBe('## By the numbers\n\n- 3, c\n- 1, a\n- 2, b');
    expect(after(text, 'remove number 2')).toBe('## By the numbers\n\n- 1, a\n- 2, b');
    expect(after(text, 'add number 3 "4" "d"')).toBe(`${text}\n- 4, d`);
  });

  it('take the line breaks of the brief', () => {
    const text = NUMBERS.replaceAll('\n', '\r\n');
    expect(after(text.trimEnd(), 'remove number 2')).toBe(
      '## By the numbers\r\n\r\n- 1, a\r\n- 2, b',
    );
    expect(after(text, 'move number 0 to 1')).toBe(
      '## By the numbers\r\n\r\n- 2, b\r\n- 1, a\r\n- 3, c\r\n',
    );
    expect(after(text, 'add number 0 "0" "z"')).toBe(text.replace('- 1', '- 0, z\r\n- 1'));
  });

  it('make their section where it is missing, in its place', () => {
    const text = '# T\n\n## Summary\n\nS.\n\n## Why it matters\n\nW.\n';
    expect(after(text, 'add number 0 "4" "years"')).toBe(
      text.replace('## Why', '## By the numbers\n\n- 4, years\n\n## Why'),
    );
  });

  it('are the first in a section that is empty', () => {
    expect(after('## What to watch\n\n## Across the graph\n', 'add watch 0 "a"')).toBe(
      '## What to watch\n\n- a\n\n## Across the graph\n',
    );
  });

  it('leave text of no rule beside them alone', () => {
    expect(after('## What to watch\n\nA note.\n\n- a\n- b\n', 'remove watch 0')).toBe(
      '## What to watch\n\nA note.\n\n- b\n',
    );
  });

  it.each([
    ['a value that would split elsewhere', NUMBERS, 'add number 0 "1, 2" "x"', /other parts/],
    ['a number that is not there', NUMBERS, 'remove number 3', /no such number/],
    ['a watch item that is not there', WATCH, 'remove watch 2', /no such watch item/],
  ])('are refused: %s', (_, text, line, reason) => {
    expect(after(text, line)).toMatch(/^refused: /);
    expect(after(text, line)).toMatch(reason);
  });
});
