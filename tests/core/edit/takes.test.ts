import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core/format/parse';
import { after, intend } from '../../support/intention';
import { md } from '../../support/notation';

const BRIEF = md`
  # T

  **Meta:** type: event · 3 takes · 2 lenses · 2 regions

  ## Regional takes (batched by bias / lens)

  ### Wire
  - **CNN** (United States, en) — Short.
    > "No point."
    Source: https://cnn.com/1
  - **AP** (United States, en) —␣

  ### State
  - **TASS** (Russia, ru) — Official.
    Source: https://tass.ru/1

  ## Across the graph
  - Related: [[x]]
`;
const CNN =
  '- **CNN** (United States, en) — Short.\n  > "No point."\n  Source: https://cnn.com/1\n';
const AP = '- **AP** (United States, en) — \n';
const TASS = '- **TASS** (Russia, ru) — Official.\n  Source: https://tass.ru/1\n';
const BBC = '{"outlet": "BBC", "region": "Britain", "lang": "en", "summary": ""}';
const BBC_LINE = '- **BBC** (Britain, en) — \n';

/** `BRIEF` with other lenses and counts. */
function brief(counts: string, lenses: string): string {
  return BRIEF.replace('3 takes · 2 lenses · 2 regions', counts).replace(
    /### Wire[\s\S]*(?=\n## Across)/,
    lenses,
  );
}

describe('a take', () => {
  it.each([
    [
      'is added before another, and the counts follow',
      `add take to lens 0 at 0 ${BBC}`,
      brief(
        '4 takes · 2 lenses · 3 regions',
        `### Wire\n${BBC_LINE}${CNN}${AP}\n### State\n${TASS}`,
      ),
    ],
    [
      'is added behind the last of its lens',
      `add take to lens "Wire" at 2 ${BBC}`,
      brief(
        '4 takes · 2 lenses · 3 regions',
        `### Wire\n${CNN}${AP}${BBC_LINE}\n### State\n${TASS}`,
      ),
    ],
    [
      'makes its lens, behind the others',
      `add take to lens "Europe" at 0 ${BBC}`,
      brief(
        '4 takes · 3 lenses · 3 regions',
        `### Wire\n${CNN}${AP}\n### State\n${TASS}\n### Europe\n${BBC_LINE}`,
      ),
    ],
    [
      'is removed with all its lines',
      'remove take 0',
      brief('2 takes · 2 lenses · 2 regions', `### Wire\n${AP}\n### State\n${TASS}`),
    ],
    [
      'leaves its lens when it is removed, though it be empty',
      'remove take 2',
      brief('2 takes · 1 lens · 1 region', `### Wire\n${CNN}${AP}\n### State\n`),
    ],
    [
      'moves within its lens',
      'move take 0 to lens 0 at 1',
      brief('3 takes · 2 lenses · 2 regions', `### Wire\n${AP}${CNN}\n### State\n${TASS}`),
    ],
    [
      'moves to another lens',
      'move take 1 to lens "State" at 1',
      brief('3 takes · 2 lenses · 2 regions', `### Wire\n${CNN}\n### State\n${TASS}${AP}`),
    ],
    [
      'takes the lens along that it empties',
      'move take 2 to lens 0 at 1',
      brief('3 takes · 1 lens · 2 regions', `### Wire\n${CNN}${TASS}${AP}`),
    ],
    [
      'moves to a new lens',
      'move take 1 to lens "Agency" at 0',
      brief(
        '3 takes · 3 lenses · 2 regions',
        `### Wire\n${CNN}\n### State\n${TASS}\n### Agency\n${AP}`,
      ),
    ],
  ])('%s', (_, line, expected) => {
    expect(after(BRIEF, line)).toBe(expected);
  });

  it('moves there and back without a trace', () => {
    const there = after(BRIEF, 'move take 1 to lens 1 at 0');
    expect(after(there, 'move take 1 to lens 0 at 1')).toBe(BRIEF);
  });

  it('keeps text of no rule that stands in it when it moves', () => {
    const text = '### A\n- **X** (R, en) — s\n  Source: u\n  A note.\n- **Y** (R, en) — t';
    const section = (body: string) => `## Regional takes (batched by bias / lens)\n\n${body}`;
    expect(after(section(text), 'move take 0 to lens 0 at 1')).toBe(
      section('### A\n- **Y** (R, en) — t\n- **X** (R, en) — s\n  Source: u\n  A note.'),
    );
  });

  it('at the end of the section moves to a new lens behind it', () => {
    const text = '## Regional takes (batched by bias / lens)\n\n### A\n- **X** (R, en) — s\n';
    const last = '- **Y** (R, en) — t\n';
    expect(after(text + last, 'move take 1 to lens "B" at 0')).toBe(`${text}\n### B\n${last}`);
  });

  it('goes behind the last take, above text of no rule', () => {
    const text = '## Regional takes (batched by bias / lens)\n\n### A\n- **X** (R, en) — s\n';
    expect(after(`${text}A note.\n`, `add take to lens 0 at 1 ${BBC}`)).toBe(
      `${text}${BBC_LINE}A note.\n`,
    );
  });

  it('makes the section where it is missing', () => {
    expect(
      after(
        '# T\n\n## Across the graph\n- Related: [[x]]\n',
        `add take to lens "Wire" at 0 ${BBC}`,
      ),
    ).toBe(
      `# T\n\n## Regional takes (batched by bias / lens)\n\n### Wire\n${BBC_LINE}\n## Across the graph\n- Related: [[x]]\n`,
    );
  });

  it('is written with the line breaks of the brief', () => {
    const crlf = BRIEF.replaceAll('\n', '\r\n');
    expect(after(crlf, 'move take 0 to lens 1 at 1')).toBe(
      after(BRIEF, 'move take 0 to lens 1 at 1').replaceAll('\n', '\r\n'),
    );
  });

  it.each([
    ['in no such lens', `add take to lens 5 at 0 ${BBC}`, 'There is no such lens.'],
    ['that is not there', 'remove take 3', 'There is no such take.'],
    ['that is not there', 'move take 3 to lens 0 at 0', 'There is no such take.'],
  ])('is refused %s', (_, line, reason) => {
    expect(after(BRIEF, line)).toBe(`refused: ${reason}`);
  });
});

