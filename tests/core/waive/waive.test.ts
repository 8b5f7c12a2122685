import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, RuleId } from '../../../src/core/check/finding';
import { check, countFindings } from '../../../src/core/check/index';
import { planExport } from '../../../src/core/export/plan';
import { parse } from '../../../src/core/format/parse';
import { dayOf, placesOf, waive, WaiverIndex } from '../../../src/core/waive/waive';
import type { Waiver } from '../../../src/core/waive/waiver';
import { SMALL_BRIEF, smallKnowledge, swap } from '../../support/brief';
import { unmark } from '../../support/marked';
import { TODAY, WAIVER_CASES, waiverOf } from './cases';

const small = smallKnowledge();

function found(text: string, waivers: readonly Waiver[], settings = small.settings): Finding[] {
  const index = new WaiverIndex(waivers, settings);
  return waive(check(parse(text), 'small', small), text, 'small', index, TODAY);
}

const rulesOf = (findings: readonly Finding[]) =>
  findings.map(({ rule, waiver }) => (waiver ? `${rule} waived` : rule));

const sayingOf = ({ rule, from, to, message }: Finding) => [rule, from, to, message];

const miscounted = swap(SMALL_BRIEF, '2 takes', '3 takes');

describe.each(
  WAIVER_CASES.map((one, index) => ({ ...one, name: `${one.rule}, case ${index + 1}` })),
)('$name', ({ rule, marked, waiver }) => {
  it('is found where it should, and can be turned off', () => {
    const { text, ranges } = unmark(marked);
    const [finding, ...others] = found(text, [waiver]).filter((one) => one.rule === rule);
    expect(others).toEqual([]);
    expect({ from: finding?.from, to: finding?.to }).toEqual(ranges[0]);
    expect(finding?.message).toMatch(/^\S.*\.$/);
    const settings = { ...small.settings, rules: { [rule]: 'off' as const } };
    expect(rulesOf(found(text, [waiver], settings))).not.toContain(rule);
  });
});

describe('a waiver', () => {
  it('lets its finding stand: shown, but neither counted nor in the way of an export', () => {
    const waiver = waiverOf({ until: TODAY });
    const findings = found(miscounted, [waiver]);
    expect(findings).toMatchObject([
      { rule: 'counts/takes', waiver, from: miscounted.indexOf('3 takes') },
    ]);
    expect(findings[0]?.fixes).toMatchObject([{ kind: 'edit' }]);
    expect(countFindings(findings)).toEqual({ error: 0, warning: 0, info: 0 });
    const source = { slug: 'small', text: miscounted, hash: '1', findings };
    const folder = { target: () => null, lastWritten: () => null };
    expect(planExport([source], small.settings, folder)).toMatchObject({ blocked: [] });
    expect(
      planExport([{ ...source, findings: found(miscounted, []) }], small.settings, folder),
    ).toMatchObject({ files: [], blocked: [{ slug: 'small' }] });
  });

  it('holds no longer after its last day, and then its finding counts', () => {
    const findings = found(miscounted, [waiverOf({ until: '2026-06-09' })]);
    expect(rulesOf(findings)).toEqual(['counts/takes', 'waiver/expired']);
    expect(countFindings(findings)).toEqual({ error: 1, warning: 1, info: 0 });
  });

  it('moves with the text and falls when it changes', () => {
    const waiver = waiverOf({});
    expect(rulesOf(found(`${miscounted}\n`, [waiver]))).toEqual(['counts/takes waived']);
    expect(rulesOf(found(swap(SMALL_BRIEF, '2 takes', '4 takes'), [waiver]))).toEqual([
      'waiver/unused',
      'counts/takes',
    ]);
  });

  it('is for one of several findings at the same words', () => {
    const text = swap(
      SMALL_BRIEF,
      'It shows who decides.',
      '[A](/ko/entity/a) and [A](/ko/entity/a) and [A](/ko/entity/a).',
    );
    const rule: RuleId = 'link/entity-unknown';
    const second = waiverOf({ rule, text: '[A](/ko/entity/a)', nth: 1 });
    expect(rulesOf(found(text, [second]))).toEqual([rule, `${rule} waived`, rule]);
    const first = waiverOf({ rule, text: '[A](/ko/entity/a)' });
    expect(rulesOf(found(text, [first]))).toEqual([`${rule} waived`, rule, rule]);
  });

  it('is for its brief only, and silent where its rule is off', () => {
    expect(rulesOf(found(miscounted, [waiverOf({ slug: 'other' })]))).toEqual(['counts/takes']);
    const off = { ...small.settings, rules: { 'counts/takes': 'off' as const } };
    expect(found(SMALL_BRIEF, [waiverOf({})], off)).toEqual([]);
  });

  it('made of the place of a finding waives that one, of any damaged text', () => {
    const broken = fc
      .subarray(SMALL_BRIEF.split(/(?<=[\s[\](),·:—*])/), { minLength: 1 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(broken, fc.nat(), (text, pick) => {
        const findings = check(parse(text), 'small', small);
        const places = placesOf(findings, text);
        const at = findings.length > 0 ? pick % findings.length : -1;
        const [finding, place] = [findings[at], places[at]];
        if (!finding || !place) return;
        const after = found(text, [waiverOf({ rule: finding.rule, ...place })]);
        expect(after.map(sayingOf)).toEqual(findings.map(sayingOf));
        expect(after.findIndex(({ waiver }) => waiver)).toBe(at);
        expect(after.filter(({ waiver }) => waiver)).toHaveLength(1);
      }),
    );
  });
});

describe('today', () => {
  it('is a day of the clock on the wall', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
