import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core/format/parse';
import { readCanonical, readWebAddress } from '../../../src/core/workspace/address';
import { BriefIndex } from '../../../src/core/workspace/briefs';
import { EntityIndex } from '../../../src/core/workspace/entities';
import { entryOf } from '../../../src/core/workspace/entry';
import { isWithinDomain, OutletIndex } from '../../../src/core/workspace/outlets';
import type { BriefEntry } from '../../../src/core/workspace/workspace';
import {
  SMALL_BRIEF,
  SMALL_ENTITIES,
  SMALL_OUTLETS,
  SMALL_SETTINGS,
  swap,
} from '../../support/brief';

describe('entities', () => {
  const index = new EntityIndex([
    ...SMALL_ENTITIES,
    { slug: 'jose', name: 'José'.normalize('NFD') },
  ]);

  it('are found by slug, name and alias', () => {
    expect(index.get('vladimir-putin')?.name).toBe('Vladimir Putin');
    expect(index.byName('Putin')?.slug).toBe('vladimir-putin');
    expect(index.isName('Washington, D.C.')).toBe(true);
    expect(index.isName('putin')).toBe(false);
  });

  it('have one name, however it is composed', () => {
    expect(index.byName('José'.normalize('NFC'))?.slug).toBe('jose');
  });

  it('own their name before another’s alias', () => {
    const other = index.with({ slug: 'putin-town', name: 'Putin' });
    expect(other.byName('Putin')?.slug).toBe('putin-town');
    expect(other.with({ slug: 'putin-town', name: 'Town' }).byName('Putin')?.slug).toBe(
      'vladimir-putin',
    );
    expect(index.has('putin-town')).toBe(false);
  });
});

describe('outlets', () => {
  const index = new OutletIndex(SMALL_OUTLETS);

  it('are found by name and by host', () => {
    expect(index.domainsOf('TASS')).toEqual(['tass.ru', 'tass.com']);
    expect(index.domainsOf('Kyiv Post')).toEqual([]);
    expect(index.ofHost('edition.CNN.com')?.name).toBe('CNN');
    expect(index.ofHost('notcnn.com')).toBeUndefined();
  });

  it('own a domain with its subdomains only', () => {
    expect(isWithinDomain('edition.cnn.com', 'cnn.com')).toBe(true);
    expect(isWithinDomain('notcnn.com', 'cnn.com')).toBe(false);
  });
});

function entry(slug: string, part: Partial<BriefEntry> = {}): BriefEntry {
  const base = { slug, title: slug, date: '2026-06-04', related: [], claims: null };
  return { ...base, published: false, ...part };
}

describe('briefs', () => {
  it('of the workspace shadow published ones', () => {
    const index = new BriefIndex([
      entry('a', { published: true, title: 'old' }),
      entry('a', { title: 'new' }),
      entry('a', { published: true, title: 'older' }),
    ]);
    expect(index.get('a')?.title).toBe('new');
    expect(index.size).toBe(1);
  });

  it('know who lists them and who claims their slug', () => {
    const index = new BriefIndex([
      entry('a', { related: ['b', 'c', 'b'] }),
      entry('d', { related: ['b'], claims: 'a' }),
    ]);
    expect(index.linkedFrom('b')).toEqual(['a', 'd']);
    expect(index.claimants('a')).toEqual(['d']);
    const next = index.with([entry('a')], ['d']);
    expect(next.linkedFrom('b')).toEqual([]);
    expect(next.has('d')).toBe(false);
    expect(index.has('d')).toBe(true);
  });
});

describe('the entry of a brief', () => {
  it('holds what others and the list need', () => {
    expect(entryOf('small', parse(SMALL_BRIEF), SMALL_SETTINGS)).toEqual({
      slug: 'small',
      title: 'Small brief',
      date: '2026-06-04',
      related: ['other'],
      claims: null,
      published: false,
      type: 'event',
      heads: ['Who Decides'],
      lenses: ['US wire / analytical', 'Kremlin / state'],
      takes: 2,
      links: ['other'],
      entities: { 'vladimir-putin': 1 },
    });
  });

  it('tells which slug the canonical line claims', () => {
    const text = swap(SMALL_BRIEF, '/ko/n/small', '/ko/n/large');
    expect(entryOf('small', parse(text), SMALL_SETTINGS).claims).toBe('large');
  });

  it('of an empty file is empty', () => {
    expect(entryOf('x', parse(''), SMALL_SETTINGS)).toMatchObject({
      title: '',
      related: [],
      takes: 0,
    });
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.cnn.com/2026/06/04/x?y#z', 'www.cnn.com', '/2026/06/04/x'],
    ['HTTP://EN.Example.org:8080', 'en.example.org', ''],
    [
      'https://en.wikipedia.org/wiki/A_(2022%E2%80%93present)',
      'en.wikipedia.org',
      '/wiki/A_(2022%E2%80%93present)',
    ],
    ['https://user@host.org/x', 'host.org', '/x'],
    ['https://조선.한국/기사', '조선.한국', '/기사'],
  ])('read %s', (url, host, path) => {
    expect(readWebAddress(url)).toEqual({ host, path });
  });

  it.each([
    '',
    'cnn.com',
    'ftp://cnn.com/x',
    'https://',
    'https:///x',
    'https://a b',
    'javascript:alert(1)',
  ])('refuse %j', (url) => {
    expect(readWebAddress(url)).toBeNull();
  });

  it('are read alike, whether they are plain or not', () => {
    const unit = fc.constantFrom(...'a z 0 9 - . _ ~ / @ : ? # [ ] % A é 한'.split(' '), ' ', '\t');
    fc.assert(
      fc.property(fc.boolean(), fc.string({ unit, maxLength: 20 }), (isSafe, rest) => {
        const scheme = isSafe ? 'https' : 'http';
        // With a scheme in capitals, none is plain.
        const general = readWebAddress(`${scheme.toUpperCase()}://${rest}`);
        expect(readWebAddress(`${scheme}://${rest}`)).toEqual(general);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of a canonical line have a site, a prefix and a slug', () => {
    expect(readCanonical('https://rbtfl.xyz/sub/ko/n/a-b')).toEqual({
      site: 'https://rbtfl.xyz/sub',
      prefix: 'ko',
      slug: 'a-b',
    });
    expect(readCanonical('https://rbtfl.xyz/n/a')).toBeNull();
  });
});
