import { type Drafts, MOST_NAMED, refuse } from './drafts';
import { briefFile, OUTLETS, reviewFile } from './files';
import { linksTo, unlink, unrelate } from './links';
import { cutNames, mayName, namesOf, same } from './names';
import { Records } from './records';
import { dropRedirects } from './redirects';
import { entityRecord } from './rename-entity';
import { eachTied, linksToBrief } from './ties';
import { changeWaivers } from './waivers';

/** A brief goes with its review; others drop it from Related, and links to it become their words. */
export function deleteBrief(drafts: Drafts, slug: string): string {
  const { view, remarks } = drafts;
  takeAway(drafts, slug);
  const { prefix } = view.settings;
  const dependents: string[] = [];
  eachTied(
    drafts,
    (other) => other.slug !== slug && linksToBrief(slug)(other),
    (brief, draft) => {
      dependents.push(draft.slug ?? '');
      const links = linksTo(brief, 'brief', slug, prefix);
      draft.changeEach([...unlink(links), unrelate(brief, slug)], true);
    },
    (brief) => linksTo(brief, 'brief', slug, prefix),
  );
  changeWaivers(drafts, (place) => (place.slug === slug ? null : place));
  dropRedirects(drafts, slug);
  remarks.push(...depending(dependents, 'links to it', 'link to it'));
  return `Delete the brief ${slug}`;
}

function takeAway(drafts: Drafts, slug: string): void {
  const record = drafts.view.record(slug);
  if (!record) refuse(`There is no brief “${slug}”.`);
  if (record.published) refuse(`“${slug}” is in a published folder, which is only read.`);
  const own = drafts.brief(slug);
  if (!own) refuse(`${briefFile(slug)} can’t be read. Delete the file itself.`);
  own.to = null;
  const review = drafts.file(reviewFile(slug));
  if (review) review.to = null;
}

/** An entity goes: its record, its names on Entities lines; links to it become their words. */
export function deleteEntity(drafts: Drafts, slug: string): string {
  const { view, remarks } = drafts;
  const entity = view.entities.get(slug);
  if (!entity) refuse(`There is no entity “${slug}”.`);
  const { draft: registry, records } = entityRecord(drafts, slug);
  registry.change(
    records.remove((item) => records.text(item, 'slug') === slug),
    false,
  );
  const { prefix } = view.settings;
  const isIts = (name: { text: string }) => view.entities.byName(name.text)?.slug === slug;
  const dependents: string[] = [];
  eachTied(
    drafts,
    (record) => (record.entities[slug] ?? 0) > 0 || mayName(record.named, entity),
    (brief, draft) => {
      const links = linksTo(brief, 'entity', slug, prefix);
      const names = cutNames(namesOf(brief, view.entities), isIts);
      if (links.length + names.length > 0) dependents.push(draft.slug ?? '');
      draft.changeEach([...unlink(links), names], true);
    },
    (brief) => [
      ...linksTo(brief, 'entity', slug, prefix),
      ...namesOf(brief, view.entities).filter(isIts),
    ],
  );
  remarks.push(...depending(dependents, 'links to it or names it', 'link to it or name it'));
  return `Delete the entity ${entity.name}`;
}

/** An outlet’s record goes; its takes stay, since what it said was said. */
export function deleteOutlet(drafts: Drafts, name: string): string {
  const draft = drafts.file(OUTLETS);
  const records = draft && new Records(draft);
  const record = records?.find('name', name);
  if (!draft || !records || !record) refuse(`There is no outlet “${name}”.`);
  draft.change(
    records.remove((item) => item === record),
    false,
  );
  const users: string[] = [];
  for (const { slug, takes, published } of drafts.view.records()) {
    if (!published && takes.some(({ outlet }) => same(outlet, name))) users.push(slug);
  }
  drafts.remarks.push(
    ...depending(users, 'has a take of it, which stays', 'have takes of it, which stay'),
  );
  return `Delete the outlet ${name}`;
}

function depending(slugs: readonly string[], one: string, many: string): string[] {
  if (slugs.length === 0) return [];
  const first = slugs.slice(0, MOST_NAMED).join(', ');
  const more = slugs.length - MOST_NAMED;
  const rest = more > 0 ? ` and ${more} more` : '';
  return [`${first}${rest} ${slugs.length === 1 ? one : many}.`];
}
