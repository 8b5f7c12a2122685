import {
  addNumber,
  addTake,
  addWatch,
  type EditResult,
  moveTake,
  removeNumber,
  removeTake,
  removeWatch,
  setField,
} from '../../../core/edit';
import { takeParts } from '../../../core/fields/parts';
import { BRIEF_FIELDS, type BriefFieldName } from '../../../core/fields/path';
import { FIELDS, readField } from '../../../core/fields/table';
import type { Brief } from '../../../core/format/brief';
import { matchTakes, type Placed, placedTakes, type TakePair } from './match-takes';

export type Intent = (brief: Brief) => EditResult;

/** One thing in which two texts of a brief differ; null where a text has no such part. */
export interface Difference {
  /** The same from either side. */
  readonly id: string;
  readonly label: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  /** Who changed it since the text that both began with. */
  readonly by: 'me' | 'them' | 'both';
  /** Brings their side of it into my text; each is given the text that the one before made. */
  readonly take: readonly Intent[];
}

/** Everything in which `theirs` differs from `mine`, given the text that both come from. */
export function differences(base: Brief, mine: Brief, theirs: Brief): Difference[] {
  return [
    ...BRIEF_FIELDS.flatMap((field) => fieldDifference(field, base, mine, theirs)),
    ...listDifference('numbers', base, mine, theirs),
    ...listDifference('watch', base, mine, theirs),
    ...takeDifferences(base, mine, theirs),
  ];
}

function whoChanged(base: string | null, mine: string | null, theirs: string | null) {
  if (mine === base) return 'them' as const;
  return theirs === base ? ('me' as const) : ('both' as const);
}

function fieldDifference(field: BriefFieldName, base: Brief, mine: Brief, theirs: Brief) {
  const text = (brief: Brief) => readField(brief, { field })?.text ?? null;
  const [before, my, their] = [text(base), text(mine), text(theirs)];
  if (my === their) return [];
  const difference: Difference = {
    id: field,
    label: FIELDS[field].label,
    mine: my,
    theirs: their,
    by: whoChanged(before, my, their),
    take: [(brief) => setField(brief, { field }, their ?? '')],
  };
  return [difference];
}

const LISTS = {
  numbers: {
    label: 'By the numbers',
    items: (brief: Brief) =>
      brief.numbers.map(({ value, label }) => ({ value: value.text, label: label?.text ?? null })),
    text: ({ value, label }: { value: string; label: string | null }) =>
      label === null ? value : `${value}, ${label}`,
  },
  watch: {
    label: 'What to watch',
    items: (brief: Brief) => brief.watch.map(({ value }) => ({ value: value.text, label: null })),
    text: ({ value }: { value: string }) => value,
  },
} as const;

function listDifference(list: 'numbers' | 'watch', base: Brief, mine: Brief, theirs: Brief) {
  const { label, items, text } = LISTS[list];
  const say = (brief: Brief) => items(brief).map(text).join('\n');
  const [before, my, their] = [say(base), say(mine), say(theirs)];
  if (my === their) return [];
  const wanted = items(theirs);
  const remove = list === 'numbers' ? removeNumber : removeWatch;
  const add = (brief: Brief, index: number): EditResult => {
    const { value, label: says } = wanted[index] ?? { value: '', label: null };
    return list === 'numbers'
      ? addNumber(brief, index, { value, label: says })
      : addWatch(brief, index, value);
  };
  const difference: Difference = {
    id: list,
    label,
    mine: my,
    theirs: their,
    by: whoChanged(before, my, their),
    take: [
      // Theirs first: a section that was emptied in between would be another text.
      ...wanted.map(
        (_, index): Intent =>
          (brief) =>
            add(brief, index),
      ),
      ...items(mine).map((): Intent => (brief) => remove(brief, wanted.length)),
    ],
  };
  return [difference];
}

function takeDifferences(base: Brief, mine: Brief, theirs: Brief): Difference[] {
  const first = placedTakes(base);
  const pairs = matchTakes(placedTakes(mine), placedTakes(theirs));
  return pairs.flatMap((pair) => {
    const own = pair.mine ?? pair.theirs;
    const before = own && (matchTakes([own], first)[0]?.theirs ?? null);
    return pair.mine && pair.theirs
      ? partDifferences(pair.mine, pair.theirs, before)
      : presence(pair, before);
  });
}

const PARTS = ['outlet', 'region', 'lang', 'summary', 'quote', 'source'] as const;

function partDifferences(mine: Placed, theirs: Placed, before: Placed | null): Difference[] {
  const parts = PARTS.flatMap((part): Difference[] => {
    const text = (placed: Placed | null) => placed?.take[part]?.text ?? null;
    const [my, their] = [text(mine), text(theirs)];
    if (my === their) return [];
    const field = `take.${part}` as const;
    return [
      {
        ...about(mine, theirs, FIELDS[field].label),
        mine: my,
        theirs: their,
        by: whoChanged(text(before), my, their),
        take: [
          (brief) => setField(brief, { field, index: find(brief, mine, theirs) }, their ?? ''),
        ],
      },
    ];
  });
  if (mine.lens === theirs.lens) return parts;
  const moved: Difference = {
    ...about(mine, theirs, 'Lens'),
    mine: mine.lens,
    theirs: theirs.lens,
    by: whoChanged(before?.lens ?? null, mine.lens, theirs.lens),
    take: [(brief) => moveTake(brief, find(brief, mine, theirs), { lens: theirs.lens, at: END })],
  };
  // Moved first: its other parts go with it.
  return [moved, ...parts];
}

function presence({ mine, theirs }: TakePair, before: Placed | null): Difference[] {
  const own = mine ?? theirs;
  if (!own) return [];
  const says = [own.lens, own.take.summary?.text, own.take.quote?.text, own.take.source?.text]
    .filter(Boolean)
    .join('\n');
  const difference: Difference = {
    ...about(own, own, 'the whole take'),
    mine: mine ? says : null,
    theirs: theirs ? says : null,
    by: before ? (mine ? 'them' : 'me') : mine ? 'me' : 'them',
    take: mine
      ? [(brief) => removeTake(brief, find(brief, mine, mine))]
      : [(brief) => addTake(brief, { lens: own.lens, at: END }, takeParts(own.take))],
  };
  return [difference];
}

const END = Number.MAX_SAFE_INTEGER;

function about(mine: Placed, theirs: Placed, part: string) {
  // By what both sides call it, so that the id is the same from either.
  const [a, b] = [mine, theirs]
    .map(({ take }) => `${take.outlet.text} ${take.source?.text ?? ''}`)
    .sort();
  return { id: `${a}|${b}|${part}`, label: `${mine.take.outlet.text || 'Take'}: ${part}` };
}

/** The take in the text as it is by now, in which parts of it may be theirs already. */
function find(brief: Brief, mine: Placed, theirs: Placed): number {
  const now = placedTakes(brief);
  return (
    matchTakes([mine], now)[0]?.theirs?.index ?? matchTakes([theirs], now)[0]?.theirs?.index ?? -1
  );
}
