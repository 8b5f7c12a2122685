import { describe, expect, it } from 'vitest';
import { balanceOf, balanceOfBrief } from '../../../src/core/balance/index';
import { parse } from '../../../src/core/format/parse';
import type { Entity, Settings } from '../../../src/core/workspace/workspace';
import { graphOf, type GraphParts } from '../../support/graph';

interface TestTake {
  readonly outlet?: string;
  readonly region?: string;
  readonly lang?: string;
  readonly lens?: string;
  readonly said?: string;
  readonly quote?: string;
  readonly source?: string;
}

let source = 0;
const written = (take: TestTake) =>
  `### ${take.lens ?? 'Wire'}
- **${take.outlet ?? 'CNN'}** (${take.region ?? 'Russia'}, ${take.lang ?? 'en'}) — ${take.said ?? ''}
  > "${take.quote ?? ''}"
  Source: ${take.source ?? `https://example.org/${source++}`}`;

const briefOf = (takes: readonly TestTake[], summary = 'Text.') =>
  `# Title\n\n## Summary\n\n${summary}\n\n## Regional takes (batched by bias / lens)\n\n${takes.map(written).join('\n')}\n`;

const SETTINGS: Partial<Settings> = {
  lenses: ['unlabelled', 'Wire', 'State'],
  regions: ['Russia', 'Ukraine', 'Qatar'],
  languages: ['en', 'ru'],
};
const UKRAINE: Entity = { slug: 'ukraine', name: 'Ukraine' };
const parts: GraphParts = { settings: SETTINGS, entities: [UKRAINE], outlets: [] };

function balanced(takes: readonly TestTake[], summary = 'Text.', settings: Partial<Settings> = {}) {
  const text = briefOf(takes, summary);
  const view = graphOf({ a: text }, { ...parts, settings: { ...SETTINGS, ...settings } });
  const open = balanceOfBrief('a', parse(text), view);
  // The open brief and its record say the same.
  expect(balanceOf(view, ['a'])).toEqual(open);
  return open;
}

