import { describe, expect, it } from 'vitest';
import { linkBrief, linkEntity } from '../../../src/core/edit/index';
import { parse } from '../../../src/core/format/parse';
import { applyEdits } from '../../../src/core/text/edit';
import { stretch } from '../../support/notation';

/** The text with its `«…»` linked to the entity, or why not. */
function linked(marked: string, slug = 'putin', text?: string): string {
  const { text: source, range } = stretch(marked);
  const options = text === undefined ? { prefix: 'ko' } : { prefix: 'ko', text };
  const result = linkEntity(parse(source), range, slug, options);
  return result.ok ? applyEdits(source, result.edits) : `refused: ${result.reason}`;
}

const TAKE = '## Regional takes (batched by bias / lens)\n\n### L\n- **A** (R, en) — ';

describe('linking words', () => {
  it.each([
    [
      'in a summary',
      '## Summary\n\nWhen «Putin» met them.',
      '## Summary\n\nWhen [Putin](/ko/entity/putin) met them.',
    ],
    [
      'in a watch item',
      '## What to watch\n\n- «Putin».',
      '## What to watch\n\n- [Putin](/ko/entity/putin).',
    ],
    [
      'in a label',
      '## By the numbers\n\n- 4, by «Putin»',
      '## By the numbers\n\n- 4, by [Putin](/ko/entity/putin)',
    ],
    ['in a take’s summary', `${TAKE}«Putin» met.`, `${TAKE}[Putin](/ko/entity/putin) met.`],
    [
      'over a line break',
      '## Summary\n\nMr «Vladimir\nPutin» met.',
      '## Summary\n\nMr [Vladimir\nPutin](/ko/entity/putin) met.',
    ],
    [
      'over the indent of a bullet',
      '## What to watch\n\n- Mr «Vladimir\n  Putin».',
      '## What to watch\n\n- Mr [Vladimir\n  Putin](/ko/entity/putin).',
    ],
  ])('%s', (_, marked, expected) => {
    expect(linked(marked)).toBe(expected);
  });

  it('may show other words, or stand where none are', () => {
    expect(linked('## Summary\n\n«He» met.', 'putin', 'Putin')).toBe(
      '## Summary\n\n[Putin](/ko/entity/putin) met.',
    );
    expect(linked('## Summary\n\nSo «»it went.', 'putin', 'Putin')).toBe(
      '## Summary\n\nSo [Putin](/ko/entity/putin)it went.',
    );
  });

  it('to a brief has its own target', () => {
    const { text, range } = stretch('## Summary\n\nThe «talks».');
    const result = linkBrief(parse(text), range, 'talks-2026', { prefix: 'ko' });
    expect(result.ok && applyEdits(text, result.edits)).toBe(
      '## Summary\n\nThe [talks](/ko/n/talks-2026).',
    );
  });

  it.each([
    ['in a title', '# «Putin» met', /^refused: A link goes into prose/],
    ['in a value', '## By the numbers\n\n- «4», years', /^refused: A link goes into prose/],
    ['in a heading', '## «Summary»\n\nText.', /^refused: A link goes into prose/],
    [
      'out of its field',
      '## Summary\n\nA «b.\n\n## Why it matters\n\nC» d.',
      /^refused: A link goes/,
    ],
    ['over a paragraph', '## Summary\n\nA «b.\n\nC» d.', /^refused: This text can’t be a link/],
    [
      'in a link',
      '## Summary\n\n[«Putin»](/ko/entity/putin)',
      /^refused: There is a link here already/,
    ],
    ['in code', '## Summary\n\nSo `«Putin»`.', /^refused: This text can’t be a link/],
    ['over half a bracket', '## Summary\n\nSo «he [said».', /^refused: This text can’t be a link/],
  ])('is refused %s', (_, marked, reason) => {
    expect(linked(marked)).toMatch(reason);
  });
});
