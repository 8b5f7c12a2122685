import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/check/index';
import { exportPathOf, faultOfPattern, planExport } from '../../../src/core/export/index';
import { parse } from '../../../src/core/format/parse';
import { SMALL_BRIEF, smallKnowledge, swap } from '../../support/brief';

const knowledge = smallKnowledge();
// The plan only compares hashes: a text stands for its own.
const source = (text: string) => ({
  slug: 'small',
  text,
  hash: text,
  findings: check(parse(text), 'small', knowledge),
});
const plan = (text: string, target: string | null, lastWritten: string | null) =>
  planExport([source(text)], knowledge.settings, {
    target: () => (target === null ? null : { text: target, hash: target }),
    lastWritten: () => lastWritten,
  });

describe('the plan of an export', () => {
  it.each([
    ['new', null, null],
    ['new', null, SMALL_BRIEF],
    ['unchanged', SMALL_BRIEF, SMALL_BRIEF],
    ['unchanged', SMALL_BRIEF, null],
    ['changed', 'old', 'old'],
    ['changed-outside', 'other', 'old'],
    ['changed-outside', 'other', null],
  ])('is %s where the target is %j and %j was written', (state, target, lastWritten) => {
    expect(plan(SMALL_BRIEF, target, lastWritten)).toEqual({
      files: [{ slug: 'small', path: 'ko/n/small.md', state, before: target, after: SMALL_BRIEF }],
      blocked: [],
    });
  });

  it('keeps every byte of the brief', () => {
    const text = `\uFEFF${SMALL_BRIEF.replaceAll('\n', '\r\n')}`;
    expect(plan(text, null, null).files.map(({ after }) => after)).toEqual([text]);
  });

  it('holds back what has an error, and only that', () => {
    const broken = swap(SMALL_BRIEF, '2 takes', '3 takes').replaceAll('\n', '\r\n');
    expect(plan(broken, null, null)).toEqual({
      files: [],
      blocked: [
        {
          slug: 'small',
          errors: [{ line: 4, message: 'The brief has 2 takes: set the number in the meta line.' }],
        },
      ],
    });
    const warned = swap(SMALL_BRIEF, 'A short report.', '');
    expect(plan(warned, null, null).blocked).toEqual([]);
  });
});

describe('the path of an exported file', () => {
  it('follows the workspace’s pattern', () => {
    expect(exportPathOf('a-b', { prefix: 'ko' })).toBe('ko/n/a-b.md');
    expect(exportPathOf('a', { prefix: 'ko', exportPath: 'x/{slug}/{prefix}.md' })).toBe(
      'x/a/ko.md',
    );
    expect(exportPathOf('a', { prefix: 'ko', exportPath: '../{slug}' })).toBe('ko/n/a.md');
  });

  it.each([
    '{slug}.md',
    '{prefix}/n/{slug}.md',
    'content/{prefix}/{slug}/index.md',
    '{slug}/{slug}.md',
  ])('may be %s', (pattern) => {
    expect(faultOfPattern(pattern)).toBeNull();
  });

  it.each([
    '',
    'all.md',
    '/{slug}.md',
    'C:/{slug}.md',
    '\\\\host\\{slug}',
    '../{slug}.md',
    'a/../{slug}.md',
    './{slug}.md',
    'a//{slug}.md',
    '{slug}/',
    'a/{slug}.md ',
    'a./{slug}',
    '{slug}.{ext}',
    '{slug}}',
    '{{slug}',
    '{slug}\n.md',
    '{slug}?.md',
  ])('may not be %j', (pattern) => {
    expect(faultOfPattern(pattern)).not.toBeNull();
  });
});
