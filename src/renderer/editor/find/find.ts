import { setField } from '../../../core/edit';
import type { EditResult } from '../../../core/edit/result';
import { type FieldPath, formatPath } from '../../../core/fields/path';
import { fieldAt } from '../../../core/fields/table';
import type { Brief, Value } from '../../../core/format/brief';
import { parse } from '../../../core/format/parse';
import { toText } from '../../../core/format/value';
import { applyEdits, type TextEdit } from '../../../core/text/edit';
import type { Range } from '../../../core/text/range';

export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** More than this are not looked for: a query of one letter in a long brief. */
const MOST = 10_000;

/** The query as a pattern; null where there is nothing to look for. */
export function patternOf({ text, matchCase, wholeWords }: Query): RegExp | null {
  if (text === '') return null;
  const literal = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const body = wholeWords ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
  return new RegExp(body, matchCase ? 'gu' : 'giu');
}

export function findAll(text: string, query: Query): readonly Range[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length });
    if (found.length === MOST) break;
  }
  return found;
}

/**
 * Intentions that put `by` in the place of each match: in a field they are an edit of the field, so
 * that what is derived from it follows; elsewhere an edit of the text.
 */
export function replacements(
  brief: Brief,
  matches: readonly Range[],
  by: string,
): ((brief: Brief) => EditResult)[] {
  const fields = new Map<string, { path: FieldPath; value: Value; ranges: Range[] }>();
  const loose: TextEdit[] = [];
  for (const match of matches) {
    const found = fieldAt(brief, match.from);
    if (!found || match.to > found.value.to) {
      loose.push({ ...match, insert: by });
      continue;
    }
    const key = formatPath(found.path);
    const field = fields.get(key) ?? { ...found, ranges: [] };
    fields.set(key, field);
    field.ranges.push({
      from: toText(found.value, match.from),
      to: toText(found.value, match.to),
    });
  }
  const inFields = [...fields.values()].map(({ path, value, ranges }) => {
    const edits = ranges.map((range) => ({ ...range, insert: by }));
    const text = applyEdits(value.text, edits);
    return (now: Brief) => setField(now, path, text);
  });
  // First, while the offsets are those of the brief in which they were found.
  return loose.length > 0 ? [raw(loose), ...inFields] : inFields;
}

const raw =
  (edits: readonly TextEdit[]) =>
  (brief: Brief): EditResult => ({
    ok: true,
    edits,
    after: parse(applyEdits(brief.source, edits)),
  });