describe('the balance of a brief', () => {
  it('counts takes by lens and region, with what the vocabulary has and they have not', () => {
    const { lenses, regions, matrix, languages, outlets } = balanced([
      { lens: 'State', region: 'Russia', lang: 'ru', outlet: 'TASS' },
      { lens: 'State', region: 'Russia', lang: 'ru', outlet: 'RT' },
      { lens: 'Wire', region: 'Global' },
    ]);
    expect(lenses).toEqual([
      { name: 'State', takes: 2, present: true },
      { name: 'Wire', takes: 1, present: true },
    ]);
    expect(regions.map(({ name, takes, present }) => [name, takes, present])).toEqual([
      ['Russia', 2, true],
      ['Global', 1, true],
      ['Ukraine', 0, false],
      ['Qatar', 0, false],
    ]);
    expect(matrix).toEqual([
      [2, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(languages.map(({ name, takes }) => `${name} ${takes}`)).toEqual(['ru 2', 'en 1']);
    expect(outlets).toHaveLength(3);
  });

  it('counts takes before the first lens as not labelled', () => {
    const text = briefOf([{ lens: 'unlabelled' }]).replace('### unlabelled\n', '');
    expect(balanceOfBrief('a', parse(text), graphOf({}, parts)).lenses[0]).toEqual({
      name: 'unlabelled',
      takes: 1,
      present: true,
    });
  });

  it('is empty without takes', () => {
    const none = balanced([]);
    expect(none).toMatchObject({ takes: 0, voices: 0, echoes: [] });
  });
});

describe('what is missing', () => {
  const ukraine = '[Ukraine](/ko/entity/ukraine)';

  it('is first a region that the brief is about', () => {
    expect(balanced([{ lens: 'State' }], `${ukraine} and ${ukraine}`).gaps).toEqual([
      'No take from Ukraine, which the brief links 2 times.',
      'No take from Qatar.',
      'No take of the lens “Wire”.',
      'No take in ru.',
    ]);
  });

  it('is measured against the target of the workspace', () => {
    const balance = {
      regions: { Ukraine: 1, Russia: 2 },
      lenses: { Wire: 3 },
      languages: { ru: 1 },
    };
    expect(balanced([{}, { region: 'Qatar' }], 'Text.', { balance }).gaps).toEqual([
      'No take from Ukraine; the target is 1.',
      '1 take from Russia; the target is 2.',
      '2 takes of the lens “Wire”; the target is 3.',
      'No take in ru; the target is 1.',
      'No take of the lens “State”.',
    ]);
  });

  it('lists few and counts the rest', () => {
    const regions = ['Russia', 'A', 'B', 'C', 'D', 'E', 'F'];
    const { gaps } = balanced([{}], 'Text.', { regions, lenses: [], languages: [] });
    expect(gaps).toEqual(['No take from A, B, C, D and 2 more.']);
  });

  it('is nothing where there is no vocabulary', () => {
    const settings = { regions: [], lenses: [], languages: [] };
    expect(balanced([{}], 'Text.', settings).gaps).toEqual([]);
    expect(balanced([{ lens: 'unlabelled' }, {}], 'Text.', settings).gaps).toEqual([
      '1 take has no lens yet.',
    ]);
  });

  it('is said of several briefs together', () => {
    const view = graphOf(
      { a: briefOf([{}], ukraine), b: briefOf([{ lang: 'ru' }], ukraine), c: briefOf([{}]) },
      { ...parts, settings: { ...SETTINGS, lenses: ['Wire'], balance: { languages: { ru: 1 } } } },
    );
    expect(balanceOf(view, ['a', 'b', 'c', 'gone']).gaps).toEqual([
      'No take from Ukraine, which the briefs link 2 times.',
      '2 of 3 briefs miss the target of 1 take in ru.',
      'No take from Qatar.',
    ]);
  });
});

describe('takes of one voice', () => {
  const WIRE = 'the two sides met for three hours and agreed on nothing at all';

  it('share a source, whatever its spelling', () => {
    const { voices, takes, echoes } = balanced([
      { outlet: 'A', source: 'https://www.example.org/x/' },
      { outlet: 'B', source: 'https://example.org/x#top' },
      { outlet: 'C', source: 'https://example.org/x?page=2' },
    ]);
    expect([takes, voices]).toEqual([3, 2]);
    expect(echoes).toEqual([
      {
        why: 'source',
        what: 'https://www.example.org/x/',
        takes: [
          { slug: 'a', outlet: 'A', index: 0 },
          { slug: 'a', outlet: 'B', index: 1 },
        ],
      },
    ]);
  });

  it('share eight words, in summary or quote, in any case', () => {
    const { voices, echoes } = balanced([
      { outlet: 'A', said: `On Friday ${WIRE}.` },
      { outlet: 'B', quote: `THE two sides met for three hours, and agreed` },
      { outlet: 'C', said: 'The two sides met for two hours and agreed on nothing.' },
    ]);
    expect(voices).toBe(2);
    expect(echoes).toMatchObject([
      {
        why: 'words',
        what: 'THE two sides met for three hours, and agreed',
        takes: [{ outlet: 'A' }, { outlet: 'B' }],
      },
    ]);
  });

  it('share sixteen letters where words are not parted', () => {
    const said = '双方会谈三个小时没有达成任何协议也没有声明';
    expect(balanced([{ said: `昨天${said}` }, { said: `${said}。` }]).voices).toBe(1);
    expect(balanced([{ said: said.slice(0, 10) }, { said: said.slice(0, 10) }]).voices).toBe(2);
  });

  it('are said once where source and words are shared', () => {
    const same = { source: 'https://example.org/x', said: WIRE };
    const { voices, echoes } = balanced([same, same]);
    expect(voices).toBe(1);
    expect(echoes.map(({ why }) => why)).toEqual(['source']);
  });

  it('are no two takes without a source', () => {
    expect(balanced([{ source: '' }, { source: '' }]).voices).toBe(2);
  });

  it('are found across briefs', () => {
    const view = graphOf({ a: briefOf([{ said: WIRE }]), b: briefOf([{ said: WIRE }]) }, parts);
    const { voices, echoes } = balanceOf(view, ['a', 'b']);
    expect(voices).toBe(1);
    expect(echoes[0]?.takes.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });
});
