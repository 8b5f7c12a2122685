import { check } from '../check/index';
import { type Level, RULE_IDS, type RuleId } from '../check/finding';
import type { Brief, Value } from '../format/brief';
import { parse } from '../format/parse';
import { lineIndexOf, type Place } from '../text/lines';
import type { Range } from '../text/range';
import type { BriefIndex } from '../workspace/briefs';
import type { Knowledge } from '../workspace/knowledge';
import type { Settings } from '../workspace/workspace';
import type { StoredFinding } from './findings';
import { byPlace, stored, type Texts } from './stored';

/** The one rule that reads the Related lines of others. */
const RULE = 'graph/one-way' satisfies RuleId;

/** The Related line of a brief: all that finding who lists it back needs of its text. */
export interface RelatedLine {
  readonly slugs: readonly (Range & { readonly text: string })[];
  readonly line: number;
  /** Offset of the line's start. */
  readonly start: number;
}

export function relatedLineOf({ related, source }: Brief, texts: Texts): RelatedLine | null {
  if (!related || related.items.length === 0) return null;
  const { line } = lineIndexOf(source).place(related.from);
  const slugs: RelatedLine['slugs'][number][] = [];
  for (const { slug } of related.items) {
    slugs.push({ from: slug.from, to: slug.to, text: texts.one(slug.text) });
  }
  return { slugs, line, start: source.lastIndexOf('\n', related.from - 1) + 1 };
}

/** The settings without the rule that needs all briefs to be read. */
export const withoutListsBack = (settings: Settings): Settings => ({
  ...settings,
  rules: { ...settings.rules, [RULE]: 'off' },
});

/** The settings with that rule alone. */
export function listsBackAlone(settings: Settings, level: Level): Settings {
  const off = Object.fromEntries(RULE_IDS.map((id) => [id, 'off' as const]));
  return { ...settings, rules: { ...off, [RULE]: level } };
}

export const levelOfListsBack = ({ rules }: Settings, fallback: Level): Level =>
  rules?.[RULE] ?? fallback;

const NOTHING = parse('');

/**
 * The findings of a brief with those about who lists it back found anew.
 * @param knowledge with the settings of `listsBackAlone`
 */
export function listedBack(
  slug: string,
  findings: readonly StoredFinding[],
  line: RelatedLine,
  knowledge: Knowledge,
  texts: Texts,
): readonly StoredFinding[] {
  const others = findings.filter(({ rule }) => rule !== RULE);
  return [...others, ...foundOnLine(slug, line, knowledge, texts)].sort(byPlace);
}

const isOneWay = (slug: string, other: string, briefs: BriefIndex): boolean =>
  other !== slug && briefs.get(other)?.related.includes(slug) === false;

/** The findings about who lists a brief back, in the order of the text; of `knowledge` see there. */
export function foundOnLine(
  slug: string,
  { slugs, line, start }: RelatedLine,
  knowledge: Knowledge,
  texts: Texts,
): readonly StoredFinding[] {
  // The rule would find nothing: most lines are listed back, and a check takes longer than a look.
  if (!slugs.some(({ text }) => isOneWay(slug, text, knowledge.briefs))) return [];
  const items = slugs.map(({ from, to, text }) => {
    const value: Value = { from, to, text, lineStarts: [from] };
    return { from, to, slug: value, closed: true };
  });
  const [first] = items;
  if (!first) return [];
  const related = { from: first.from, to: first.to, value: first.slug, items };
  const lines = { place: (offset: number): Place => ({ line, column: offset - start + 1 }) };
  const found = check({ ...NOTHING, related }, slug, knowledge);
  return found.map((finding) => stored(finding, lines, texts));
}
