import type { Brief } from '../format/brief';
import { parse } from '../format/parse';
import type { BriefRecord } from '../graph/record';
import { LineIndex } from '../text/lines';
import type { Range } from '../text/range';
import type { Draft } from './draft';
import type { Drafts } from './drafts';
import { isOneOf, type Slugs } from './links';

/**
 * Goes through the briefs that are tied to something: those of the workspace are changed, what is
 * found in published ones is listed.
 *
 * @param isTied judged by the record alone: it may say yes too often
 * @param outside the places in a published brief that would break
 */
export function eachTied(
  drafts: Drafts,
  isTied: (record: BriefRecord) => boolean,
  change: (brief: Brief, draft: Draft) => void,
  outside: (brief: Brief) => readonly Range[],
): void {
  for (const record of drafts.view.records()) {
    if (!isTied(record)) continue;
    if (record.published) listOutside(drafts, record, outside);
    else {
      const draft = drafts.brief(record.slug);
      if (draft) change(parse(draft.text), draft);
    }
  }
}

function listOutside(
  { view, outside }: Drafts,
  { slug, title }: BriefRecord,
  placesIn: (brief: Brief) => readonly Range[],
): void {
  const text = view.text(slug);
  if (text === null) return;
  const lines = new LineIndex(text);
  for (const { from, to } of placesIn(parse(text))) {
    outside.push({ slug, title, line: lines.place(from).line, text: text.slice(from, to) });
  }
}

/** True where the brief links to another, inline or in Related. */
export function linksToBrief(slugs: Slugs): (record: BriefRecord) => boolean {
  const isWanted = isOneOf(slugs);
  return ({ links, related }) => links.some(isWanted) || related.some(isWanted);
}
