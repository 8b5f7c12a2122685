import { describe, expect, it } from 'vitest';
import type { GraphView } from '../../../src/core/graph/view';
import { Searcher } from '../../../src/core/search/index';
import type { Entity } from '../../../src/core/workspace/workspace';
import { SMALL_BRIEF, swap } from '../../support/brief';
import { graphOf, type GraphParts } from '../../support/graph';

const brief = (title: string, date = '2026-06-04', summary = '', rest = '') => `# ${title}

**Meta:** type: event · date: ${date} · heads: Who Decides

## Summary

${summary}

${rest}
`;

function searched(texts: Record<string, string>, parts: GraphParts = {}) {
  const view = graphOf(texts, parts);
  const searcher = new Searcher({
    slugs: () => Array.from(view.records(), ({ slug }) => slug),
    text: (slug) => view.text(slug),
  });
  while (searcher.work(50));
  const page = (text: string, offset = 0, limit = 50) =>
    searcher.search({ text, offset, limit }, view);
  return { view, searcher, page, slugs: (text: string) => page(text).hits.map(({ slug }) => slug) };
}

describe('the order', () => {
  it('is title, then summary, then takes, then the rest, then the newest', () => {
    const { slugs } = searched({
      rest: brief('A', '2026-06-09', '', '## Why it matters\n\nOil.'),
      take: swap(SMALL_BRIEF, 'A short report.', 'Oil.'),
      old: brief('Oil', '2025-01-01'),
      summary: brief('B', '2026-06-09', 'About oil.'),
      title: brief('Oil', '2026-06-01'),
      same: brief('Oil', '2026-06-01'),
    });
    expect(slugs('oil')).toEqual(['same', 'title', 'old', 'summary', 'take', 'rest']);
  });

  it('takes the worst place of several words', () => {
    const { slugs } = searched({
      both: brief('Oil price', '2025-01-01'),
      one: brief('Oil', '2026-06-01', 'The price.'),
    });
    expect(slugs('oil price')).toEqual(['both', 'one']);
  });

  it('is the same over all pages', () => {
    const texts = Array.from({ length: 30 }, (_, at) => [
      `b${at}`,
      brief('Oil', `2026-06-0${1 + (at % 3)}`),
    ]);
    const { page } = searched(Object.fromEntries(texts));
    const pages = [0, 7, 14, 21, 28].flatMap((offset) => page('oil', offset, 7).hits);
    expect(pages).toEqual(page('oil').hits);
    expect(page('oil', 7, 7).total).toBe(30);
    expect(page('oil', 40, 7).hits).toEqual([]);
  });
});

describe('words and phrases', () => {
  const { slugs } = searched({
    a: brief('A', '2026-06-03', '[Vladimir Putin](/ko/entity/vladimir-putin) said “no”.'),
    b: brief('B', '2026-06-02', 'Putin’s Vladimir'),
    c: brief('C', '2026-06-01', 'Über Zürich. Path'),
  });

  it('read links as what they show', () => {
    expect(slugs('"putin said"')).toEqual(['a']);
    expect(slugs('entity')).toEqual([]);
    expect(slugs('"vladimir putin"')).toEqual(['a']);
  });

  it('have no accents and no case, and match the beginning of the last word alone', () => {
    expect(slugs('zurich UBER')).toEqual(['c']);
    expect(slugs('zur')).toEqual(['c']);
    expect(slugs('zur uber')).toEqual([]);
    expect(slugs('"zur"')).toEqual([]);
  });

  it('find a possessive by its name', () => {
    expect(slugs('putin vlad')).toEqual(['a', 'b']);
    expect(slugs('putin’s')).toEqual(['b']);
  });

  it('are left out behind a minus', () => {
    expect(slugs('putin -said')).toEqual(['b']);
    expect(slugs('-putin')).toEqual(['c']);
    expect(slugs('-"vladimir putin"')).toEqual(['b', 'c']);
  });

  it('never run from one part into the next', () => {
    expect(slugs('"a vladimir"')).toEqual([]);
  });

  it('are none in an empty query, which finds all', () => {
    expect(slugs(' ')).toEqual(['a', 'b', 'c']);
    expect(slugs('— …')).toEqual(['a', 'b', 'c']);
  });

  it('may be an address', () => {
    const small = searched({ small: SMALL_BRIEF });
    expect(small.slugs('https://www.cnn.com/2026/06/04')).toEqual(['small']);
    expect(small.page('https://www.cnn.com/2026/06/04').remarks).toEqual([]);
  });
});

