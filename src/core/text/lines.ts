/** A place as people count: line and column from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Whoever asks for those of the last text again gets what was made then. */
export function lineIndexOf(text: string): LineIndex {
  if (last?.text !== text) last = { text, index: new LineIndex(text) };
  return last.index;
}

// The parser, what is kept of a brief, and its findings ask for the same.
let last: { readonly text: string; readonly index: LineIndex } | null = null;

/** Where each line of a text starts; a line ends at `\n` or `\r\n`, as in the parser. */
export class LineIndex {
  /** The offset of each line's start. */
  readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** The number of lines, at least 1. */
  get count(): number {
    return this.starts.length;
  }

  /** The place of an offset; one past the end of the text is fine. */
  place(offset: number): Place {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The offset at which a line (from 1) starts; clamped to the text's lines. */
  start(line: number): number {
    const last = this.starts.length - 1;
    return this.starts[Math.min(Math.max(line - 1, 0), last)] ?? 0;
  }
}
