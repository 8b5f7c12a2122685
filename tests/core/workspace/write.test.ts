import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/text/edit';
import { readEntities, readSettings, readWaivers } from '../../../src/core/workspace/files';
import type { Entity, Settings } from '../../../src/core/workspace/workspace';
import { keyOfWaiver } from '../../../src/core/waive/waiver';
import {
  editSettings,
  ENTITY_RECORDS,
  type FileEdit,
  printEntities,
  printOutlets,
  printSettings,
  putEntity,
  putOutlet,
  WAIVER_RECORDS,
} from '../../../src/core/workspace/write';
import { waiverOf } from '../waive/cases';
import { SMALL_ENTITIES, SMALL_OUTLETS, SMALL_SETTINGS } from '../../support/brief';

function after(source: string, result: FileEdit): string {
  if (!result.ok) throw new Error(result.reason);
  return applyEdits(source, result.edits);
}

const entity = (slug: string): Entity => ({ slug, name: slug.toUpperCase() });

describe('a new registry', () => {
  it('has one record a line, sorted by slug', () => {
    expect(printEntities([...SMALL_ENTITIES].reverse())).toBe(`[
  {"slug": "vladimir-putin", "name": "Vladimir Putin", "aliases": ["Putin"], "kind": "person"},
  {"slug": "volodymyr-zelensky", "name": "Volodymyr Zelensky"},
  {"slug": "washington-dc", "name": "Washington, D.C."}
]
`);
    expect(printEntities([])).toBe('[]\n');
  });

  it('reads back equal', () => {
    expect(readEntities(printEntities(SMALL_ENTITIES))).toEqual({
      ok: true,
      value: SMALL_ENTITIES,
      faults: [],
    });
  });
});

describe('a record that is put into a registry', () => {
  const source = '[\r\n\t{ "slug":"b" ,"name":"B"} ,\r\n\t{"slug":"d",\r\n\t "name":"D"}\r\n]';

  it('takes its place and leaves the other bytes', () => {
    expect(after(source, putEntity(source, entity('a')))).toBe(
      source.replace('{ "slug":"b"', '{"slug": "a", "name": "A"},\r\n\t{ "slug":"b"'),
    );
    expect(after(source, putEntity(source, entity('c')))).toBe(
      source.replace('{"slug":"d"', '{"slug": "c", "name": "C"},\r\n\t{"slug":"d"'),
    );
    expect(after(source, putEntity(source, entity('e')))).toBe(
      source.replace('"name":"D"}', '"name":"D"},\r\n\t{"slug": "e", "name": "E"}'),
    );
  });

  it('replaces the record of its slug or name', () => {
    expect(after(source, putEntity(source, { slug: 'b', name: 'Bee' }))).toBe(
      source.replace('{ "slug":"b" ,"name":"B"}', '{"slug": "b", "name": "Bee"}'),
    );
    const outlets = printOutlets(SMALL_OUTLETS);
    expect(after(outlets, putOutlet(outlets, { name: 'CNN', lang: 'en' }))).toContain(
      '  {"name": "CNN", "lang": "en"},\n',
    );
  });

  it('starts an empty registry', () => {
    expect(after('[]\n', putEntity('[]\n', entity('a')))).toBe(
      '[\n  {"slug": "a", "name": "A"}\n]\n',
    );
  });

  it('is refused by a file with a fault', () => {
    expect(putEntity('[{"slug": "a"', entity('b'))).toMatchObject({ ok: false });
    expect(putEntity('{}', entity('b'))).toMatchObject({ ok: false });
  });

  it('adds one line to a printed registry, whatever the order', () => {
    const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}$/), { minLength: 1 });
    fc.assert(
      fc.property(slugs, (all) => {
        const source = all.reduce((text, slug) => {
          const next = after(text, putEntity(text, entity(slug)));
          const before = new Set(text.split('\n').map((line) => line.replace(/,$/, '')));
          const added = next.split('\n').filter((line) => !before.has(line.replace(/,$/, '')));
          expect(text === '[]\n' ? 1 : added.length).toBe(1);
          return next;
        }, '[]\n');
        expect(source).toBe(printEntities(all.map(entity)));
      }),
    );
  });
});

