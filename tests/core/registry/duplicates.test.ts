import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '../../../src/core/registry/duplicates';

const named = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases });

describe('duplicates', () => {
  it('are records of the same name, of the same alias, or of another spelling, in this order', () => {
    expect(
      duplicatesOf([
        named('evian', 'Évian'),
        named('evian-2', 'Evian'),
        named('us', 'United States', 'USA'),
        named('usa', 'USA'),
        named('kyiv', 'Kyiv'),
        named('kiev', 'Kyiv', 'Kiev'),
        named('paris', 'Paris'),
      ]),
    ).toEqual([
      { why: 'name', word: 'Kyiv', ids: ['kyiv', 'kiev'] },
      { why: 'alias', word: 'USA', ids: ['us', 'usa'] },
      { why: 'spelling', word: 'Évian', ids: ['evian', 'evian-2'] },
    ]);
  });

  it('are found whatever the Unicode form', () => {
    const [composed, apart] = ['Évian'.normalize('NFC'), 'Évian'.normalize('NFD')];
    expect(duplicatesOf([named('a', composed), named('b', apart)])).toEqual([
      { why: 'spelling', word: composed, ids: ['a', 'b'] },
    ]);
  });

  it('name a group once, by its strongest reason', () => {
    expect(
      duplicatesOf([named('a', 'putin', 'VVP'), named('b', 'Putin', 'VVP'), named('c', 'PUTIN')]),
    ).toEqual([
      { why: 'alias', word: 'VVP', ids: ['a', 'b'] },
      { why: 'spelling', word: 'putin', ids: ['a', 'b', 'c'] },
    ]);
    expect(duplicatesOf([named('a', 'Putin', 'P'), named('b', 'Putin', 'P')])).toHaveLength(1);
  });

  it('are not within one record, nor of names without a letter', () => {
    expect(duplicatesOf([named('a', 'Putin', 'PUTIN', 'Putin')])).toEqual([]);
    expect(duplicatesOf([named('a', '’'), named('b', '’')])).toEqual([]);
  });
});
