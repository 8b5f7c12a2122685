import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../src/core/fields/parts';
import { parse } from '../../../../src/core/format/parse';
import { print } from '../../../../src/core/format/print';
import {
  conflictOf,
  firstChoice,
  merge,
  type Side,
} from '../../../../src/renderer/editor/conflict/merge';
import { briefParts } from '../../../support/arbitrary';
import { SMALL } from '../texts';

const choose = (mine: string, theirs: string, sides: Record<string, Side> = {}) => {
  const conflict = conflictOf(SMALL, mine, theirs);
  const choice = firstChoice(conflict);
  for (const { id, label } of conflict.fields) {
    const side = sides[label];
    if (side) choice.set(id, side);
  }
  return { conflict, ...merge(conflict, choice) };
};

const MINE = SMALL.replace('Talks fail', 'Talks fall through').replace('It does.', 'It does so.');
const CNN = `- **CNN** (United States, en) — Says so.
  > "So it is."
  Source: https://cnn.com/a
`;

describe('a conflict', () => {
  it('keeps what only one side changed, without being asked', () => {
    const theirs = SMALL.replace('Nobody', 'Somebody').replace('0, meetings', '1, meeting');
    const { text, conflict } = choose(MINE, theirs);
    expect(conflict.fields.map(({ label, by }) => `${label}: ${by}`)).toEqual([
      'Title: me',
      'Dek: them',
      'Why it matters: me',
      'By the numbers: them',
    ]);
    expect(text).toBe(MINE.replace('Nobody', 'Somebody').replace('0, meetings', '1, meeting'));
  });

  it('keeps mine of what both changed, unless theirs is chosen', () => {
    const theirs = SMALL.replace('Talks fail', 'Talks collapse');
    expect(choose(MINE, theirs).text).toBe(MINE);
    expect(choose(MINE, theirs, { Title: 'theirs' }).text).toBe(
      MINE.replace('Talks fall through', 'Talks collapse'),
    );
  });

  it('knows a take that was moved and edited for the same take', () => {
    const edited = CNN.replace('Says so.', 'Says more.');
    const theirs = SMALL.replace(`### unlabelled\n${CNN}\n`, '').replace(
      '  Source: https://aljazeera.com/b\n',
      `  Source: https://aljazeera.com/b\n${edited}`,
    );
    const { conflict, text } = choose(MINE, theirs);
    expect(conflict.fields.map(({ label }) => label)).toEqual([
      'Title',
      'Why it matters',
      'CNN: Lens',
      'CNN: Take summary',
    ]);
    const merged = partsOf(parse(text));
    expect(merged.lenses).toEqual(partsOf(parse(theirs)).lenses);
    expect(merged.title).toBe('Talks fall through');
    expect(text).toContain('2 takes · 1 lens · 2 regions');
  });

  it('offers a take that they added, and one that they removed', () => {
    const added = SMALL.replace(CNN, `${CNN}- **PBS** (United States, en) — Here too.\n`);
    const withTheirs = choose(MINE, added);
    expect(withTheirs.conflict.fields.at(-1)).toMatchObject({
      label: 'PBS: the whole take',
      by: 'them',
      mine: null,
    });
    expect(withTheirs.text).toContain('- **PBS** (United States, en) — Here too.');
    const removed = choose(MINE, SMALL.replace(CNN, ''));
    expect(removed.text).not.toContain('CNN');
    expect(choose(MINE, SMALL.replace(CNN, ''), { 'CNN: the whole take': 'mine' }).text).toBe(MINE);
  });

  it('asks for text that is in no field as a whole', () => {
    const theirs = SMALL.replace('## Why', '## Odds\n\nstray\n\n## Why');
    const { conflict, text } = choose(MINE, theirs);
    expect(conflict.otherText).toBe(true);
    expect(text).toBe(MINE.replace('## Why', '## Odds\n\nstray\n\n## Why'));
  });

  it('comes to one side where all is taken of it', () => {
    fc.assert(
      fc.property(briefParts, briefParts, briefParts, (base, mine, theirs) => {
        const [a, b, c] = [base, mine, theirs].map(print) as [string, string, string];
        const conflict = conflictOf(a, b, c);
        const all = (side: Side) =>
          merge(conflict, new Map([...firstChoice(conflict).keys()].map((id) => [id, side]))).text;
        expect(all('mine')).toBe(b);
        expect(all('theirs')).toBe(c);
      }),
    );
  });

  it('takes over every field of theirs that is chosen, or says which it could not', () => {
    fc.assert(
      fc.property(briefParts, briefParts, (mine, theirs) => {
        const [b, c] = [print(mine), print(theirs)];
        const conflict = conflictOf(b, b, c);
        const title = conflict.fields.find(({ id }) => id === 'title');
        const dek = conflict.fields.find(({ id }) => id === 'dek');
        if (!title || !dek) return;
        const choice = new Map<string, Side>(conflict.fields.map(({ id }) => [id, 'mine']));
        const { text, refused } = merge(conflict, choice.set('title', 'theirs'));
        expect(refused).toEqual([]);
        expect(partsOf(parse(text))).toEqual({ ...partsOf(parse(b)), title: theirs.title });
      }),
    );
  });
});