describe('filters', () => {
  const entities: readonly Entity[] = [
    { slug: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['Putin'] },
    { slug: 'putin-village', name: 'Putin' },
    { slug: 'washington-dc', name: 'Washington, D.C.' },
  ];
  const { slugs, page } = searched(
    {
      small: SMALL_BRIEF,
      village: brief('Village', '2025-12-31', '[it](/ko/entity/putin-village)'),
      named: brief('Named', '2026-07-01', '', '## Across the graph\n- Entities: Washington, D.C.'),
    },
    { entities, published: { old: brief('Old', '2024-02-29') } },
  );

  it.each([
    ['entity:vladimir-putin', ['small']],
    ['entity:"vladimir putin"', ['small']],
    ['entity:putin', ['small', 'village']],
    ['entity:“Washington, D.C.”', ['named']],
    ['-entity:putin', ['named', 'old']],
    ['lens:"kremlin / state"', ['small']],
    ['lens:wire', ['small']],
    ['outlet:cnn', ['small']],
    ['type:EVENT title', []],
    ['head:"who decides" village', ['village']],
    ['date:2026', ['named', 'small']],
    ['date:2026-06', ['small']],
    ['date:2026-06-04', ['small']],
    ['date:2025..2026-06', ['small', 'village']],
    ['date:..2024', ['old']],
    ['date:2026-07..', ['named']],
    ['-date:2026', ['village', 'old']],
    ['has:error', ['named', 'small', 'village']],
    ['has:waiver', []],
    ['has:warning -has:error', []],
    ['-has:finding', ['old']],
  ])('%s', (query, expected) => {
    expect([slugs(query), page(query).remarks]).toEqual([expected, []]);
  });

  it.each([
    ['date:soon', 4, '“soon” is no date: write 2026, 2026-06, 2026-06-12 or 2026-06..2026-08.'],
    [
      'date:2026-13',
      4,
      '“2026-13” is no date: write 2026, 2026-06, 2026-06-12 or 2026-06..2026-08.',
    ],
    [
      'date:2026..2025',
      4,
      '“2026..2025” is no date: write 2026, 2026-06, 2026-06-12 or 2026-06..2026-08.',
    ],
    [
      'has:fun',
      4,
      '“has:fun” is unknown: write has:finding, has:error, has:warning, has:info or has:waiver.',
    ],
    ['lens:', 4, '“lens:” needs a value after it.'],
    ['entity:""', 4, '“entity:” needs a value after it.'],
    ['lens:moon', 0, 'No brief has the lens “moon”.'],
    ['entity:moon', 0, 'No entity in the registry is called “moon”.'],
    ['by:putin', 0, '“by:” is no filter: it is searched for as text.'],
  ])('%s finds %i and is remarked on', (query, total, remark) => {
    expect(page(query)).toMatchObject({ total, remarks: [remark] });
  });
});

