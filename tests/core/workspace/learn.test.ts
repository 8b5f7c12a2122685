import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/core/workspace/learn';
import { SMALL_BRIEF, swap } from '../../support/brief';

const second = swap(
  swap(
    swap(SMALL_BRIEF, 'heads: Who Decides', 'heads: Who Pays, Who Decides'),
    '- Entities: Vladimir Putin',
    '- Entities: Vladimir Putin, Kremlin, Washington, D.C.',
  ),
  'in Moscow.',
  'in [Washington, D.C.](/ko/entity/washington-dc) with [Vladimir\nPutin](/ko/entity/vladimir-putin) and [the president](/ko/entity/vladimir-putin).',
);

describe('learning from briefs', () => {
  const learned = learn([
    { slug: 'small', text: SMALL_BRIEF },
    { slug: 'second', text: second },
    { slug: 'broken', text: '\u0000[[' },
  ]);

  it('finds the address and the vocabularies, the most used words first', () => {
    expect(learned.settings).toEqual({
      version: 1,
      site: 'https://rbtfl.xyz',
      prefix: 'ko',
      types: ['event'],
      heads: ['Who Decides', 'Who Pays'],
      lenses: ['unlabelled', 'US wire / analytical', 'Kremlin / state'],
      regions: ['United States', 'Russia'],
      languages: ['en', 'ru'],
    });
  });

  it('finds entities by their links and on the Entities lines', () => {
    expect(learned.entities).toEqual([
      { slug: 'kremlin', name: 'Kremlin' },
      { slug: 'vladimir-putin', name: 'Vladimir Putin' },
      { slug: 'washington-dc', name: 'Washington, D.C.' },
    ]);
  });

  it('finds outlets with what their takes say', () => {
    expect(learned.outlets).toEqual([
      {
        name: 'CNN',
        domains: ['cnn.com'],
        region: 'United States',
        lang: 'en',
        lens: 'US wire / analytical',
      },
      { name: 'TASS', domains: ['tass.ru'], region: 'Russia', lang: 'ru', lens: 'Kremlin / state' },
    ]);
  });

  it('says something even of nothing', () => {
    expect(learn([])).toEqual({
      settings: {
        version: 1,
        site: 'https://example.org',
        prefix: 'en',
        types: [],
        heads: [],
        lenses: [],
        regions: [],
        languages: [],
      },
      entities: [],
      outlets: [],
    });
  });
});
