// @vitest-environment happy-dom
import '../../shell/page';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../src/core/check';
import type { Finding } from '../../../../src/core/check/finding';
import { parse } from '../../../../src/core/format/parse';
import { waive, WaiverIndex } from '../../../../src/core/waive/waive';
import type { Waiver } from '../../../../src/core/waive/waiver';
import { fixedText } from '../../../../src/renderer/editor/findings/fixes-of-rule';
import { groupsOf } from '../../../../src/renderer/editor/findings/FindingsPanel';
import { heldOf } from '../../../../src/renderer/editor/findings/waiving';
import { SMALL_BRIEF, smallKnowledge, swap } from '../../../support/brief';
import { TODAY, waiverOf } from '../../../core/waive/cases';

const text = swap(swap(SMALL_BRIEF, '2 takes', '3 takes'), '2 lenses', '3 lenses');
const knowledge = smallKnowledge();

function found(waivers: readonly Waiver[], source = text): Finding[] {
  const index = new WaiverIndex(waivers, knowledge.settings);
  return waive(check(parse(source), 'small', knowledge), source, 'small', index, TODAY);
}

describe('waivers in the panel of findings', () => {
  const held = waiverOf({});
  const expired = waiverOf({ rule: 'counts/lenses', until: '2026-01-01' });
  const unused = waiverOf({ rule: 'counts/regions' });

  it('stand apart, those that hold first, with what became of the others', () => {
    const all = [unused, expired, held, waiverOf({ slug: 'other' })];
    expect(
      heldOf(all, found(all), 'small', TODAY).map(({ waiver, state, finding }) => [
        waiver.rule,
        state,
        finding?.message ?? null,
      ]),
    ).toEqual([
      ['counts/takes', 'held', 'The brief has 2 takes: set the number in the meta line.'],
      ['counts/regions', 'unused', null],
      ['counts/lenses', 'expired', null],
    ]);
  });

  it('leave what is waived out of the groups, and the places of the rest as they are', () => {
    const findings = found([held]);
    const groups = groupsOf(findings, 'severity', () => ({ section: 'S', order: 0, part: '' }));
    expect(groups.flatMap(({ entries }) => entries).map(({ index }) => findings[index])).toEqual(
      findings.filter(({ waiver }) => !waiver),
    );
    expect(findings).toHaveLength(2);
  });

  it('keep a fix of all from touching what is waived', () => {
    const judge = (brief: { readonly source: string }) => found([held], brief.source);
    expect(fixedText(text, 'counts/takes', judge)).toBe(text);
    expect(fixedText(text, 'counts/lenses', judge)).toContain('3 takes · 2 lenses');
  });
});
