import type { Range } from '../../src/core/text/range';

/** Takes `⟦…⟧` marks out of a text and says which stretches they held, in the order of the text. */
export function unmark(marked: string): { text: string; ranges: Range[] } {
  let text = '';
  const ranges: Range[] = [];
  const open: number[] = [];
  for (const unit of marked) {
    if (unit === '⟦') open.push(text.length);
    else if (unit === '⟧') ranges.push({ from: open.pop() ?? 0, to: text.length });
    else text += unit;
  }
  return { text, ranges: ranges.sort((a, b) => a.from - b.from) };
}