describe('snippets', () => {
  const snippets = (text: string, query: string) => {
    const { page } = searched({ small: text });
    return page(query).hits[0]?.snippets ?? [];
  };
  const marked = (text: string, query: string) =>
    snippets(text, query).map(({ part, text: shown, marks }) => {
      let out = shown;
      for (const { from, to } of [...marks].reverse()) {
        out = `${out.slice(0, from)}⟦${out.slice(from, to)}⟧${out.slice(to)}`;
      }
      return `${part}: ${out}`;
    });

  it.each([
    ['brief', ['title: Small ⟦brief⟧']],
    ['meeting', ['source, CNN: https://www.cnn.com/2026/06/04/europe/⟦meeting⟧']],
    ['short', ['take by CNN: A ⟦short⟧ report.']],
    ['point', ['quote, CNN: No ⟦point⟧.']],
    ['cnn', ['outlet: ⟦CNN⟧']],
    ['"met the others"', ['Summary: Vladimir Putin ⟦met the others⟧ in Moscow.']],
    ['vlad', ['Summary: ⟦Vladimir⟧ Putin met the others in Moscow.']],
    ['years war', ['By the numbers: 4, ⟦years⟧ of ⟦war⟧']],
    [
      'point moscow',
      ['Summary: Vladimir Putin met the others in ⟦Moscow⟧.', 'quote, CNN: No ⟦point⟧.'],
    ],
    ['point -kyiv', ['quote, CNN: No ⟦point⟧.']],
    ['outlet:cnn', []],
  ])('of %s', (query, expected) => {
    expect(marked(SMALL_BRIEF, query)).toEqual(expected);
  });

  it('mark the letters of a script without spaces', () => {
    const text = swap(SMALL_BRIEF, 'A short report.', '双方会谈没有结果');
    expect(marked(text, '会谈没')).toEqual(['take by CNN: 双方⟦会谈没⟧有结果']);
    expect(marked(text, '果')).toEqual(['take by CNN: 双方会谈没有结⟦果⟧']);
  });

  it('are cut at words, and say where in the brief the first mark is', () => {
    const long = `${'many words stand here '.repeat(10)}needle ${'and many more after it '.repeat(10)}`;
    const text = swap(SMALL_BRIEF, 'It shows who decides.', long);
    const [snippet] = snippets(text, 'needle');
    expect(snippet?.text).toMatch(
      /^…(many|words|stand|here) .* needle and .* (and|many|more|after|it)…$/,
    );
    expect(snippet?.text.length).toBeLessThan(190);
    expect(snippet?.at).toBe(text.indexOf('needle'));
  });

  it('know their place behind links and over the lines of a quote', () => {
    const [moscow] = snippets(SMALL_BRIEF, 'moscow');
    expect(moscow?.at).toBe(SMALL_BRIEF.indexOf('Moscow'));
    const text = swap(SMALL_BRIEF, '"No point."', '"No\n  > point."');
    expect(snippets(text, '"no point"')[0]).toMatchObject({
      text: 'No point.',
      at: text.indexOf('No\n'),
    });
    expect(snippets(text, 'point')[0]?.at).toBe(text.indexOf('point.'));
  });
});

describe('the index', () => {
  const COUNT = 4500;
  const words = ['oil', 'gas', 'war', 'talks', 'Kyiv', '고려', '总统'];
  const textOf = (at: number, turn = 0) =>
    `# ${words[(at + turn) % 7]} ${words[(at * 3 + turn) % 5]} n${at}\n`;

  function source(texts: ReadonlyMap<string, string>): Searcher {
    return new Searcher({ slugs: () => texts.keys(), text: (slug) => texts.get(slug) ?? null });
  }
  const naive = (texts: ReadonlyMap<string, string>, word: string) =>
    [...texts].filter(([, text]) => text.includes(word)).map(([slug]) => slug);

  it('answers from what is there while it is read, and from all once it is', () => {
    const texts = new Map(Array.from({ length: 300 }, (_, at) => [`b${at}`, textOf(at)]));
    const searcher = source(texts);
    const view: GraphView = graphOf({});
    const first = searcher.search({ text: 'oil', offset: 0, limit: 200 }, view);
    expect(first.complete).toBe(false);
    expect(first.total).toBeGreaterThan(0);
    expect(first.total).toBeLessThan(naive(texts, 'oil').length);
    while (searcher.work(10));
    const last = searcher.search({ text: 'oil', offset: 0, limit: 200 }, view);
    expect([last.complete, last.total]).toEqual([true, naive(texts, 'oil').length]);
  });

  it('stays right when much is read, changed, removed and merged', () => {
    const texts = new Map(Array.from({ length: COUNT }, (_, at) => [`b${at}`, textOf(at)]));
    const searcher = source(texts);
    while (searcher.work(100));
    for (let at = 0; at < COUNT; at += 3) {
      const slug = `b${at}`;
      if (at % 2 === 0) {
        texts.set(slug, textOf(at, 1));
        searcher.put(slug);
      } else {
        texts.delete(slug);
        searcher.drop(slug);
      }
    }
    while (searcher.work(100));
    const view = graphOf({});
    for (const word of words) {
      expect([word, searcher.slugs(word, view).sort()]).toEqual([word, naive(texts, word).sort()]);
    }
    expect(searcher.slugs('"oil gas"', view).sort()).toEqual(naive(texts, 'oil gas').sort());
  });

  it('passes over a text that can’t be read', () => {
    const searcher = new Searcher({ slugs: () => ['a'], text: () => null });
    expect(searcher.search({ text: '', offset: 0, limit: 1 }, graphOf({}))).toEqual({
      total: 0,
      hits: [],
      remarks: [],
      complete: true,
    });
  });
});
