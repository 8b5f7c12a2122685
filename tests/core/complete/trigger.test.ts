import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInsertion, entityInsertion } from '../../../src/core/complete/insert';
import { completionAt, completionOn, type Trigger } from '../../../src/core/complete/trigger';
import { parse } from '../../../src/core/format/parse';
import { applyEdits } from '../../../src/core/text/edit';
import { SMALL_BRIEF, swap } from '../../support/brief';

/** The trigger at the `|` of a text that stands in place of a part of the small brief. */
function at(text: string, place = 'It shows who decides.') {
  const whole = swap(SMALL_BRIEF, place, text);
  const caret = whole.indexOf('|');
  const source = whole.slice(0, caret) + whole.slice(caret + 1);
  const trigger = completionAt(parse(source), caret);
  return { source, trigger, caret };
}

const putin = { slug: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['VVP'] };

describe('in prose', () => {
  it.each([
    ['He met [|', 'entity', ''],
    ['He met [put|', 'entity', 'put'],
    ['He met [Vladimir P|', 'entity', 'Vladimir P'],
    ['He met @|', 'entity', ''],
    ['@put|', 'entity', 'put'],
    ['(@put|', 'entity', 'put'],
    ['He met “@O’Neill|', 'entity', 'O’Neill'],
    ['He met @vladimir pu|', 'entity', 'vladimir pu'],
    ['He met @푸|', 'entity', '푸'],
    ['See [[|', 'brief', ''],
    ['See [[putin-zel|', 'brief', 'putin-zel'],
    ['See [[the talks of|', 'brief', 'the talks of'],
    ['[Russia](/ko/entity/russia) and [put|', 'entity', 'put'],
    ['`code` and [put|', 'entity', 'put'],
    ['First line\nand [put|\nthird line', 'entity', 'put'],
  ])('%s asks for %s %j', (text, kind, query) => {
    expect(at(text).trigger).toMatchObject({ kind, query, form: 'inline' });
  });

  it.each([
    'ordinary text|',
    'a sentence (with brackets)|',
    'mail to name@exam|',
    'mail to name.@exam|',
    'at 5 @ noon|',
    'a list [ of|',
    'a [closed] one|',
    'a task [x] done|',
    'an image ![put|',
    'escaped \\[put|',
    '[text](/ko/ent|)',
    '[text](|',
    '[text](/ko/entity/x[y|',
    '[put|](/x) a',
    '[Vladi|mir Putin](/ko/entity/vladimir-putin)',
    '[Vladimir @put|in](/ko/entity/vladimir-putin)',
    'code `a [put|` b',
    'code `a [put|',
    'code `a\n[put|\n` b',
    '<!-- [put| -->',
    '@one two three four five|',
    '@putin, who|',
    '[1] [2]|',
  ])('nothing pops up at %j', (text) => {
    expect(at(text).trigger).toBeNull();
  });
});

describe('in other parts', () => {
  it.each([
    ['watch item', '- The next [me|', '- The next meeting.', 'inline'],
    ['number’s label', '- 4, years of [me|', '- 4, years of war', 'inline'],
    ['take’s summary', ' — A short [me|', ' — A short report.', 'inline'],
    ['dek', '> What [me|', '> What it is about', 'inline'],
    ['Related line', 'Related: [[me|', 'Related: [[other]]', 'wiki'],
    ['Related line, later', 'Related: [[other]], [[me|', 'Related: [[other]]', 'wiki'],
    ['line of no field', 'x\n\n## Aside\n\n[me|\n\n', 'It shows who decides.', 'inline'],
  ])('a %s takes links', (_, text, place, form) => {
    expect(at(text, place).trigger).toMatchObject({ query: 'me', form });
  });

  it.each([
    ['quote', '  > "No [me|"', '  > "No point."'],
    ['quote, with an at sign', '  > "@me|"', '  > "No point."'],
    ['title', '# Small [me|', '# Small brief'],
    ['source', 'Source: https://tass.ru/@me|', 'Source: https://tass.ru/politika/1'],
    ['outlet', '- **[me|** (Russia', '- **TASS** (Russia'],
    ['lens', '### [me|', '### Kremlin / state'],
    ['Related line, an entity', 'Related: @me|', 'Related: [[other]]'],
    ['Entities line', 'Entities: [me|', 'Entities: Vladimir Putin'],
    ['meta line', 'type: [me|', 'type: event'],
    ['canonical line', 'Canonical: @me|', 'Canonical: https://rbtfl.xyz/ko/n/small'],
  ])('a %s takes none', (_, text, place) => {
    expect(at(text, place).trigger).toBeNull();
  });
});

