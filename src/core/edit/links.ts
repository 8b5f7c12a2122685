import { partsOf } from '../fields/parts';
import { FIELDS, fieldAt } from '../fields/table';
import type { Brief } from '../format/brief';
import { targetOf } from '../format/target';
import { toText } from '../format/value';
import { contains, overlaps, type Range } from '../text/range';
import { type EditResult, refuse } from './result';
import { settle } from './settle';

export interface LinkOptions {
  /** The workspace's prefix. */
  readonly prefix: string;
  /** What the link shows; by default the text that is linked. */
  readonly text?: string;
}

/** Makes a stretch of text a link to an entity. */
export function linkEntity(
  brief: Brief,
  range: Range,
  slug: string,
  options: LinkOptions,
): EditResult {
  return link(brief, range, targetOf('entity', slug, options.prefix), options.text);
}

/** Makes a stretch of text a link to a brief. */
export function linkBrief(
  brief: Brief,
  range: Range,
  slug: string,
  options: LinkOptions,
): EditResult {
  return link(brief, range, targetOf('brief', slug, options.prefix), options.text);
}

const FIELDS_WITH_LINKS = new Set(['paragraphs', 'paragraph']);

function link(brief: Brief, range: Range, target: string, text?: string): EditResult {
  const shown = text ?? brief.source.slice(range.from, range.to);
  const found = fieldAt(brief, range.from);
  if (
    !found ||
    !contains(found.value, range) ||
    !FIELDS_WITH_LINKS.has(FIELDS[found.path.field].shape)
  ) {
    return refuse('A link goes into prose: a summary, a watch item, a take’s summary.', range);
  }
  if (brief.links.some((known) => overlaps(known, range))) {
    return refuse('There is a link here already. Change that one.', range);
  }
  const insert = `[${shown}](${target})`;
  const { value, path } = found;
  const after =
    value.text.slice(0, toText(value, range.from)) +
    insert.replace(/\r?\n[ \t>]*/g, '\n') +
    value.text.slice(toText(value, range.to));
  const parts = FIELDS[path.field].set(partsOf(brief), path.index ?? 0, after);
  const result = settle(brief, [{ ...range, insert }], { parts }, range);
  if (!result.ok) return result;
  const made = result.after.links.some(
    (known) => known.from === range.from && known.target.text === target,
  );
  return made
    ? result
    : refuse('This text can’t be a link. Select whole words without brackets.', range);
}
