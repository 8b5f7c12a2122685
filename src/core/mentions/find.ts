import type { Brief, Value } from '../format/brief';
import { linkTarget } from '../format/target';
import type { Range } from '../text/range';
import { isCommon } from './ending';
import type { MentionMatcher } from './matcher';
import { closedIn, composed, isIn, proseOf, verbatimIn } from './prose';

/** The name of an entity in a brief's prose that is no link; the range is in the brief's text. */
export interface Mention extends Range {
  /** The entities that are called so: more than one where a person has to choose. */
  readonly slugs: readonly string[];
  /** What stands there; over a line break, with it. */
  readonly text: string;
  /** The name or alias that it is or is a form of. */
  readonly name: string;
  /**
   * False where only a person can tell whether it is meant: another form of the name (a possessive,
   * a plural, a particle or an ending attached), a stretch of a script without spaces, or a name
   * that reads like any word.
   */
  readonly exact: boolean;
  /** True for the first mention of what the brief links nowhere: the one to link. */
  readonly first: boolean;
}

export interface MentionOptions {
  /** The workspace's prefix. */
  readonly prefix: string;
}

/**
 * The unlinked mentions of entities in summary, why it matters, what to watch and take summaries, in
 * the order of the text. Quotes, links, code, comments, addresses and headings hold none. A mention
 * is a range that `linkEntity` takes.
 */
export function findMentions(
  brief: Brief,
  matcher: MentionMatcher,
  { prefix }: MentionOptions,
): Mention[] {
  const met = linkedIn(brief, prefix);
  const common = new Set<string>();
  const closed = closedIn(brief);
  return proseOf(brief)
    .flatMap((value) => mentionsIn(brief, value, matcher, closed))
    .map((mention) => {
      const first = mention.slugs.every((slug) => !met.has(slug));
      for (const slug of mention.slugs) met.add(slug);
      return { ...mention, first };
    })
    .filter(({ name }) => {
      // A word such as an alias in small letters may be in every sentence: once is enough.
      if (!isCommon(name)) return true;
      const met = common.has(name);
      common.add(name);
      return !met;
    });
}

/** The entities that a brief links to, by slug. */
function linkedIn(brief: Brief, prefix: string): Set<string> {
  const slugs = new Set<string>();
  for (const link of brief.links) {
    const target = linkTarget(link, prefix);
    if (target.kind === 'entity') slugs.add(target.slug);
  }
  return slugs;
}

function mentionsIn(
  brief: Brief,
  value: Value,
  matcher: MentionMatcher,
  closed: readonly Range[],
): Omit<Mention, 'first'>[] {
  const { text, sourceAt, valueAt } = composed(value);
  const matches = matcher.match(text);
  if (matches.length === 0) return [];
  const verbatim = verbatimIn(value.text);
  return matches.flatMap(({ name, slugs, exact, ...match }) => {
    const inValue = { from: valueAt(match.from), to: valueAt(match.to) };
    const range = { from: sourceAt(match.from), to: sourceAt(match.to) };
    if (isIn(verbatim, inValue) || isIn(closed, range)) return [];
    return [{ ...range, slugs, name, exact, text: brief.source.slice(range.from, range.to) }];
  });
}
