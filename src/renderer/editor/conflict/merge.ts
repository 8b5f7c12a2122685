import type { Brief } from '../../../core/format/brief';
import { parse } from '../../../core/format/parse';
import type { Range } from '../../../core/text/range';
import { type Difference, differences } from './differences';

export type Side = 'mine' | 'theirs';

/** Text outside all fields is one thing to choose. */
export const OTHER_TEXT = 'other text';

export interface Conflict {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly fields: readonly Difference[];
  /** True where they differ in text that is part of no field, or in no field at all. */
  readonly otherText: boolean;
}

export function conflictOf(base: string, mine: string, theirs: string): Conflict {
  const fields = differences(parse(base), parse(mine), parse(theirs));
  const otherText = fields.length === 0 || loose(parse(mine)) !== loose(parse(theirs));
  return { base, mine, theirs, fields, otherText };
}

/** What to choose at first: what only one side changed is that side's, else mine. */
export function firstChoice(conflict: Conflict): Map<string, Side> {
  const choice = new Map<string, Side>(
    conflict.fields.map(({ id, by }) => [id, by === 'them' ? 'theirs' : 'mine']),
  );
  const [before, mine] = [loose(parse(conflict.base)), loose(parse(conflict.mine))];
  if (conflict.otherText)
    choice.set(OTHER_TEXT, before === mine && conflict.fields.length > 0 ? 'theirs' : 'mine');
  return choice;
}

export interface Merged {
  readonly text: string;
  /** Labels of what could not be taken over; it stays as in the text that was begun with. */
  readonly refused: readonly string[];
}

/** The text with what was chosen of each side. */
export function merge(conflict: Conflict, choice: ReadonlyMap<string, Side>): Merged {
  const sides = new Set(choice.values());
  if (!sides.has('theirs')) return { text: conflict.mine, refused: [] };
  if (!sides.has('mine')) return { text: conflict.theirs, refused: [] };
  const { base, mine, theirs } = conflict;
  const other = choice.get(OTHER_TEXT) ?? 'mine';
  return other === 'mine'
    ? carried(mine, conflict.fields, (id) => choice.get(id) === 'theirs')
    : carried(
        theirs,
        differences(parse(base), parse(theirs), parse(mine)),
        (id) => choice.get(id) === 'mine',
      );
}

function carried(
  text: string,
  fields: readonly Difference[],
  wanted: (id: string) => boolean,
): Merged {
  let brief = parse(text);
  const refused: string[] = [];
  for (const { id, label, take } of fields) {
    if (!wanted(id)) continue;
    const after = takeAll(brief, take);
    if (after) brief = after;
    else refused.push(label);
  }
  return { text: brief.source, refused };
}

function takeAll(brief: Brief, intents: Difference['take']): Brief | null {
  let now = brief;
  for (const intend of intents) {
    const result = intend(now);
    if (!result.ok) return null;
    now = result.after;
  }
  return now;
}

/** All text that no field holds. */
function loose(brief: Brief): string {
  const text = ({ from, to }: Range) => brief.source.slice(from, to);
  const foreign = brief.sections.filter(({ kind, duplicate }) => !kind || duplicate);
  return [...brief.islands.map(text), ...foreign.map((section) => text(section.heading))].join(
    '\n',
  );
}
