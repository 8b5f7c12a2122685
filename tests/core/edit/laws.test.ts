import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edit from '../../../src/core/edit';
import type { EditResult } from '../../../src/core/edit';
import { partsOf } from '../../../src/core/fields/parts';
import { formatPath, parsePath } from '../../../src/core/fields/path';
import { allFields, FIELDS, fieldAt, readField } from '../../../src/core/fields/table';
import type { Brief } from '../../../src/core/format/brief';
import { SECTION_KINDS } from '../../../src/core/format/brief';
import { deriveCounts } from '../../../src/core/format/counts';
import { parse } from '../../../src/core/format/parse';
import { applyEdits, mapOffset } from '../../../src/core/text/edit';
import {
  line,
  numberParts,
  plain,
  sentence,
  slug,
  takeParts,
  wrapped,
} from '../../support/arbitrary';
import { anyBrief, damagedBrief, seed } from '../../support/briefs';

const anyText = fc.oneof(damagedBrief, anyBrief, fc.constant(seed));
const anyValue = fc.oneof(
  line,
  plain,
  wrapped,
  fc.constant(''),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a\n## b', 'x · y', '1, 2', '](', '**', '\n\n'),
);
const index = fc.nat({ max: 5 });

/** Any intention with any arguments. */
const intention: fc.Arbitrary<(brief: Brief) => EditResult> = fc.oneof(
  fc.tuple(fc.nat(), anyValue).map(([nth, text]) => (brief: Brief) => {
    const fields = allFields(brief);
    const path = fields[nth % Math.max(fields.length, 1)]?.path ?? { field: 'title' as const };
    return edit.setField(brief, path, text);
  }),
  fc
    .tuple(
      fc.constantFrom(
        'title',
        'dek',
        'type',
        'date',
        'heads',
        'summary',
        'why',
        'related',
        'entities',
        'canonical',
      ),
      anyValue,
    )
    .map(
      ([field, text]) =>
        (brief: Brief) =>
          edit.setField(brief, { field }, text),
    ),
  fc
    .tuple(
      fc.constantFrom('take.summary', 'take.quote', 'take.source', 'number.label', 'lens.name'),
      index,
      anyValue,
    )
    .map(
      ([field, at, text]) =>
        (brief: Brief) =>
          edit.setField(brief, { field, index: at }, text),
    ),
  fc.tuple(index, numberParts).map(
    ([at, number]) =>
      (brief: Brief) =>
        edit.addNumber(brief, at, number),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeNumber(brief, at),
  ),
  fc.tuple(index, index).map(
    ([at, to]) =>
      (brief: Brief) =>
        edit.moveNumber(brief, at, to),
  ),
  fc.tuple(index, wrapped).map(
    ([at, text]) =>
      (brief: Brief) =>
        edit.addWatch(brief, at, text),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeWatch(brief, at),
  ),
  fc.tuple(index, index).map(
    ([at, to]) =>
      (brief: Brief) =>
        edit.moveWatch(brief, at, to),
  ),
  fc.tuple(fc.oneof(index, plain), index, takeParts).map(
    ([lens, at, take]) =>
      (brief: Brief) =>
        edit.addTake(brief, { lens, at }, take),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeTake(brief, at),
  ),
  fc.tuple(index, fc.oneof(index, plain), index).map(
    ([take, lens, at]) =>
      (brief: Brief) =>
        edit.moveTake(brief, take, { lens, at }),
  ),
  fc.tuple(plain).map(
    ([name]) =>
      (brief: Brief) =>
        edit.addLens(brief, name),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeLens(brief, at),
  ),
  fc.tuple(index, index).map(
    ([at, to]) =>
      (brief: Brief) =>
        edit.moveLens(brief, at, to),
  ),
  fc.tuple(plain).map(
    ([head]) =>
      (brief: Brief) =>
        edit.addHead(brief, head),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeHead(brief, at),
  ),
  fc.tuple(slug).map(
    ([name]) =>
      (brief: Brief) =>
        edit.addRelated(brief, name),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeRelated(brief, at),
  ),
  fc.tuple(plain).map(
    ([name]) =>
      (brief: Brief) =>
        edit.addEntityName(brief, name),
  ),
  fc.tuple(index).map(
    ([at]) =>
      (brief: Brief) =>
        edit.removeEntityName(brief, at, () => false),
  ),
  fc
    .constantFrom(...SECTION_KINDS)
    .map((kind) => (brief: Brief) => edit.insertSection(brief, kind)),
  fc.constant((brief: Brief) => edit.insertMissingSections(brief)),
);

