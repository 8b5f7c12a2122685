import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, difference, mapOffset, sortEdits } from '../../../src/core/text/edit';
import { caret } from '../../support/notation';

describe('edits', () => {
  it('are all meant for the text before any of them', () => {
    const edits = [
      { from: 6, to: 9, insert: 'five' },
      { from: 0, to: 3, insert: '1' },
    ];
    expect(applyEdits('one + two', edits)).toBe('1 + five');
  });

  it('at one place keep their order, inserts before a replacement', () => {
    const edits = [
      { from: 1, to: 2, insert: 'X' },
      { from: 1, to: 1, insert: 'a' },
      { from: 1, to: 1, insert: 'b' },
    ];
    expect(applyEdits('-?-', edits)).toBe('-abX-');
    expect(sortEdits(edits).map(({ insert }) => insert)).toEqual(['a', 'b', 'X']);
  });

  it.each([
    [
      'overlap',
      [
        { from: 0, to: 2, insert: '' },
        { from: 1, to: 3, insert: '' },
      ],
    ],
    ['leave the text', [{ from: 2, to: 4, insert: '' }]],
    ['run backwards', [{ from: 2, to: 1, insert: '' }]],
  ])('throw where they %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });
});

describe('an offset', () => {
  /** Where the `|` stands after «two» became «three», seen from both sides. */
  const moved = (marked: string) => {
    const { text, at } = caret(marked);
    const from = text.indexOf('two');
    const edits = [{ from, to: from + 3, insert: 'three' }];
    const after = applyEdits(text, edits);
    return ([-1, 1] as const).map((side) => {
      const to = mapOffset(at, edits, side);
      return `${after.slice(0, to)}|${after.slice(to)}`;
    });
  };

  it.each([
    ['before the edit stays', 'on|e two', ['on|e three', 'on|e three']],
    ['behind it moves along', 'one two th|ree', ['one three th|ree', 'one three th|ree']],
    ['at its start stays or goes behind', 'one |two', ['one |three', 'one three|']],
    ['inside goes to a side', 'one t|wo', ['one |three', 'one three|']],
    ['at its end stands behind it', 'one two|.', ['one three|.', 'one three|.']],
  ])('%s', (_, marked, expected) => {
    expect(moved(marked)).toEqual(expected);
  });

  it('at an insert is on the side asked for', () => {
    const edits = [{ from: 1, to: 1, insert: 'xx' }];
    expect([mapOffset(1, edits, -1), mapOffset(1, edits, 1)]).toEqual([1, 3]);
  });
});

describe('the difference of two texts', () => {
  it.each([
    ['nothing', 'same', 'same', null],
    ['a word', 'in talks now', 'in fog now', { from: 3, to: 8, insert: 'fog' }],
    ['an insert', 'ab', 'aXb', { from: 1, to: 1, insert: 'X' }],
    ['a removal', 'aXb', 'ab', { from: 1, to: 2, insert: '' }],
    ['a repeated letter', 'aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
    ['all', '', 'new', { from: 0, to: 0, insert: 'new' }],
    ['half an emoji, taken whole', 'x😀y', 'x😁y', { from: 1, to: 3, insert: '😁' }],
    ['the other half', 'x\u{1F600}y', 'x\u{1FA00}y', { from: 1, to: 3, insert: '\u{1FA00}' }],
  ])('%s', (_, before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
  });

  it('makes the one of the other, and cuts no pair in two', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '😀', '😁', '🨀', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = difference(before, after);
        expect(edit ? applyEdits(before, [edit]) : before).toBe(after);
        expect(edit?.insert ?? '').not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
