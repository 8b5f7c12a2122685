import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldSame, lineDiff } from '../../../src/renderer/ui/diff-lines';

const text = fc
  .array(fc.constantFrom('', 'one', 'one two', 'three', 'a longer line of words'), {
    maxLength: 12,
  })
  .map((lines) => lines.join('\n'));

const linesOf = (source: string) => {
  const lines = source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

it('holds both texts, line for line', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after);
      const side = (without: string) =>
        lines
          .filter(({ kind }) => kind !== without)
          .map(({ stretches }) => stretches.map((stretch) => stretch.text).join(''));
      expect(side('inserted')).toEqual(linesOf(before));
      expect(side('deleted')).toEqual(linesOf(after));
      expect(lines.flatMap((line) => line.before ?? [])).toEqual(
        linesOf(before).map((_, index) => index + 1),
      );
    }),
  );
});

it('folds only equal lines, and loses none', () => {
  fc.assert(
    fc.property(text, text, fc.nat({ max: 3 }), (before, after, context) => {
      const lines = lineDiff(before, after);
      const blocks = foldSame(lines, context);
      expect(blocks.flatMap((block) => block.lines)).toEqual(lines);
      for (const block of blocks.filter(({ kind }) => kind === 'folded')) {
        expect(block.lines.every(({ kind }) => kind === 'same')).toBe(true);
      }
    }),
  );
});

it('marks the words that differ', () => {
  const marked = lineDiff('a quiet night', 'a loud night').map(({ kind, stretches }) => [
    kind,
    stretches.filter((stretch) => stretch.marked).map((stretch) => stretch.text),
  ]);
  expect(marked).toEqual([
    ['deleted', ['quiet']],
    ['inserted', ['loud']],
  ]);
});
