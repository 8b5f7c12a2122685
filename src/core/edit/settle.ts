import type { Brief } from '../format/brief';
import { COUNT_NAMES, countText, deriveCounts } from '../format/counts';
import { parse } from '../format/parse';
import { type BriefParts, partsOf } from '../fields/parts';
import { applyEdits, sortEdits, type TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import { type EditResult, refuse } from './result';

/** What an intention expects of the brief after it. */
export interface Expected {
  readonly parts: BriefParts;
  /** The texts of the islands, where the intention changes them. */
  readonly islands?: readonly string[];
}

/**
 * The guard behind every intention: lets the counts of the meta line follow, parses the text as it
 * would be, and refuses edits after which anything but the intended parts reads otherwise.
 *
 * @param at what the intention is about, for the refusal
 * @param reason why it was refused, where the intention knows better than the guard
 */
export function settle(
  brief: Brief,
  edits: readonly TextEdit[],
  expected: Expected,
  at: Range,
  reason?: string,
): EditResult {
  if (edits.length === 0) return { ok: true, edits, after: brief };
  const before = deriveCounts(brief);
  let after = parse(applyEdits(brief.source, edits));
  const counts = followCounts(brief, before, deriveCounts(after));
  const all = sortEdits([...edits, ...counts]);
  if (counts.length > 0) after = parse(applyEdits(brief.source, all));
  const reads =
    same(partsOf(after), expected.parts) &&
    same(islandsOf(after), [...(expected.islands ?? islandsOf(brief))].sort());
  if (!reads) {
    return refuse(
      reason ?? 'This would change other parts of the brief too. Edit it in the source view.',
      at,
    );
  }
  return { ok: true, edits: all, after };
}

/** Edits of the counts that an edit has changed; one that was wrong before and is untouched stays. */
function followCounts(
  brief: Brief,
  before: ReturnType<typeof deriveCounts>,
  after: ReturnType<typeof deriveCounts>,
): TextEdit[] {
  return COUNT_NAMES.flatMap((name) => {
    const count = brief.meta?.counts[name];
    if (!count || before[name] === after[name]) return [];
    const insert = countText(name, after[name]);
    if (insert === brief.source.slice(count.from, count.to)) return [];
    return [{ from: count.from, to: count.to, insert }];
  });
}

/** The texts that no field holds, sorted: what an edit must leave alone. */
export function islandsOf(brief: Brief): string[] {
  const text = ({ from, to }: Range) => brief.source.slice(from, to);
  return [
    ...brief.islands.map(text),
    ...(brief.meta?.unreadable.map((piece) => piece.text) ?? []),
    ...brief.sections
      .filter((section) => section.kind === null || section.duplicate)
      .map((section) => text(section.heading)),
  ].sort();
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  }
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}