describe('every intention, on any text', () => {
  it('gives edits that make the brief it says, or refuses with a reason', () => {
    fc.assert(
      fc.property(anyText, fc.array(intention, { maxLength: 6 }), (text, intentions) => {
        let brief = parse(text);
        for (const intend of intentions) {
          const result = intend(brief);
          if (!result.ok) {
            expect(result.reason).toMatch(/\.$/);
            expect(result.at.to).toBeLessThanOrEqual(brief.source.length);
            continue;
          }
          const after = applyEdits(brief.source, result.edits);
          expect(result.after.source).toBe(after);
          expect(result.after).toEqual(parse(after));
          brief = result.after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets the counts follow where it changes them, and leaves them otherwise', () => {
    fc.assert(
      fc.property(anyText, intention, (text, intend) => {
        const brief = parse(text);
        const result = intend(brief);
        if (!result.ok) return;
        const [before, after] = [deriveCounts(brief), deriveCounts(result.after)];
        for (const name of ['takes', 'lenses', 'regions'] as const) {
          const stated = brief.meta?.counts[name]?.number.text;
          if (stated === undefined) continue;
          const now = result.after.meta?.counts[name]?.number.text;
          expect(now).toBe(before[name] === after[name] ? stated : String(after[name]));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('setField', () => {
  it('to its own value yields no edits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const brief = parse(text);
        for (const { path, value } of allFields(brief)) {
          const result = edit.setField(brief, path, value.text);
          if (edit.normalizeField(path, value.text) === value.text)
            expect(result).toMatchObject({ ok: true, edits: [] });
        }
      }),
    );
  });

  it('reads back, and every byte outside the field and the counts stays', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.oneof(sentence, anyValue), (text, nth, wanted) => {
        const brief = parse(text);
        const fields = allFields(brief);
        const found = fields[nth % Math.max(fields.length, 1)];
        if (!found) return;
        const result = edit.setField(brief, found.path, wanted);
        if (!result.ok || result.edits.length === 0) return;
        const back = readField(result.after, found.path)?.text ?? '';
        expect(back).toBe(edit.normalizeField(found.path, wanted));
        const counts = Object.values(brief.meta?.counts ?? {}).filter((count) => count !== null);
        for (const { from, to } of result.edits) {
          const cleared = FIELDS[found.path.field].optional && back === '';
          // What is filled in where nothing stood goes between the blank lines there.
          const blank = found.value.text === '' && text.slice(found.value.to, from).trim() === '';
          const own = from >= found.value.from && (to <= found.value.to || (blank && from === to));
          expect(
            own || cleared || counts.some((count) => count.from === from && count.to === to),
          ).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('on well-formed briefs takes any sentence in any prose', () => {
    fc.assert(
      fc.property(anyBrief, fc.nat(), sentence, (text, nth, wanted) => {
        const fields = allFields(parse(text)).filter(
          ({ path }) => FIELDS[path.field].shape !== 'line',
        );
        const found = fields[nth % Math.max(fields.length, 1)];
        if (!found) return;
        expect(edit.setField(parse(text), found.path, wanted)).toMatchObject({ ok: true });
      }),
      { numRuns: 500 },
    );
  });
});

describe('moving and moving back', () => {
  it('restores the bytes of the published brief', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 }),
        fc.nat({ max: 2 }),
        fc.constantFrom(edit.moveNumber, edit.moveWatch, edit.moveLens),
        (from, to, move) => {
          const there = move(parse(seed), from, to);
          if (!there.ok) throw new Error(there.reason);
          const back = move(there.after, to, from);
          expect(back.ok && back.after.source).toBe(seed);
        },
      ),
    );
  });
});

describe('paths', () => {
  it('are written and read alike, and an offset finds its field', () => {
    fc.assert(
      fc.property(anyBrief, (text) => {
        const brief = parse(text);
        for (const { path, value } of allFields(brief)) {
          expect(parsePath(formatPath(path))).toEqual(path);
          expect(fieldAt(brief, value.to)?.value.to).toBe(value.to);
        }
      }),
    );
  });
});

describe('edits and offsets', () => {
  it('map an offset outside the edits to the same character', () => {
    const before = 'abcdefghij';
    const edits = [
      { from: 2, to: 4, insert: 'XYZ' },
      { from: 7, to: 7, insert: '!' },
    ];
    const after = applyEdits(before, edits);
    expect(after).toBe('abXYZefg!hij');
    for (const at of [0, 1, 4, 5, 6, 8, 9]) expect(after[mapOffset(at, edits, 1)]).toBe(before[at]);
    expect([mapOffset(7, edits, -1), mapOffset(7, edits, 1)]).toEqual([8, 9]);
    expect([mapOffset(3, edits, -1), mapOffset(3, edits, 1)]).toEqual([2, 5]);
  });
});

it('the parts of the published brief', () => {
  expect(partsOf(parse(seed))).toMatchObject({
    type: 'event',
    date: '2026-06-04',
    heads: ['How Wars Actually End', 'Who Decides'],
  });
});
