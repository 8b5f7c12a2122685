import type { Brief, Take } from '../../../core/format/brief';
import type { Range } from '../../../core/text/range';

/** Where all parts of a brief that the preview shows start and end, part by part; -1 for none. */
export function rangesOf(brief: Brief): number[] {
  const offsets: number[] = [];
  // This runs with every key: no list is made but the one.
  const add: Add = (range) => {
    offsets.push(range ? range.from : -1, range ? range.to : -1);
  };
  const count = (items: readonly unknown[]) => offsets.push(-2 - items.length);
  addTop(brief, add);
  count(brief.sections);
  for (const section of brief.sections) {
    add(section);
    add(section.heading);
    add(section.content);
  }
  count(brief.islands);
  for (const island of brief.islands) add(island);
  count(brief.numbers);
  for (const { value, label } of brief.numbers) {
    add(value);
    add(label);
  }
  count(brief.watch);
  for (const { value } of brief.watch) add(value);
  count(brief.lenses);
  for (const lens of brief.lenses) {
    add(lens);
    add(lens.heading);
    count(lens.takes);
  }
  for (const take of brief.takes) addTake(take, add);
  return offsets;
}

type Add = (range: Range | null | undefined) => void;

function addTop(brief: Brief, add: Add): void {
  const { title, dek, meta, related } = brief;
  for (const part of [title, dek, meta?.type, meta?.date, meta?.heads]) add(part?.value);
  for (const part of [related, brief.entities, brief.canonical]) add(part?.value);
  add(brief.summary);
  add(brief.why);
}

function addTake(take: Take, add: Add): void {
  add(take);
  add(take.outlet);
  add(take.place);
  add(take.summary);
  add(take.quote);
  add(take.source);
}