describe('the parts of a take', () => {
  const take = (text: string) => `## Regional takes (batched by bias / lens)\n\n### L\n${text}`;

  it.each([
    [
      'outlet',
      '- **A** (R, en) — s',
      'outlet "A (wire), desk"',
      '- **A (wire), desk** (R, en) — s',
    ],
    [
      'region',
      '- **A** (R, en) — s',
      'region "Washington, D.C."',
      '- **A** (Washington, D.C., en) — s',
    ],
    ['language', '- **A** (R, en) — s', 'lang "zh-Hant"', '- **A** (R, zh-Hant) — s'],
    ['summary, which was empty', '- **A** (R, en) — ', 'summary "s"', '- **A** (R, en) — s'],
    ['summary, which was missing', '- **A** (R, en)', 'summary "s"', '- **A** (R, en) — s'],
    [
      'summary over two lines',
      '- **A** (R, en) — s',
      'summary "s\\nt"',
      '- **A** (R, en) — s\n  t',
    ],
    ['summary, cleared', '- **A** (R, en) — s', 'summary ""', '- **A** (R, en) — '],
    [
      'quote, above the source',
      '- **A** (R, en) — s\n  Source: https://e.org',
      'quote "q\\nr"',
      '- **A** (R, en) — s\n  > "q\n  > r"\n  Source: https://e.org',
    ],
    [
      'quote, in the marks it has',
      '- **A** (R, en) — s\n  > “q”',
      'quote "r"',
      '- **A** (R, en) — s\n  > “r”',
    ],
    [
      'quote, with quotation marks of its own',
      '- **A** (R, en) — s\n  > "q"',
      'quote "a \\"b\\" c"',
      '- **A** (R, en) — s\n  > "a "b" c"',
    ],
    [
      'quote, cleared with its lines',
      '- **A** (R, en) — s\n  > "q\n  > r"\n  Source: https://e.org',
      'quote ""',
      '- **A** (R, en) — s\n  Source: https://e.org',
    ],
    [
      'source, below the quote',
      '- **A** (R, en) — s\n  > "q"',
      'source "https://e.org"',
      '- **A** (R, en) — s\n  > "q"\n  Source: https://e.org',
    ],
    [
      'source, cleared with its line',
      '- **A** (R, en) — s\n  Source: https://e.org\n- **B** (R, en) — t',
      'source ""',
      '- **A** (R, en) — s\n- **B** (R, en) — t',
    ],
  ])('%s', (_, before, set, expected) => {
    expect(after(take(before), `set takes[0].${set}`)).toBe(take(expected));
  });

  it('let the count of regions follow', () => {
    expect(after(BRIEF, 'set takes[1].region "Qatar"')).toBe(
      BRIEF.replace('2 regions', '3 regions').replace('**AP** (United States', '**AP** (Qatar'),
    );
  });

  it('leave a wrong count alone that they do not change', () => {
    const wrong = BRIEF.replace('3 takes', '9 takes');
    expect(after(wrong, 'set takes[1].region "Qatar"')).toContain('9 takes · 2 lenses · 3 regions');
  });

  it.each(['outlet "A** (x"', 'region "R) — s"', 'lang "en, ru"'])('are refused: %s', (set) => {
    expect(after(BRIEF, `set takes[0].${set}`)).toMatch(/^refused: \w+ can’t hold this text/);
  });
});

describe('a lens', () => {
  it.each([
    ['is added behind the others', 'add lens "Europe"', '### Wire\n', '', '\n### Europe\n'],
    ['is renamed', 'rename lens 0 "Agencies"', '### Wire\n', '### Agencies\n', ''],
  ])('%s', (_, line, from, to, end) => {
    const expected = (to ? BRIEF.replace(from, to) : BRIEF).replace(
      '\n## Across',
      `${end}\n## Across`,
    );
    expect(after(BRIEF, line)).toBe(expected);
  });

  it('moves with its takes', () => {
    const moved = brief(
      '3 takes · 2 lenses · 2 regions',
      `### State\n${TASS}\n### Wire\n${CNN}${AP}`,
    );
    expect(after(BRIEF, 'move lens 0 to 1')).toBe(moved);
    expect(after(BRIEF, 'move lens 1 to 0')).toBe(moved);
  });

  it('is removed with its takes, and the counts follow', () => {
    expect(after(BRIEF, 'remove lens 0')).toBe(
      brief('1 take · 1 lens · 1 region', `### State\n${TASS}`),
    );
  });

  it('is given to takes that stand above the first', () => {
    const text = '## Regional takes (batched by bias / lens)\n\n- **A** (R, en) — s\n';
    expect(after(text, 'set lenses[0].name "Wire"')).toBe(text.replace('- **', '### Wire\n- **'));
  });

  it('stays below takes that have none', () => {
    const text = '## Regional takes (batched by bias / lens)\n\n- **A** (R, en) — s\n\n### Wire\n';
    expect(after(text, 'move lens 1 to 0')).toMatch(/^refused: Takes without a lens come first\./);
    expect(intend(parse(text), 'move lens 1 to 5').ok).toBe(false);
  });
});
