import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/core/complete/match';
import { foldedText, foldedWords, initialsOf } from '../../../src/core/complete/fold';
import type { Uses } from '../../../src/core/complete/uses';
import { entityItems, outletItems, wordItems } from '../../../src/core/complete/items';

const ENTITIES = entityItems([
  { slug: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['VVP'] },
  { slug: 'putin-team', name: 'Putin Team' },
  { slug: 'vladimir-medinsky', name: 'Vladimir Medinsky' },
  { slug: 'wto', name: 'World Trade Organization' },
  { slug: 'boe', name: 'Bank of England' },
  { slug: 'erdogan', name: 'Recep Tayyip Erdoğan' },
  { slug: 'lodz', name: 'Łódź' },
  { slug: 'jose', name: 'José'.normalize('NFD') },
  { slug: 'oneill', name: "Thomas O'Neill" },
  { slug: 'hangul', name: '푸틴' },
  { slug: 'lee', name: '이재명', aliases: ['이 대통령'] },
  { slug: 'xi', name: '习近平' },
  { slug: 'tokyo', name: '東京都' },
  { slug: 'toyota', name: 'トヨタ自動車' },
  { slug: 'usa', name: 'United States', aliases: ['America', 'U.S.'] },
]);
const entities = createMatcher(ENTITIES);
const keys = (query: string, options?: Parameters<typeof entities.match>[1]) =>
  entities.match(query, options).map(({ item }) => item.key);

describe('a query', () => {
  it.each([
    ['put', ['putin-team', 'vladimir-putin']],
    ['Putin', ['putin-team', 'vladimir-putin']],
    ['vladimir putin', ['vladimir-putin']],
    ['put vlad', ['vladimir-putin']],
    ['vlad put', ['vladimir-putin']],
    ['vvp', ['vladimir-putin']],
    ['vp', ['vladimir-putin']],
    ['wt', ['wto']],
    ['wto', ['wto']],
    ['boe', ['boe']],
    ['be', ['boe']],
    ['erdogan', ['erdogan']],
    ['ERDOĞ', ['erdogan']],
    ['lodz', ['lodz']],
    ['jose', ['jose']],
    ['JOSÉ', ['jose']],
    ['o’neill', ['oneill']],
    ['oneil', ['oneill']],
    ['푸', ['hangul']],
    ['푸티', ['hangul']],
    ['ㅍㅌ', ['hangul']],
    ['이재', ['lee']],
    ['대통령', ['lee']],
    ['近平', ['xi']],
    ['京', ['tokyo']],
    ['ﾄﾖﾀ', ['toyota']],
    ['とよ', ['toyota']],
    ['自動車', ['toyota']],
    ['america', ['usa']],
    ['u.s', ['usa']],
    ['zzz', []],
    ['?!', []],
  ])('%s leads to %j', (query, expected) => {
    expect(keys(query)).toEqual(expected);
  });

  it('forgives a slip where nothing else fits', () => {
    expect(entities.match('medinzky')).toMatchObject([
      { hit: 'fuzzy', item: { key: 'vladimir-medinsky' } },
    ]);
    expect(keys('medinzky', { fuzzy: false })).toEqual([]);
    expect(keys('puu')).toEqual([]);
  });
});