describe('a choice', () => {
  const entity = (text: string) => {
    const { source, trigger } = at(text);
    if (!trigger) throw new Error('Nothing is asked for');
    return applyEdits(source, [entityInsertion(trigger, putin, 'ko')]);
  };
  const brief = (text: string, place?: string, title = 'The others [live]') => {
    const { source, trigger } = at(text, place);
    if (!trigger) throw new Error('Nothing is asked for');
    return applyEdits(source, [briefInsertion(trigger, { slug: 'other', title }, 'ko')]);
  };

  it.each([
    ['He met [put|.', '[Vladimir Putin]'],
    ['He met [putin|.', '[Putin]'],
    ['He met [putin|].', '[Putin]'],
    ['He met @PUTIN|.', '[Putin]'],
    ['He met @vvp|.', '[VVP]'],
    ['He met @vp|.', '[Vladimir Putin]'],
    ['He met @vladimir putin|.', '[Vladimir Putin]'],
    ['He met @|.', '[Vladimir Putin]'],
  ])('of an entity at %s reads %s', (text, link) => {
    const after = `He met ${link}(/ko/entity/vladimir-putin).`;
    expect(entity(text)).toBe(swap(SMALL_BRIEF, 'It shows who decides.', after));
  });

  it('of a brief is a link in prose and a slug in Related', () => {
    const link = '[The others \\[live\\]](/ko/n/other)';
    expect(brief('See [[oth|.')).toContain(`See ${link}.`);
    expect(brief('See [[oth|]].')).toContain(`See ${link}.`);
    expect(parse(brief('See [[oth|]].')).links.map(({ target }) => target.text)).toContain(
      '/ko/n/other',
    );
    expect(brief('- Related: [[ot|]]', '- Related: [[other]]')).toBe(SMALL_BRIEF);
    expect(brief('See [[oth|.', undefined, '')).toContain('See [other](/ko/n/other).');
  });
});

describe('anywhere in any text', () => {
  it('a trigger ends what was typed and reaches no further than its brackets', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '[',
        '[[',
        ']',
        ']]',
        '](',
        ')',
        '@',
        '`',
        '\n',
        '\n\n',
        ' a',
        '- ',
        '<!--',
        '-->',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, place) => {
        const source = swap(SMALL_BRIEF, 'It shows who decides.', pieces.join(''));
        const offset = place % (source.length + 1);
        const trigger = completionAt(parse(source), offset);
        if (!trigger) return;
        const typed = source.slice(trigger.from, offset);
        expect(typed).toMatch(trigger.kind === 'brief' ? /^\[\[/ : /^[[@]/);
        expect(typed.endsWith(trigger.query)).toBe(true);
        expect(source.slice(offset, trigger.to)).toMatch(/^\]{0,2}$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is typed on', () => {
  const before = fc.constantFrom(
    'He met ',
    '',
    'a [',
    '`',
    'mail',
    '[a](/x) ',
    '<!-- ',
    '![',
    '“',
    'x\n',
  );
  const behind = fc.constantFrom('', ' now', ']', ']](/x)', '](/x)', '` b', ' -->', 'ere] now');
  const mark = fc.constantFrom('[', '[[', '@');
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('p', 'u', 'T', '푸', 'é', '4', ' ', '-', '’', '[') },
    { weight: 1, arbitrary: fc.constantFrom('`', ']', '(', '<', '\\', '\n', '!', '@', '.') },
    { weight: 2, arbitrary: fc.constant('\b') },
  );
  const place = fc.constantFrom('It shows who decides.', '[[other]]', '- The next meeting.');

  it('asks for what the brief as a whole would say, or leaves that to it', () => {
    let followed = 0;
    fc.assert(
      fc.property(before, mark, behind, fc.array(key, { maxLength: 12 }), place, (...given) => {
        const [start, opened, end, keys, where] = given;
        let typed: string = opened;
        let last: Trigger | null = null;
        for (const one of ['', ...keys]) {
          typed = one === '\b' ? typed.slice(0, -1) : typed + one;
          const { source, trigger, caret } = at(`${start}${typed}|${end}`, where);
          const ahead = source.slice(caret).split('\n', 1)[0] ?? '';
          const next = last && completionOn(last, source.slice(last.from, caret), ahead);
          if (next) expect(next).toEqual(trigger);
          if (next) followed++;
          last = trigger;
        }
      }),
      { numRuns: 2000 },
    );
    expect(followed).toBeGreaterThan(2000);
  });
});
