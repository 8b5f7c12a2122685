import { EntityIndex } from '../workspace/entities';
import { type Drafts, MOST_NAMED, refuse } from './drafts';
import { briefFile, OUTLETS, reviewFile } from './files';
import { linksTo, unlink, unrelate } from './links';
import { cutNames, listsNames, mayName, namesOf, same } from './names';
import { Records } from './records';
import { dropRedirects } from './redirects';
import { remarkShadowed } from './shadowed';
import { entityRecord } from './rename-entity';
import { eachTied, linksToBrief } from './ties';
import { changeWaivers } from './waivers';

/** Briefs go with their reviews; others drop them from Related, and links to them become their words. */
export function deleteBriefs(drafts: Drafts, slugs: readonly string[]): string {
  const { view, remarks } = drafts;
  const gone = new Set(slugs);
  const [only = refuse('Choose a brief to delete.')] = gone;
  for (const slug of gone) takeAway(drafts, slug);
  const { prefix } = view.settings;
  remarkShadowed(drafts, gone);
  const isTied = linksToBrief(gone);
  const dependents: string[] = [];
  eachTied(
    drafts,
    (other) => !gone.has(other.slug) && isTied(other),
    (brief, draft) => {
      dependents.push(draft.slug ?? '');
      const links = linksTo(brief, 'brief', gone, prefix);
      draft.changeEach([...unlink(links), unrelate(brief, gone)], true);
    },
    (brief) => linksTo(brief, 'brief', gone, prefix),
  );
  changeWaivers(drafts, (place) => (gone.has(place.slug) ? null : place));
  dropRedirects(drafts, gone);
  const what = gone.size === 1 ? 'it' : 'them';
  remarks.push(...depending(dependents, `links to ${what}`, `link to ${what}`));
  return gone.size === 1 ? `Delete the brief ${only}` : `Delete ${gone.size} briefs`;
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
  const { draft, records } = entityRecord(drafts, slug);
  draft.change(
    records.remove((item) => records.text(item, 'slug') === slug),
    false,
  );
  const { prefix } = view.settings;
  const registry = new EntityIndex(view.entities.all.filter((other) => other !== entity));
  const isIts = (name: { text: string }) => view.entities.byName(name.text)?.slug === slug;
  const dependents: string[] = [];
  eachTied(
    drafts,
    (record) => (record.entities[slug] ?? 0) > 0 || mayName(record.named, entity),
    (brief, draft) => {
      const links = linksTo(brief, 'entity', slug, prefix);
      const names = namesOf(brief, view.entities);
      const cut = cutNames(names, isIts);
      if (links.length + cut.length > 0) dependents.push(draft.slug ?? '');
      draft.changeEach([...unlink(links), cut], true);
      const left = names.filter((name) => !isIts(name)).map(({ text }) => text);
      if (cut.length > 0 && !listsNames(draft.text, left, registry)) {
        refuse(misreadWithout(entity.name, draft.slug ?? ''));
      }
    },
    (brief) => [
      ...linksTo(brief, 'entity', slug, prefix),
      ...namesOf(brief, view.entities).filter(isIts),
    ],
  );
  remarks.push(...depending(dependents, 'links to it or names it', 'link to it or name it'));
  return `Delete the entity ${entity.name}`;
}

/** Where a name with a comma goes, its neighbours may read as one. */
function misreadWithout(name: string, slug: string): string {
  return `Without “${name}”, the Entities line of ${slug} would be read otherwise. Mend that line first.`;
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
