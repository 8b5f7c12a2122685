import { addEntityName, type EditResult, linkEntity } from '../../../core/edit';
import type { Brief } from '../../../core/format/brief';
import { splitNames } from '../../../core/format/names';
import type { Mention } from '../../../core/mentions';
import type { EntityIndex } from '../../../core/workspace/entities';
import type { Knowledge } from '../../../core/workspace/knowledge';
import { toast } from '../../app/contract';
import { announce } from '../session/announce';
import type { Session } from '../session/session';
import type { Mentions } from './use-mentions';

/** Mentions of the same entity, or of the same ones to choose from. */
export interface MentionGroup {
  readonly slugs: readonly string[];
  readonly mentions: readonly [Mention, ...Mention[]];
}

/** In the order in which the text first names them. */
export function groupsOf(mentions: readonly Mention[]): MentionGroup[] {
  const groups = new Map<string, [Mention, ...Mention[]]>();
  for (const mention of mentions) {
    const key = mention.slugs.join(' ');
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map((group) => ({ slugs: group[0].slugs, mentions: group }));
}

/** What is linked without a person's choice: first mentions, as written, of one entity. */
export const plainFirsts = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ first, exact, slugs }) => first && exact && slugs.length === 1);

type Intent = (brief: Brief) => EditResult;

/** Makes mentions links to an entity (by default their only one) and lists it, as one step. */
export function link(
  session: Session,
  { source }: Mentions,
  mentions: readonly Mention[],
  { settings: { prefix }, entities }: Pick<Knowledge, 'settings' | 'entities'>,
  slug?: string,
): void {
  const { document } = session;
  // The list follows the text in a moment; its ranges are those of the text before.
  if (!document.holds(source)) return;
  const slugOf = (mention: Mention) => slug ?? mention.slugs[0] ?? '';
  const links = mentions
    .toSorted((a, b) => b.from - a.from)
    .map(
      (mention): Intent =>
        (brief) =>
          linkEntity(brief, mention, slugOf(mention), { prefix }),
    );
  const listed = listedIn(document.brief, entities);
  const names = [...new Set(mentions.map(slugOf))]
    .filter((one) => !listed.has(one))
    .flatMap((one) => entities.get(one)?.name ?? [])
    .map(
      (name): Intent =>
        (brief) =>
          addEntityName(brief, name),
    );
  const before = document.brief.links.length;
  document.performAll([...links, ...names], { event: 'input.link' });
  const made = document.brief.links.length - before;
  if (made < mentions.length) toast('Some of it can’t be linked where it stands.');
  if (made > 0) announce(made === 1 ? 'Linked' : `${made} mentions linked`);
}

/** The entities (by slug) that the Entities line names. */
function listedIn(brief: Brief, entities: EntityIndex): Set<string> {
  const line = brief.entities?.value;
  const names = line ? splitNames(line, (name) => entities.isName(name)) : [];
  return new Set(names.flatMap(({ text }) => entities.byName(text)?.slug ?? []));
}