describe('the order', () => {
  const items = [
    { key: 'initials', name: 'Aster Beta' },
    { key: 'extra', name: 'Zulu', extra: 'ab-zulu' },
    { key: 'alias', name: 'Yankee', aliases: ['Abx'] },
    { key: 'word', name: 'Xray Abx' },
    { key: 'name', name: 'Abxx' },
    { key: 'exact', name: 'Ab' },
    { key: 'exact alias', name: 'Whisky', aliases: ['ÁB'] },
  ];
  const matcher = createMatcher(items);

  it('is by how well it is hit', () => {
    expect(matcher.match('ab').map(({ item }) => item.key)).toEqual([
      'exact',
      'exact alias',
      'name',
      'word',
      'alias',
      'extra',
      'initials',
    ]);
  });

  it('is then by weight, and by length', () => {
    const same = createMatcher(wordItems(['Putins', 'Putina', 'Putin-long']));
    const names = (uses: Uses = {}) => same.match('puti', { uses }).map(({ item }) => item.name);
    const workspace = { 'Putin-long': 3, Putins: 1 };
    const here = new Map([['Putins', 1]]);
    expect(names()).toEqual(['Putina', 'Putins', 'Putin-long']);
    expect(names({ workspace })).toEqual(['Putin-long', 'Putins', 'Putina']);
    expect(names({ workspace, here })).toEqual(['Putins', 'Putin-long', 'Putina']);
    expect(names({ workspace })).toEqual(['Putin-long', 'Putins', 'Putina']);
    expect(names({ workspace: {} })).toEqual(['Putina', 'Putins', 'Putin-long']);
  });

  it('keeps the best within the limit', () => {
    expect(matcher.match('ab', { limit: 2 }).map(({ hit }) => hit)).toEqual(['exact', 'exact']);
  });

  it('of an empty query is by weight', () => {
    const uses = { workspace: { word: 1 } };
    expect(matcher.match('', { limit: 1, uses })).toMatchObject([{ item: { key: 'word' } }]);
  });
});

describe('items', () => {
  it('of outlets are found by domain', () => {
    const matcher = createMatcher(outletItems([{ name: 'Kyiv Post', domains: ['kyivpost.com'] }]));
    expect(matcher.match('kyivpo')).toMatchObject([{ item: { key: 'Kyiv Post' }, hit: 'extra' }]);
  });

  it('have initials with and without small words', () => {
    expect(initialsOf(foldedText('Bank of England'))).toEqual(['boe', 'be']);
    expect(initialsOf(foldedText('NATO'))).toEqual([]);
  });

  it('are found by every prefix of each of their words', () => {
    const name = fc.array(fc.string({ unit: 'binary', minLength: 1 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const items = names.map((words, index) => ({ key: String(index), name: words.join(' ') }));
        const matcher = createMatcher(items);
        for (const item of items) {
          const words = foldedWords(item.name);
          for (const word of words) {
            const units = Array.from(word);
            const query = units.slice(0, 1 + (units.length >> 1)).join('');
            if (foldedWords(query).join(' ') !== query) continue;
            const found = matcher.match(query, { limit: items.length }).map(({ item }) => item.key);
            expect(found).toContain(item.key);
          }
        }
      }),
    );
  });
});

describe('reading ahead', () => {
  const NAMES = ['Vladimir Putin', 'Putin', 'Volodymyr Zelensky', 'Zelensky', 'constructor'];
  const items = () => NAMES.map((name) => ({ key: name.toLowerCase(), name }));
  const key = fc.constantFrom(...NAMES.map((name) => name.toLowerCase()));
  const used = fc.dictionary(key, fc.nat({ max: 3 }), { noNullPrototype: true });
  const query = fc.constantFrom('', 'p', 'putin', 'zel', 'ptuin', 'con', 'vp');
  const step = fc.record({
    told: fc.nat({ max: 2 }),
    read: fc.nat({ max: 4 }),
    here: fc.option(key),
    query,
  });

  it('as little as one likes, of uses as they change, makes no difference', () => {
    fc.assert(
      fc.property(fc.tuple(used, used, used), fc.array(step), (tellings, steps) => {
        const matcher = createMatcher(items());
        for (const { told, read, here, query: typed } of steps) {
          const workspace = tellings[told] ?? {};
          const next = tellings[(told + 1) % 3] ?? {};
          matcher.read(read, next);
          const uses = { workspace, here: new Map(here === null ? [] : [[here, 1]]) };
          const fresh = createMatcher(items()).match(typed, { uses });
          expect(matcher.match(typed, { uses })).toEqual(fresh);
        }
      }),
    );
  });

  it('ends, and leaves nothing for the query to read', () => {
    const matcher = createMatcher(items());
    const workspace = { putin: 2 };
    let slices = 0;
    while (!matcher.read(2, workspace)) slices++;
    expect(slices).toBeGreaterThan(4);
    expect(matcher.read(0, workspace)).toBe(true);
    expect(matcher.match('', { limit: 1, uses: { workspace } })).toMatchObject([
      { item: { key: 'putin' } },
    ]);
  });
});
