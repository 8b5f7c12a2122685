import { linkEntity } from '../../../core/edit';
import type { Mention } from '../../../core/mentions';
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

/** Makes mentions links to an entity (by default their only one), as one step. */
export function link(
  session: Session,
  { source }: Mentions,
  mentions: readonly Mention[],
  prefix: string,
  slug?: string,
): void {
  const { document } = session;
  // The list follows the text in a moment; its ranges are those of the text before.
  if (!document.holds(source)) return;
  const intents = mentions
    .toSorted((a, b) => b.from - a.from)
    .map(
      (mention) => (brief: Parameters<typeof linkEntity>[0]) =>
        linkEntity(brief, mention, slug ?? mention.slugs[0] ?? '', { prefix }),
    );
  const before = document.brief.links.length;
  document.performAll(intents, { event: 'input.link' });
  const made = document.brief.links.length - before;
  if (made < mentions.length) toast('Some of it can’t be linked where it stands.');
  if (made > 0) announce(made === 1 ? 'Linked' : `${made} mentions linked`);
}
