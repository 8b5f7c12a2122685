import type { Range } from '../../src/core/text/range';

/**
 * A text over several lines without the indent of the test: the first and the last line break and
 * the indent that all written lines share go. `␣` is a space that an editor would trim, `␍` a
 * carriage return, `⇥` a tab.
 */
export function md(strings: TemplateStringsArray): string {
  const lines = (strings.raw[0] ?? '').replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/[^ ]/));
  const indent = Math.min(...indents);
  return unescapeMarks(lines.map((line) => line.slice(indent)).join('\n'));
}

/** Puts in what the visible marks `␣`, `␍`, `⇥` and `⟨BOM⟩` stand for. */
export function unescapeMarks(text: string): string {
  return text
    .replaceAll('⟨BOM⟩', '\uFEFF')
    .replaceAll('␣', ' ')
    .replaceAll('␍', '\r')
    .replaceAll('⇥', '\t');
}

/** A text with the place of its `|`. */
export function caret(marked: string): { text: string; at: number } {
  const at = marked.indexOf('|');
  if (at < 0 || marked.indexOf('|', at + 1) >= 0) throw new Error(`Not one caret: ${marked}`);
  return { text: marked.slice(0, at) + marked.slice(at + 1), at };
}

/** A text with the stretch between its `«` and `»`. */
export function stretch(marked: string): { text: string; range: Range } {
  const from = marked.indexOf('«');
  const end = marked.indexOf('»');
  if (from < 0 || end < from) throw new Error(`Not one stretch: ${marked}`);
  const text = marked.slice(0, from) + marked.slice(from + 1, end) + marked.slice(end + 1);
  return { text, range: { from, to: end - 1 } };
}
