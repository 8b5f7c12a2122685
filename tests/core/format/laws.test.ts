import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Brief, serialize } from '../../../src/core/format/brief';
import { parse } from '../../../src/core/format/parse';
import { print } from '../../../src/core/format/print';
import { partsOf } from '../../../src/core/fields/parts';
import { allFields } from '../../../src/core/fields/table';
import { briefParts } from '../../support/arbitrary';
import { damagedBrief, seed } from '../../support/briefs';

describe('nothing is lost', () => {
  it('gives back every text, however damaged', () => {
    fc.assert(
      fc.property(damagedBrief, (text) => {
        expect(serialize(parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(serialize(parse(text))).toBe(text);
      }),
    );
  });

  it('reads a line of a megabyte', () => {
    const line = '[x](/ko/entity/x) **a** `['.repeat(40_000);
    for (const text of [
      line,
      `# ${line}`,
      `## Summary\n${line}`,
      `[[${line}`,
      '['.repeat(1_000_000),
    ]) {
      expect(serialize(parse(text))).toBe(text);
    }
  });

  it('leaves no text that is neither a part nor an island', () => {
    fc.assert(
      fc.property(damagedBrief, (text) => {
        const brief = parse(text);
        const covered = new Uint8Array(text.length);
        for (const { from, to } of coveredBy(brief)) covered.fill(1, from, to);
        const lost = text.replace(/[\s\S]/g, (unit, at) => (covered[at] ? '' : unit));
        expect(lost.replace(/[\s\uFEFF]/g, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

it('a section under the footer is a second one where there is one above', () => {
  const text = '## Summary\nFirst.\n\n---\nCanonical: x\n## Summary\nSecond.';
  const { sections, islands } = parse(text);
  expect(sections.map(({ duplicate }) => duplicate)).toEqual([false, true]);
  expect(islands.map(({ from, to }) => text.slice(from, to))).toEqual(['Second.']);
});

describe('every part knows its range', () => {
  it('and the range’s text is the value, but for the marks of continued lines', () => {
    fc.assert(
      fc.property(damagedBrief, (text) => {
        for (const { value } of allFields(parse(text))) {
          expect(value.from).toBeLessThanOrEqual(value.to);
          expect(value.to).toBeLessThanOrEqual(text.length);
          value.text.split('\n').forEach((line, index) => {
            if (value.lineStarts.length === 1 && index > 0) return;
            const start = value.lineStarts[index] ?? -1;
            expect(text.slice(start, start + line.length)).toBe(line);
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('print', () => {
  it('prints what parses back to the same parts', () => {
    fc.assert(
      fc.property(briefParts, (parts) => {
        const brief = parse(print(parts));
        expect(partsOf(brief)).toEqual(parts);
        expect(brief.islands).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('prints the parts of the published brief as its bytes', () => {
    expect(print(partsOf(parse(seed)))).toBe(seed);
  });
});

function coveredBy(brief: Brief) {
  const present = <T>(part: T | null) => (part ? [part] : []);
  return [
    ...present(brief.title),
    ...present(brief.dek),
    ...present(brief.meta),
    ...present(brief.rule),
    ...present(brief.canonical),
    ...present(brief.related),
    ...present(brief.entities),
    ...present(brief.summary),
    ...present(brief.why),
    ...brief.sections.map((section) => section.heading),
    ...brief.numbers,
    ...brief.watch,
    ...brief.lenses.flatMap((lens) => present(lens.heading)),
    ...brief.takes,
    ...brief.islands,
  ];
}