describe('many records at once', () => {
  const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,3}$/), { maxLength: 12 });

  it('come and go as one by one, and leave every other line', () => {
    fc.assert(
      fc.property(slugs, slugs, fc.nat(), (there, put, seed) => {
        const source = printEntities(there.map(entity));
        const gone = new Set(there.filter((_, index) => (seed >> (index % 30)) % 2 === 1));
        const fewer = after(source, ENTITY_RECORDS.drop(source, gone));
        const rest = there.filter((slug) => !gone.has(slug));
        expect(readEntities(fewer)).toMatchObject({ ok: true, faults: [] });
        expect(fewer.replace(/\s/g, '')).toBe(printEntities(rest.map(entity)).replace(/\s/g, ''));
        const fresh = put.map((slug) => ({ slug, name: `New ${slug}` }));
        const whole = after(fewer, ENTITY_RECORDS.put(fewer, fresh));
        const one = fresh.reduce((text, record) => after(text, putEntity(text, record)), fewer);
        expect(whole).toBe(one);
      }),
    );
  });

  it('find their places in a file that is not sorted', () => {
    const source = '[\n  {"slug": "m", "name": "M"},\n  {"slug": "c", "name": "C"}\n]\n';
    expect(after(source, ENTITY_RECORDS.put(source, [entity('z'), entity('d')]))).toBe(
      '[\n  {"slug": "d", "name": "D"},\n  {"slug": "m", "name": "M"},\n' +
        '  {"slug": "c", "name": "C"},\n  {"slug": "z", "name": "Z"}\n]\n',
    );
  });
});

describe('a waiver in its file', () => {
  const first = waiverOf({ slug: 'a', rule: 'take/source-url', text: 'x' });
  const others = [waiverOf({ slug: 'a', text: 'z' }), waiverOf({ slug: 'a', text: 'z', nth: 1 })];

  it('stands on one line, by brief, rule and place', () => {
    const text = WAIVER_RECORDS.print([first, ...[...others].reverse()]);
    expect(text.split('\n').slice(1, -2)).toEqual(
      [...others, first].map((waiver) => expect.stringContaining(`"rule": "${waiver.rule}"`)),
    );
    expect(readWaivers(text)).toEqual({ ok: true, value: [...others, first], faults: [] });
  });

  it('is the one of its finding, whichever way its place is written', () => {
    const zero = { ...waiverOf({}), nth: 0 };
    expect(keyOfWaiver(zero)).toBe(keyOfWaiver(waiverOf({})));
    expect(WAIVER_RECORDS.keyOf(zero)).toBe(keyOfWaiver(zero));
    const text = WAIVER_RECORDS.print([waiverOf({})]);
    const changed = after(text, WAIVER_RECORDS.put(text, [{ ...zero, reason: 'Another' }]));
    expect(readWaivers(changed)).toMatchObject({ value: [{ reason: 'Another' }] });
    expect(after(text, WAIVER_RECORDS.drop(text, new Set([keyOfWaiver(zero)])))).toBe('[]\n');
  });
});

describe('settings that change', () => {
  const source =
    '{ "version":1, "site":"https://rbtfl.xyz",\n\t"prefix":"ko", "mine": {"a":1},\n"types":["event"] }';
  const read = readSettings(source);
  if (!read.ok) throw new Error(read.fault.message);
  const settings: Settings = read.value;

  it('keep their bytes where nothing changes', () => {
    expect(editSettings(source, settings)).toEqual({ ok: true, edits: [] });
  });

  it('replace, add and remove keys and no others', () => {
    const { types: _, ...rest } = settings;
    expect(after(source, editSettings(source, { ...settings, prefix: 'en' }))).toBe(
      source.replace('"ko"', '"en"'),
    );
    expect(after(source, editSettings(source, rest))).toBe(
      source.replace(',\n"types":["event"]', ''),
    );
    expect(after(source, editSettings(source, { ...rest, heads: ['A'] }))).toBe(
      source.replace('\n"types":["event"]', '\n  "heads": [\n    "A"\n  ]'),
    );
  });

  it('leave a key that could not be read', () => {
    const odd = source.replace('["event"]', '"event"');
    const next = readSettings(odd);
    expect(next.ok && editSettings(odd, next.value)).toEqual({ ok: true, edits: [] });
  });

  it('come to what was asked for, from anything to anything', () => {
    const words = fc.array(fc.string({ minLength: 1 }).filter((word) => word.trim() !== ''));
    const any = fc
      .record(
        { types: words, heads: words, lenses: words, regions: words, languages: words },
        { requiredKeys: [] },
      )
      .map((vocabularies) => ({ ...SMALL_SETTINGS, ...vocabularies }));
    const keys = fc.subarray(['types', 'heads', 'lenses', 'regions', 'languages'] as const);
    fc.assert(
      fc.property(any, any, keys, (from, to, dropped) => {
        const wanted: Record<string, unknown> & Settings = { ...to };
        for (const key of dropped) delete wanted[key];
        const source = printSettings(from);
        const next = readSettings(after(source, editSettings(source, wanted)));
        expect(next).toEqual({ ok: true, value: { ...wanted }, faults: [] });
      }),
    );
  });
});
