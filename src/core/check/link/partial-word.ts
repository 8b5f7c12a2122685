import type { Link } from '../../format/brief';
import { onFirstUse } from '../../text/on-first-use';
import type { Range } from '../../text/range';
import type { Rule } from '../rule';
import { oneLine, quoted } from '../text';

export const partialWord: Rule = {
  id: 'link/partial-word',
  check({ brief, links }, report) {
    for (const { link } of links) {
      const word = wordAround(brief.source, link);
      if (!word || !link.text) continue;
      const whole = brief.source.slice(word.from, link.from) + oneLine(brief, link.text);
      const after = brief.source.slice(link.to, word.to);
      report(
        word,
        `The link covers only part of ${quoted(whole + after)}: link the whole word or name.`,
      );
    }
  },
};

const letterBefore = onFirstUse(() => /\p{L}\p{M}*$/u);
const letterAfter = onFirstUse(() => /^\p{L}/u);
// These write words without spaces, or attach particles to names: a link there ends inside a run.
const runningOn = onFirstUse(
  () =>
    /[\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー々〆]/u,
);
const restBefore = onFirstUse(() => /[\p{L}\p{M}]*$/u);
const restAfter = onFirstUse(() => /^[\p{L}\p{M}]*/u);
/** More of a word than this is not shown. */
const LONGEST = 60;

/** A link with the letters that touch it; null where none does. */
function wordAround(source: string, link: Link): Range | null {
  if (!link.text) return null;
  const before = isLetterEnd(source, link.from);
  const after = isLetterStart(source, link.to);
  if (!before && !after) return null;
  const left = source.slice(Math.max(0, link.from - LONGEST), link.from);
  const right = source.slice(link.to, link.to + LONGEST);
  return {
    from: link.from - (before ? (restBefore().exec(left)?.[0].length ?? 0) : 0),
    to: link.to + (after ? (restAfter().exec(right)?.[0].length ?? 0) : 0),
  };
}

/** True for a unit of ASCII that is no letter. */
function isPlainMark(unit: number): boolean {
  return unit < 65 || (unit > 90 && unit < 97) || (unit > 122 && unit < 128);
}

function isLetterEnd(source: string, at: number): boolean {
  const unit = source.charCodeAt(at - 1);
  if (at === 0 || isPlainMark(unit)) return false;
  const letter = letterBefore().exec(source.slice(Math.max(0, at - 8), at))?.[0];
  return letter !== undefined && !runningOn().test(letter);
}

function isLetterStart(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  if (at >= source.length || isPlainMark(unit)) return false;
  const letter = letterAfter().exec(source.slice(at, at + 2))?.[0];
  return letter !== undefined && !runningOn().test(letter);
}
