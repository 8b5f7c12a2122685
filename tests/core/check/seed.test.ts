import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, countFindings } from '../../../src/core/check/index';
import { parse } from '../../../src/core/format/parse';
import { LineIndex } from '../../../src/core/text/lines';
import { knowledgeOf } from '../../../src/core/workspace/knowledge';
import { entryOf } from '../../../src/core/workspace/entry';
import { learn } from '../../../src/core/workspace/learn';
import { briefRelatedTo } from '../../support/brief';

const slug = 'putin-zelensky-talks-rebuff';
const source = readFileSync(`resources/sample-workspace/briefs/${slug}.md`, 'utf8');
const learned = learn([{ slug, text: source }]);
const others = [
  'putin-spief-2026-economy-stagnation',
  'putin-ukraine-deep-strikes-summer',
  'g7-evian-macron-ukraine-pivot',
];
const knowledge = knowledgeOf({
  ...learned,
  briefs: others.map((other) => entryOf(other, parse(briefRelatedTo(slug)), learned.settings)),
});

/** `rule line:column-line:column` of each finding, columns in UTF-16 units from 1. */
function places(text: string): string[] {
  const lines = new LineIndex(text);
  const place = (offset: number) => {
    const { line, column } = lines.place(offset);
    return `${line}:${column}`;
  };
  return check(parse(text), slug, knowledge).map(
    ({ rule, from, to }) => `${rule} ${place(from)}-${place(to)}`,
  );
}

describe('the published brief', () => {
  it('has exactly the findings that the format names', () => {
    expect(places(source)).toEqual([
      'link/partial-word 11:94-11:122',
      'graph/entity-unlisted 12:70-12:109',
      'take/unlabelled 41:1-41:15',
      'take/quote-missing 42:1-42:259',
      'take/summary-missing 44:1-44:42',
      'take/quote-missing 44:1-44:42',
      'take/summary-missing 46:1-46:32',
      'take/quote-missing 46:1-46:32',
      'take/source-date 47:11-47:112',
      'take/summary-missing 48:1-48:80',
      'take/quote-missing 48:1-48:80',
      'take/summary-missing 50:1-50:83',
      'take/quote-missing 50:1-50:83',
    ]);
  });

  it('blocks no export', () => {
    expect(countFindings(check(parse(source), slug, knowledge))).toEqual({
      error: 0,
      warning: 7,
      info: 6,
    });
  });
});
