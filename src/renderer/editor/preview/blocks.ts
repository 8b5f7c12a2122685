/** A reference definition holds for the whole text: such a text is not cut. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;
const FENCE = /^ {0,3}(?:```|~~~)/;
/** A line that may go on with what stands above the blank line: a list, a quote, code. */
const GOES_ON = /^(?:\s|[-*+>]|\d+[.)])/;

/**
 * Cuts Markdown at the blank lines between paragraphs, so that a long text is drawn anew only where
 * it changed. The pieces joined are the text.
 */
export function splitBlocks(text: string): string[] {
  if (text.length < 2000 || DEFINITION.test(text)) return [text];
  const blocks: string[] = [];
  let from = 0;
  let fenced = false;
  let blank = false;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, next);
    if (FENCE.test(line)) fenced = !fenced;
    const empty = line.trim() === '';
    if (blank && !empty && !fenced && !GOES_ON.test(line)) {
      blocks.push(text.slice(from, at));
      from = at;
    }
    blank = empty;
    at = next;
  }
  blocks.push(text.slice(from));
  return blocks;
}
