import type { Finding } from '../../../core/check/finding';
import type { Brief } from '../../../core/format/brief';
import { contains, overlaps, type Range, touches } from '../../../core/text/range';

/** What a finding is, wherever it has moved to. */
export const keyOf = (finding: Finding): string => `${finding.rule}\n${finding.message}`;

/** What is being typed: the token under the caret, and the line it stands on. */
export interface Typing {
  readonly token: Range;
  readonly line: Range;
  /** What was already found when the typing began. */
  readonly known: ReadonlySet<string>;
}

/**
 * The link, the open bracket or the word that the caret touches.
 * @param offset in the brief's source
 */
export function tokenAt(brief: Brief, offset: number): { token: Range; line: Range } {
  const { source } = brief;
  const lineFrom = source.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = source.indexOf('\n', offset);
  const line = { from: lineFrom, to: lineEnd < 0 ? source.length : lineEnd };
  const link = brief.links.find((one) => touches(one, offset));
  if (link) return { token: link, line };
  const before = source.slice(line.from, offset);
  const after = source.slice(offset, line.to);
  const open = before.lastIndexOf('[');
  const unclosed = open >= 0 && !/[\])]\s|\)$/.test(before.slice(open));
  const word = /\S*$/.exec(before)?.[0].length ?? 0;
  return {
    token: {
      from: unclosed ? line.from + open - (before[open - 1] === '[' ? 1 : 0) : offset - word,
      to: offset + (/^\S*/.exec(after)?.[0].length ?? 0),
    },
    line,
  };
}

/** The findings without those that only say that one is not done typing. */
export function holdBack(findings: readonly Finding[], typing: Typing | null): readonly Finding[] {
  if (!typing) return findings;
  const { token, line, known } = typing;
  const isHeld = (finding: Finding): boolean => {
    if (!touches(line, finding.from) && !overlaps(line, finding)) return false;
    if (contains(token, finding)) return true;
    return overlaps(token, finding) && !known.has(keyOf(finding));
  };
  return findings.some(isHeld) ? findings.filter((finding) => !isHeld(finding)) : findings;
}
