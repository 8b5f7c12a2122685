import type { TextEdit } from '../text/edit';
import type { Drafts } from './drafts';
import { WAIVERS } from './files';
import { memberOf, Records } from './records';

/** What a waiver says of its finding's place. */
export interface WaiverPlace {
  readonly rule: string;
  readonly slug: string;
  readonly text: string;
}

/** Lets waivers follow what is renamed: `follow` gives what they say afterwards, or null for a waiver that goes. */
export function changeWaivers(
  drafts: Drafts,
  follow: (place: WaiverPlace) => WaiverPlace | null,
): void {
  const draft = drafts.file(WAIVERS);
  if (!draft) return;
  const records = new Records(draft);
  const edits: TextEdit[] = [];
  const gone = new Set<unknown>();
  for (const item of records.items) {
    const slug = memberOf(item, 'slug') && records.text(item, 'slug');
    if (slug === null) continue;
    const text = records.text(item, 'text') ?? '';
    const rule = records.text(item, 'rule') ?? '';
    const after = follow({ rule, slug, text });
    if (after === null) gone.add(item);
    if (after && after.slug !== slug) edits.push(...records.set(item, 'slug', after.slug));
    if (after && after.text !== text) edits.push(...records.set(item, 'text', after.text));
  }
  draft.changeLines([...edits, ...records.remove((item) => gone.has(item))], false);
}

/** The text of a waiver with the slug of each link another: `/ko/n/old` or `[[old]]`. */
export function followSlug(text: string, address: string, slug: string, to: string): string {
  const parts = text
    .split(`[[${slug}]]`)
    .join(`[[${to}]]`)
    .split(address + slug);
  return parts.reduce((before, rest) =>
    /^[a-z0-9-]/.test(rest) ? before + address + slug + rest : before + address + to + rest,
  );
}
