import { describe, expect, it } from 'vitest';
import { formatPath, parsePath, samePath } from '../../../src/core/fields/path';
import { allFields, fieldAt, FIELDS, readField } from '../../../src/core/fields/table';
import { parse } from '../../../src/core/format/parse';
import { caret, md } from '../../support/notation';

const BRIEF = md`
  # Talks stall
  > Nobody moves

  **Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 1 take · 1 lens · 1 region

  ## By the numbers

  - $1,200, per barrel

  ## Regional takes (batched by bias / lens)

  ### Wire
  - **CNN** (United States, en) — Short
    and sweet.
    > "No point."
    Source: https://cnn.com/1

  ## Across the graph
  - Entities: Ann
`;

/** The field at a `|` put behind the first `before` of the brief. */
function at(before: string): string | null {
  const { text, at: offset } = caret(BRIEF.replace(before, `${before}|`));
  const found = fieldAt(parse(text), offset);
  return found && formatPath(found.path);
}

describe('the field at the caret', () => {
  it.each([
    ['Talks', 'title'],
    ['# Talks stall', 'title'],
    ['> Nobody', 'dek'],
    ['type: ev', 'type'],
    ['2026-06-04', 'date'],
    ['Who Decides', 'heads'],
    ['$1', 'numbers[0].value'],
    ['per bar', 'numbers[0].label'],
    ['### Wi', 'lenses[0].name'],
    ['**CNN', 'takes[0].outlet'],
    ['(United', 'takes[0].region'],
    [', en', 'takes[0].lang'],
    ['— Short', 'takes[0].summary'],
    ['and sweet.', 'takes[0].summary'],
    ['"No', 'takes[0].quote'],
    ['https', 'takes[0].source'],
    ['Entities: A', 'entities'],
    ['**Meta', null],
    ['## By the numb', null],
    ['Sour', null],
  ])('behind %j is %s', (before, path) => {
    expect(at(before)).toBe(path);
  });
});

describe('a path', () => {
  it('of all fields stands in the order of the text', () => {
    expect(allFields(parse(BRIEF)).map(({ path }) => formatPath(path))).toEqual([
      'title',
      'dek',
      'type',
      'date',
      'heads',
      'numbers[0].value',
      'numbers[0].label',
      'lenses[0].name',
      'takes[0].outlet',
      'takes[0].region',
      'takes[0].lang',
      'takes[0].summary',
      'takes[0].quote',
      'takes[0].source',
      'entities',
    ]);
  });

  it.each(['takes[0]', 'takes[x].quote', 'takes.quote', 'watch', 'number.value', 'titles', ''])(
    'is not %j',
    (text) => {
      expect(parsePath(text)).toBeNull();
    },
  );

  it('is the same by field and index', () => {
    const path = { field: 'take.quote', index: 1 } as const;
    expect(samePath(path, { field: 'take.quote', index: 1 })).toBe(true);
    expect(samePath(path, { field: 'take.quote', index: 0 })).toBe(false);
    expect(samePath({ field: 'title' }, { field: 'dek' })).toBe(false);
  });
});

it('a field that is not there reads as null', () => {
  const brief = parse('');
  for (const field of ['title', 'summary', 'entities'] as const) {
    expect(readField(brief, { field })).toBeNull();
  }
  expect(readField(brief, { field: 'take.quote', index: 0 })).toBeNull();
});

it('every field has a label of its own', () => {
  const labels = Object.values(FIELDS).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
