import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core/format/parse';
import { after, intend } from '../../support/intention';
import { md } from '../../support/notation';

const TOP = md`
  # Talks stall
  > Nobody moves

  **Meta:** type: event · date: 2026-06-04 · heads: Who Decides · 0 takes · 0 lenses · 0 regions
`;

const META = '**Meta:** type: event · date: 2026-06-04 · heads: Who Decides';

describe('setting a field touches its own bytes', () => {
  it.each([
    ['the title', 'set title "Talks resume"', '# Talks stall', '# Talks resume'],
    ['the dek', 'set dek "Somebody moves"', '> Nobody moves', '> Somebody moves'],
    ['the type', 'set type "question"', 'type: event', 'type: question'],
    ['the date', 'set date "2026-06-05"', '2026-06-04', '2026-06-05'],
    ['the heads', 'set heads "Who Decides, How Wars End"', 'Decides ·', 'Decides, How Wars End ·'],
    ['a dek of two lines', 'set dek "Nobody\\nmoves"', '> Nobody moves', '> Nobody\n> moves'],
    ['a title of two lines', 'set title "Talks\\nstall"', '# Talks stall', '# Talks stall'],
    ['a date with blanks', 'set date " 2026-06-05 "', '2026-06-04', '2026-06-05'],
  ])('%s', (_, line, from, to) => {
    expect(after(TOP, line)).toBe(TOP.replace(from, to));
  });

  it.each([
    ['the summary', '## Summary\n\nOld\nline.\n', 'set summary "Old\\nword."', 'Old\nword.'],
    [
      'a value',
      '## By the numbers\n\n- 4, years\n',
      'set numbers[0].value "$1,200"',
      '- $1,200, y',
    ],
    ['a label', '## By the numbers\n\n- 4, years\n', 'set numbers[0].label "days"', '- 4, days'],
    ['a watch item', '## What to watch\n\n- A\n', 'set watch[0] "A\\nB"', '- A\n  B\n'],
  ])('%s', (_, text, line, holds) => {
    const [heading = ''] = text.split('\n');
    const changed = after(text, line);
    expect(changed.startsWith(`${heading}\n\n`)).toBe(true);
    expect(changed).toContain(holds);
  });

  it('changes only what differs, so that a caret beside it stays', () => {
    const result = intend(
      parse('## Summary\n\nWars end in talks.\n'),
      'set summary "Wars end in fog."',
    );
    expect(result).toMatchObject({ ok: true, edits: [{ from: 24, to: 29, insert: 'fog' }] });
  });
});

describe('setting a field that is absent adds its part', () => {
  it.each([
    ['a title', 'Text.', 'set title "T"', '# T\nText.'],
    ['a title, behind a byte-order mark', '⟨BOM⟩', 'set title "T"', '⟨BOM⟩# T'],
    ['a dek, under the title', '# T\n\nText.', 'set dek "D"', '# T\n> D\n\nText.'],
    [
      'the meta line, with the derived counts',
      '# T\n> D\n\n## Summary\n',
      'set type "event"',
      '# T\n> D\n\n**Meta:** type: event · 0 takes · 0 lenses · 0 regions\n\n## Summary\n',
    ],
    [
      'a part of the meta line, in its order',
      '**Meta:** type: event · heads: A · 0 takes',
      'set date "2026-06-04"',
      '**Meta:** type: event · date: 2026-06-04 · heads: A · 0 takes',
    ],
    [
      'the first part',
      '**Meta:** heads: A',
      'set type "event"',
      '**Meta:** type: event · heads: A',
    ],
    ['the last part', '**Meta:** type: event', 'set heads "A"', '**Meta:** type: event · heads: A'],
    ['the only part', '**Meta:**', 'set type "event"', '**Meta:** type: event'],
    ['a section', '# T', 'set why "It does."', '# T\n\n## Why it matters\n\nIt does.'],
    ['a text', '## Summary\n', 'set summary "S."', '## Summary\n\nS.\n'],
    [
      'a label',
      '## By the numbers\n\n- 4',
      'set numbers[0].label "years"',
      '## By the numbers\n\n- 4, years',
    ],
    [
      'related',
      '## Across the graph\n- Entities: A',
      'set related "[[x]]"',
      '## Across the graph\n- Related: [[x]]\n- Entities: A',
    ],
    [
      'entities',
      '## Across the graph\n- Related: [[x]]',
      'set entities "A"',
      '## Across the graph\n- Related: [[x]]\n- Entities: A',
    ],
    ['both', '# T', 'set entities "A"', '# T\n\n## Across the graph\n- Entities: A'],
    [
      'canonical',
      '# T\n',
      'set canonical "https://e.org"',
      '# T\n\n---\nCanonical: https://e.org\n',
    ],
    [
      'canonical',
      '# T\n\n---\n',
      'set canonical "https://e.org"',
      '# T\n\n---\nCanonical: https://e.org\n',
    ],
  ])('%s', (_, before, line, expected) => {
    expect(after(before.replace('⟨BOM⟩', '\uFEFF'), line)).toBe(
      expected.replace('⟨BOM⟩', '\uFEFF'),
    );
  });

  it('puts a space where a mark has none', () => {
    expect(after('**Meta:** type:', 'set type "event"')).toBe('**Meta:** type: event');
    expect(after('---\nCanonical:', 'set canonical "https://e.org"')).toBe(
      '---\nCanonical: https://e.org',
    );
  });
});

