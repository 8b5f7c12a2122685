import { describe, expect, it } from 'vitest';
import { SECTION_HEADINGS, SECTION_KINDS } from '../../../src/core/format/brief';
import { parse } from '../../../src/core/format/parse';
import { after, intend } from '../../support/intention';

const ALL = SECTION_KINDS.map((kind) => `## ${SECTION_HEADINGS[kind]}`).join('\n\n');

describe('inserting sections', () => {
  it.each([
    [
      'behind the nearest before it',
      '# T\n\n## Summary\n\nS.\n\n## Across the graph\n',
      'insert why',
      '# T\n\n## Summary\n\nS.\n\n## Why it matters\n\n## Across the graph\n',
    ],
    [
      'under the top, where it is the first',
      '# T\n> D\n\n## Why it matters\n',
      'insert summary',
      '# T\n> D\n\n## Summary\n\n## Why it matters\n',
    ],
    [
      'above the footer, where it is the last',
      '# T\n\n---\nCanonical: x',
      'insert graph',
      '# T\n\n## Across the graph\n\n---\nCanonical: x',
    ],
    [
      'above what is no section of ours',
      '# T\n\n## Odds\n\nText.\n',
      'insert summary',
      '# T\n\n## Summary\n\n## Odds\n\nText.\n',
    ],
    ['in line breaks of the brief', '# T\r\n', 'insert summary', '# T\r\n\r\n## Summary\r\n'],
  ])('%s', (_, before, line, expected) => {
    expect(after(before, line)).toBe(expected);
  });

  it('inserts above all, where nothing stands above the first', () => {
    const text = '## Across the graph\n- Related: [[x]]';
    expect(after(text, 'insert summary')).toBe(`## Summary\n\n${text}`);
    expect(after(`\uFEFF${text}`, 'insert summary')).toBe(`\uFEFF## Summary\n\n${text}`);
  });

  it('inserts all that are missing, each in its place', () => {
    expect(after('', 'insert missing')).toBe(ALL);
    const text = '# T\n\n## Why it matters\n\nW.\n\n## Across the graph\n';
    expect(after(text, 'insert missing')).toBe(
      `# T\n\n${ALL.replace('## Why it matters', '## Why it matters\n\nW.')}\n`,
    );
  });

  it('is no edit where they are there', () => {
    expect(intend(parse(ALL), 'insert missing')).toMatchObject({ ok: true, edits: [] });
    expect(intend(parse(ALL), 'insert takes')).toMatchObject({ ok: true, edits: [] });
  });
});
