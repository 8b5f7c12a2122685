import { partsOf } from '../fields/parts';
import type { FieldName } from '../fields/path';
import { FIELDS, fieldAt } from '../fields/table';
import type { Brief } from '../format/brief';
import { isSlug } from '../format/slug';
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
  return link(brief, range, 'entity', slug, options);
}

/** Makes a stretch of text a link to a brief. */
export function linkBrief(
  brief: Brief,
  range: Range,
  slug: string,
  options: LinkOptions,
): EditResult {
  return link(brief, range, 'brief', slug, options);
}

/** A quote is word for word what its source says. */
const takesLinks = (field: FieldName): boolean =>
  FIELDS[field].shape !== 'line' && field !== 'take.quote';

function link(
  brief: Brief,
  range: Range,
  kind: 'entity' | 'brief',
  slug: string,
  { prefix, text }: LinkOptions,
): EditResult {
  const target = targetOf(kind, slug, prefix);
  const shown = text ?? brief.source.slice(range.from, range.to);
  if (!isSlug(slug)) return refuse(`“${slug}” is no slug.`, range);
  if (!shown.trim()) return refuse('A link needs a text to show. Select some words.', range);
  const found = fieldAt(brief, range.from);
  if (!found || !contains(found.value, range) || !takesLinks(found.path.field)) {
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