describe('clearing a field', () => {
  it('takes the lines of a dek out', () => {
    expect(after(TOP, 'set dek ""')).toBe(
      `# Talks stall\n\n${META} · 0 takes · 0 lenses · 0 regions`,
    );
  });

  it('leaves the mark of any other', () => {
    expect(after('# T\n', 'set title ""')).toBe('# \n');
    expect(after('**Meta:** type: event · 1 take', 'set type ""')).toBe(
      '**Meta:** type:  · 1 take',
    );
    expect(after('## By the numbers\n\n- 4, years', 'set numbers[0].label ""')).toBe(
      '## By the numbers\n\n- 4, ',
    );
  });

  it('of an absent part is no edit', () => {
    for (const field of ['title', 'dek', 'type', 'summary', 'canonical']) {
      expect(intend(parse('Text.'), `set ${field} ""`)).toMatchObject({ ok: true, edits: [] });
    }
  });
});

describe('line breaks', () => {
  it('are those of the brief', () => {
    expect(after('# T\r\n\r\nText.\r\n', 'set dek "A\\nB"')).toBe(
      '# T\r\n> A\r\n> B\r\n\r\nText.\r\n',
    );
    expect(after('## What to watch\r\n\r\n- A\r\n', 'set watch[0] "A\\r\\nB"')).toBe(
      '## What to watch\r\n\r\n- A\r\n  B\r\n',
    );
  });

  it('are left alone outside the field', () => {
    expect(after('# T\r\n> D\n\r\nText.\r\n', 'set dek "E"')).toBe('# T\r\n> E\n\r\nText.\r\n');
  });
});

describe('a text that would read otherwise is refused', () => {
  it.each([
    [
      'a heading in prose',
      '## Summary\n\nOld.\n',
      'set summary "a\\n## b"',
      /“## ” begins a section/,
    ],
    ['a separator in the type', TOP, 'set type "a · b"', /^Type can’t hold this text/],
    ['a separator in a head', TOP, 'set heads "a · b"', /^Heads can’t hold/],
    [
      'a comma in a value',
      '## By the numbers\n\n- 4, y',
      'set numbers[0].value "1, 2"',
      /^Value can/,
    ],
    ['an end of the brief', '## Summary\n\nOld.\n', 'set summary "Canonical: x"', /^Summary can/],
    [
      'half a fence',
      '## Summary\n\nOld.\n\n## Why it matters\n\n```',
      'set summary "```"',
      /^Summary/,
    ],
    ['a dek without a title', 'Text.', 'set dek "D"', /^A dek stands under a title\./],
    ['no such take', TOP, 'set takes[0].quote "Q"', /^There is no quote at this place\./],
  ])('%s', (_, text, line, reason) => {
    const result = intend(parse(text), line);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.reason).toMatch(reason);
  });

  it('and the refusal says where', () => {
    const text = '## Summary\n\nOld.\n';
    const result = intend(parse(text), 'set summary "## b"');
    if (result.ok) throw new Error('Was not refused');
    expect(text.slice(result.at.from, result.at.to)).toBe('Old.');
  });
});
