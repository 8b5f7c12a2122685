import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntities, readOutlets, readSettings } from '../../../src/core/workspace/files';
import { SMALL_SETTINGS } from '../../support/brief';

function without(key: string) {
  const rest: Record<string, unknown> = { ...SMALL_SETTINGS };
  delete rest[key];
  return readSettings(JSON.stringify(rest));
}

describe('settings', () => {
  it('are read with keys that the app does not know', () => {
    const read = readSettings(JSON.stringify({ ...SMALL_SETTINGS, theme: 'dark' }));
    expect(read).toEqual({ ok: true, value: { ...SMALL_SETTINGS, theme: 'dark' }, faults: [] });
  });

  it('may start with a byte-order mark', () => {
    expect(readSettings(`\uFEFF${JSON.stringify(SMALL_SETTINGS)}`)).toMatchObject({ ok: true });
  });

  it('name the line and column of a fault of syntax', () => {
    const read = readSettings(
      '{\n  "version": 1,\n  "site": "https://rbtfl.xyz"\n  "prefix": "ko"\n}',
    );
    expect(read).toEqual({
      ok: false,
      fault: {
        message: 'This is not JSON: a comma or “}” is expected here.',
        place: { line: 4, column: 3 },
      },
    });
  });

  it.each([
    ['{', 'it ends too early', 1, 2],
    ['[1, 2', 'it ends too early', 1, 6],
    ['{"a": 01}', 'a value is expected here', 1, 7],
    ['{"a": 1,}', 'a comma stands before nothing', 1, 9],
    ["{'a': 1}", 'a key in double quotes is expected here', 1, 2],
    ['{"a" 1}', 'a colon is expected after the key', 1, 6],
    ['["a\nb"]', 'the text in double quotes is not closed or badly escaped', 1, 2],
    ['{} x', 'there is more text after its end', 1, 4],
    ['', 'it ends too early', 1, 1],
    ['{"a":\n nil}', 'a value is expected here', 2, 2],
  ])('say where %j breaks', (source, message, line, column) => {
    expect(readSettings(source)).toEqual({
      ok: false,
      fault: { message: `This is not JSON: ${message}.`, place: { line, column } },
    });
  });

  it('are of no use without a site, a prefix and a known version', () => {
    for (const key of ['version', 'site', 'prefix']) {
      expect(without(key)).toMatchObject({ ok: false, fault: { message: `“${key}” is missing.` } });
    }
    expect(readSettings('{"version": 2, "site": "https://x.org", "prefix": "ko"}')).toMatchObject({
      ok: false,
      fault: { place: { line: 1, column: 13 } },
    });
  });

  it('lose one bad key and keep the others', () => {
    const read = readSettings(
      '{"version": 1, "site": "https://x.org", "prefix": "ko",\n "heads": ["A", 3],\n "types": ["event"],\n "rules": {"link/self": "loud"}}',
    );
    expect(read).toEqual({
      ok: true,
      value: { version: 1, site: 'https://x.org', prefix: 'ko', types: ['event'] },
      faults: [
        { message: '“heads” must be a text.', place: { line: 2, column: 17 } },
        {
          message: '“rules” must set each rule to error, warning, info or off.',
          place: { line: 4, column: 11 },
        },
      ],
    });
  });

  it('pass over levels of rules that this version does not have', () => {
    const rules = { 'review/quote': 'error', 'link/self': 'off' };
    const read = readSettings(JSON.stringify({ ...SMALL_SETTINGS, rules }));
    expect(read).toMatchObject({ ok: true, value: { rules }, faults: [] });
  });
});

describe('registries', () => {
  it('keep fields that the app does not know, in their order', () => {
    const source = '[{"note": "x", "name": "CNN", "domains": ["cnn.com"]}]';
    const read = readOutlets(source);
    expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(source)));
  });

  it('pass over records that can’t be used, and say where they stand', () => {
    const read = readEntities(
      '[\n{"slug": "a", "name": "A"},\n{"slug": "B!", "name": "B"},\n{"slug": "c"},\n{"slug": "a", "name": "A2"},\n7]',
    );
    expect(read).toEqual({
      ok: true,
      value: [{ slug: 'a', name: 'A' }],
      faults: [
        {
          message:
            '“slug” must be a slug: small letters, digits and hyphens; the record is passed over.',
          place: { line: 3, column: 10 },
        },
        { message: '“name” is missing; the record is passed over.', place: { line: 4, column: 1 } },
        {
          message: '“a” stands here twice; the first record counts.',
          place: { line: 5, column: 10 },
        },
        {
          message: 'A record must be an object with a slug and a name; the record is passed over.',
          place: { line: 6, column: 1 },
        },
      ],
    });
  });

  it('judge a record by hand as by their schema', () => {
    const word = fc.constantFrom('a', 'B!', '', ' ', ' a ', 'Å');
    const odd = fc.oneof(word, fc.constantFrom(null, 1, true), fc.array(word), fc.constant({}));
    const record = fc.record(
      { slug: fc.constantFrom('a', 'a-1', 'A'), name: odd, aliases: odd, kind: odd, note: odd },
      { requiredKeys: ['slug'] },
    );
    const read = (of: object) => {
      const found = readEntities(JSON.stringify([of]));
      return found.ok && { count: found.value.length, faults: found.faults.map((f) => f.message) };
    };
    fc.assert(
      fc.property(record, (one) => {
        // Spaces around a slug do no harm, and are not met by hand.
        expect(read(one)).toEqual(read({ ...one, slug: ` ${one.slug}` }));
      }),
    );
  });

  it('must be lists', () => {
    expect(readOutlets('{}')).toMatchObject({ ok: false });
  });
});
