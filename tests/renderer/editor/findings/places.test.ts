import { describe, expect, it } from 'vitest';
import type { Finding, RuleId } from '../../../../src/core/check/finding';
import { formatPath } from '../../../../src/core/fields/path';
import { parse } from '../../../../src/core/format/parse';
import { fieldOf, standingOf, takeAt } from '../../../../src/renderer/editor/findings/places';
import { rangeOf, spotAt } from '../../../../src/renderer/editor/source/scroll-side';
import { SMALL } from '../texts';

const brief = parse(SMALL);

/** A finding at the words. */
function finding(rule: RuleId, words: string): Finding {
  const from = SMALL.indexOf(words);
  return { rule, severity: 'error', message: '', from, to: from + words.length, fixes: [] };
}

const TAKE = '- **Al Jazeera** (Qatar, ar) — ';

describe('a finding belongs to', () => {
  it.each([
    ['take/summary-missing', TAKE, 'takes[1].summary'],
    ['take/quote-missing', TAKE, 'takes[1].quote'],
    ['take/source-missing', TAKE, 'takes[1].source'],
    ['take/region', 'Qatar', 'takes[1].region'],
    ['take/lens-unknown', '### Gulf / Arab', 'lenses[1].name'],
    ['take/unlabelled', '### unlabelled', 'lenses[0].name'],
    ['format/date', '2026-06-04', 'date'],
    ['format/dek', '# Talks fail', 'dek'],
    ['format/section-missing', 'It does.', null],
    ['format/section-empty', '## Why it matters', 'why'],
    ['format/canonical', 'Canonical: https', 'canonical'],
    ['link/entity-unknown', 'One line', 'summary'],
  ] as const)('%s at “%s”: %s', (rule, words, key) => {
    const path = fieldOf(brief, finding(rule, words));
    expect(path && formatPath(path)).toBe(key);
  });

  it('a section and a part, in words', () => {
    const at = finding('take/region', 'Qatar');
    expect(standingOf(brief, at)).toMatchObject({
      section: 'Regional takes',
      part: 'Al Jazeera · Region',
    });
    expect(standingOf(brief, finding('format/title', '# Talks')).section).toBe('Header');
    expect(standingOf(brief, finding('format/canonical', 'Canonical')).section).toBe('Footer');
  });
});

it('a take without an outlet is called so', () => {
  const nameless = parse(SMALL.replace('**Al Jazeera**', '****'));
  const at = nameless.source.indexOf('Qatar');
  const missing = standingOf(nameless, {
    ...finding('take/summary-missing', 'x'),
    from: at,
    to: at,
  });
  expect(missing.part).toBe('Take without an outlet · Take summary');
  const take = nameless.takes[1]?.from ?? -1;
  const whole = standingOf(nameless, { ...finding('format/take', 'x'), from: take, to: take });
  expect(whole.part).toBe('Take without an outlet');
});

describe('a place of the text', () => {
  it('has a take where its lines are, and only there', () => {
    for (let offset = 0; offset <= SMALL.length; offset++) {
      const expected = brief.takes.findIndex(({ from, to }) => from <= offset && offset <= to);
      expect(takeAt(brief, offset)).toBe(expected);
    }
  });

  it('is found again by its part', () => {
    for (let offset = 0; offset < SMALL.length; offset++) {
      const { key, share } = spotAt(brief, offset);
      const range = rangeOf(brief, key);
      expect(range, key).not.toBeNull();
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});
