import { describe, expect, it } from 'vitest';
import { findFindings } from '../../../src/core/graph/find-findings';
import type { FindingsQuery } from '../../../src/core/graph/findings';
import { SMALL_BRIEF } from '../../support/brief';
import { ALL_FINDINGS, graphOf } from '../../support/graph';

const texts = {
  first: SMALL_BRIEF.replace('/n/small', '/n/first').replace('2 takes', '3 takes'),
  second: SMALL_BRIEF.replace('/n/small', '/n/second').replace('Small brief', 'Another'),
};

const find = (change: Partial<FindingsQuery> = {}) =>
  findFindings(graphOf(texts), { ...ALL_FINDINGS, ...change });
const said = (change: Partial<FindingsQuery> = {}) =>
  find(change).items.map(({ slug, rule }) => `${slug} ${rule}`);

describe('the findings of a workspace', () => {
  it('stand in the order of the briefs and their texts', () => {
    expect(said()).toEqual([
      'first counts/takes',
      'first link/brief-unknown',
      'first link/brief-unknown',
      'second link/brief-unknown',
      'second link/brief-unknown',
    ]);
  });

  it('or in that of the rules', () => {
    expect(said({ order: 'rule' })[0]).toBe('first counts/takes');
    expect(said({ order: 'rule', offset: 1, limit: 1 })).toEqual(['first link/brief-unknown']);
  });

  it('are narrowed by words of the title or the message, in any case', () => {
    expect(said({ text: 'ANOTHER' })).toEqual([
      'second link/brief-unknown',
      'second link/brief-unknown',
    ]);
    expect(said({ text: 'small takes' })).toEqual(['first counts/takes']);
    expect(said({ text: 'nothing like it' })).toEqual([]);
  });

  it('are narrowed by rule, and the rules are counted without that', () => {
    const page = find({ rules: ['counts/takes'] });
    expect(page).toMatchObject({ total: 1, briefs: 1, counts: { error: 1, warning: 0, info: 0 } });
    expect(page.rules).toEqual([
      { rule: 'link/brief-unknown', count: 4, fixable: expect.any(Number) },
      { rule: 'counts/takes', count: 1, fixable: expect.any(Number) },
    ]);
  });

  it('are narrowed by brief and severity', () => {
    expect(said({ slugs: ['second', 'second', 'nowhere'] })).toHaveLength(2);
    expect(said({ severities: ['warning', 'info'] })).toEqual([]);
  });

  it('leave out, or are, what was waived', () => {
    expect(said({ waived: 'without' })).toHaveLength(5);
    expect(said({ waived: 'only' })).toEqual([]);
  });
});
