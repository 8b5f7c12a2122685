import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, printList, readDomains, readList } from '../../../src/core/registry/fields';
import {
  ENTITY_FIELDS,
  guessMapping,
  importEntities,
  importOutlets,
  OUTLET_FIELDS,
} from '../../../src/core/registry/import';
import { tableOfJson, tableOfRecords } from '../../../src/core/registry/table';
import { SMALL_ENTITIES, SMALL_OUTLETS } from '../../support/brief';

const rows = (headers: readonly string[], ...cells: readonly string[][]) => ({
  headers,
  rows: cells.map((row, index) => ({ line: index + 2, cells: row })),
  faults: [],
});

function entitiesOf(table: ReturnType<typeof rows>) {
  return importEntities(table, guessMapping(table.headers, ENTITY_FIELDS), SMALL_ENTITIES);
}

describe('the columns of a file', () => {
  it('are found by their headers, in many words', () => {
    expect(guessMapping(['ID', 'Title', 'Also known as', 'Type'], ENTITY_FIELDS)).toEqual({
      slug: 0,
      name: 1,
      aliases: 2,
      kind: 3,
    });
    expect(guessMapping(['Outlet', 'Website', 'Language'], OUTLET_FIELDS)).toEqual({
      name: 0,
      domains: 1,
      region: null,
      lang: 2,
      lens: null,
    });
  });
});

describe('imported entities', () => {
  it('are new, changed, the same or faulty', () => {
    const items = entitiesOf(
      rows(
        ['slug', 'name', 'aliases', 'kind'],
        ['', 'Emmanuel Macron', 'Macron; the president', 'person'],
        ['vladimir-putin', '', 'VVP', ''],
        ['', 'Volodymyr Zelensky', '', ''],
        ['Not A Slug', 'Paris', '', ''],
        ['', '', '', ''],
        ['', 'Emmanuel Macron', '', ''],
        ['', 'Путин', '', ''],
      ),
    );
    expect(items.map(({ line, state }) => `${line} ${state}`)).toEqual([
      '2 new',
      '3 changed',
      '4 same',
      '5 faulty',
      '6 faulty',
      '7 faulty',
      '8 faulty',
    ]);
    expect(items[0]?.record).toEqual({
      slug: 'emmanuel-macron',
      name: 'Emmanuel Macron',
      aliases: ['Macron', 'the president'],
      kind: 'person',
    });
    expect(items[1]?.record).toEqual({ ...SMALL_ENTITIES[0], aliases: ['Putin', 'VVP'] });
    expect(items.slice(3).map(({ fault }) => fault)).toEqual([
      'A slug is of small letters, digits and single hyphens.',
      'A slug is needed.',
      'Line 2 has it already.',
      'A slug is needed.',
    ]);
  });

  it('get a slug that is free, and a word where another is called alike', () => {
    const [item] = entitiesOf(rows(['name', 'kind'], ['Vladimir Pútin', '']));
    expect(item).toMatchObject({
      state: 'new',
      record: { slug: 'vladimir-putin-2' },
      alike: 'vladimir-putin',
    });
  });

  it('keep what the registry knows beside', () => {
    const known = [{ slug: 'paris', name: 'Paris', population: 2 }];
    const table = rows(['slug', 'kind'], ['paris', 'place']);
    const [item] = importEntities(table, guessMapping(table.headers, ENTITY_FIELDS), known);
    expect(item?.record).toEqual({ slug: 'paris', name: 'Paris', population: 2, kind: 'place' });
  });

  it('that are imported once more are all the same', () => {
    const word = fc.stringMatching(/^[a-zé]{1,6}$/);
    const record = fc.record({ slug: word, name: word, aliases: fc.array(word), kind: word });
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const table = tableOfRecords(records);
        const mapping = guessMapping(table.headers, ENTITY_FIELDS);
        const first = importEntities(table, mapping, []);
        const made = first.flatMap((item) => (item.record ? [item.record] : []));
        const again = importEntities(table, mapping, made);
        const brought = first.flatMap(({ line, record: one }) => (one ? [line] : []));
        for (const { line, state } of again) {
          if (brought.includes(line)) expect(state).toBe('same');
        }
      }),
    );
  });
});

describe('imported outlets', () => {
  it('bring domains of addresses, and say which are none', () => {
    const table = rows(
      ['Name', 'Domain', 'Region'],
      ['CNN', 'https://edition.cnn.com/world', ''],
      ['BBC', 'WWW.BBC.co.uk, bbc.com', 'United Kingdom'],
      ['Nowhere', 'no domain', ''],
    );
    const items = importOutlets(table, guessMapping(table.headers, OUTLET_FIELDS), SMALL_OUTLETS);
    expect(items.map(({ state, record }) => [state, record?.domains])).toEqual([
      ['changed', ['cnn.com', 'edition.cnn.com']],
      ['new', ['bbc.co.uk', 'bbc.com']],
      ['faulty', undefined],
    ]);
    expect(items[2]?.fault).toBe('“no” is no domain, such as example.org.');
  });
});

describe('a JSON file', () => {
  it('is a list of records, or holds one, each with its line', () => {
    const list =
      '[\n  {"slug": "a", "name": "A", "aliases": ["x", "y"]},\n  7,\n  {"name": "B"}\n]';
    const table = tableOfJson(list);
    expect(table).toEqual({
      headers: ['slug', 'name', 'aliases'],
      rows: [
        { line: 2, cells: ['a', 'A', ['x', 'y']] },
        { line: 4, cells: ['', 'B', ''] },
      ],
      faults: [{ line: 3, message: 'This is no record.' }],
    });
    expect(tableOfJson(`{"version": 1, "entities": ${list}}`).rows).toEqual(table.rows);
  });

  it('tells records of one line apart by their number', () => {
    const { rows } = tableOfJson('[{"slug": "a"}, {"slug": "b"},\n{"slug": "c"}]');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('says what is wrong with it', () => {
    expect(tableOfJson('[\n{"a": 1,}\n]').faults).toEqual([
      { line: 2, message: 'This is not JSON: a comma stands before nothing.' },
    ]);
    expect(tableOfJson('{"a": 1}').faults).toHaveLength(1);
  });
});

describe('a list on one line', () => {
  it('reads back', () => {
    const item = fc.string({ minLength: 1 }).filter((word) => /^[^;|\n]+$/.test(word));
    fc.assert(
      fc.property(fc.uniqueArray(item.map((word) => word.trim()).filter(Boolean)), (words) => {
        expect(readList(printList(words))).toEqual(words);
      }),
    );
  });

  it('of domains takes hosts and whole addresses', () => {
    expect(readDomains('cnn.com; https://www.bbc.com/news  tass.ru')).toEqual([
      'cnn.com',
      'bbc.com',
      'tass.ru',
    ]);
    expect(domainOf('localhost')).toBeNull();
  });
});
