import type { Brief } from '../format/brief';
import { parse } from '../format/parse';
import { isSlug } from '../format/slug';
import { targetOf } from '../format/target';
import type { TextEdit } from '../text/edit';
import { readCanonical } from '../workspace/address';
import { scanJson } from '../workspace/json';
import { type Drafts, refuse } from './drafts';
import { briefFile, reviewFile } from './files';
import { linksTo, retarget } from './links';
import { changeRedirects } from './redirects';
import { memberOf } from './records';
import { remarkShadowed } from './shadowed';
import { eachTied, linksToBrief } from './ties';
import type { ChangeRequest } from './types';
import { changeWaivers, followSlug } from './waivers';

type Request = Extract<ChangeRequest, { kind: 'rename-brief' }>;

/** A brief gets another slug: its file's name, canonical line and review, and all links to it. */
export function renameBrief(drafts: Drafts, { slug, to, redirect }: Request): string {
  mayRename(drafts, slug, to);
  const { prefix } = drafts.view.settings;
  const own = drafts.brief(slug);
  if (!own) refuse(`${briefFile(slug)} can’t be read, so it can’t be renamed.`);
  own.changeLines(canonicalEdits(parse(own.text), slug, to), false);
  own.to = briefFile(to);
  remarkStrays(drafts, slug, to);
  remarkShadowed(drafts, [slug]);
  eachTied(
    drafts,
    linksToBrief(slug),
    (brief, draft) =>
      draft.changeLines(retarget(linksTo(brief, 'brief', slug, prefix), slug, to), true),
    (brief) => linksTo(brief, 'brief', slug, prefix),
  );
  renameReview(drafts, slug, to);
  const address = targetOf('brief', '', prefix);
  changeWaivers(drafts, (place) => ({
    ...place,
    slug: place.slug === slug ? to : place.slug,
    // What is one-way is found at the slug alone.
    text:
      place.rule === 'graph/one-way' && place.text === slug
        ? to
        : followSlug(place.text, address, slug, to),
  }));
  changeRedirects(drafts, slug, to, redirect);
  return `Rename the brief ${slug} to ${to}`;
}

function mayRename({ view, files }: Drafts, slug: string, to: string): void {
  const known = view.record(slug);
  if (!known) refuse(`There is no brief “${slug}”.`);
  if (known.published) refuse(`“${slug}” is in a published folder, which is only read.`);
  if (slug === to) refuse('This is its slug already.');
  if (!isSlug(to)) {
    refuse(`“${to}” is no slug: use small letters, digits and single hyphens.`);
  }
  const taken = view.record(to);
  if (taken?.published) refuse(`A published brief has the slug “${to}”. Choose another.`);
  if (taken) refuse(`There is a brief “${to}” already. Choose another slug.`);
  if (files.text(reviewFile(to)) !== null) {
    refuse(`${reviewFile(to)} is there already. Move it away, or choose another slug.`);
  }
}

function canonicalEdits({ canonical }: Brief, slug: string, to: string): TextEdit[] {
  const value = canonical?.value;
  if (!value || readCanonical(value.text)?.slug !== slug) return [];
  const end = value.from + value.text.trimEnd().length;
  return [{ from: end - slug.length, to: end, insert: to }];
}

/** What points at the new slug already, and so would come to mean this brief. */
function remarkStrays({ view, remarks }: Drafts, slug: string, to: string): void {
  const strays = [...view.records()].filter(linksToBrief(to)).length;
  if (strays > 0) {
    const briefs = strays === 1 ? 'One brief links' : `${strays} briefs link`;
    remarks.push(`${briefs} to “${to}”, which no brief has now, and would link to this one.`);
  }
  for (const claimant of view.briefs.claimants(to)) {
    if (claimant !== slug) remarks.push(`The canonical line of ${claimant} claims “${to}” too.`);
  }
}

function renameReview(drafts: Drafts, slug: string, to: string): void {
  const review = drafts.file(reviewFile(slug));
  if (!review) return;
  review.to = reviewFile(to);
  const scan = scanJson(review.text);
  const node = scan.ok ? memberOf(scan.root, 'slug') : null;
  if (node && review.text.slice(node.from, node.to) === JSON.stringify(slug)) {
    review.changeLines([{ from: node.from, to: node.to, insert: JSON.stringify(to) }], false);
  }
}
