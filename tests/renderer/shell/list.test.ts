// @vitest-environment happy-dom
import { row, workspaceOf } from './page';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefRow } from '../../../src/bridge/types';
import {
  EMPTY_QUERY,
  facets,
  initialSlug,
  listed,
  type Query,
  SORTS,
} from '../../../src/renderer/app/list';
import { applyPatch } from '../../../src/renderer/app/workspace';
import { rangeOf, typedTo } from '../../../src/renderer/shell/list/selecting';

const rows = [
  row('quiet-night', { title: 'A quiet night', date: '2026-03-01', modified: 5 }),
  row('election', {
    title: 'Élection présidentielle',
    date: '2026-01-01',
    lenses: ['left', 'right'],
    findings: { error: 2, warning: 0, info: 0 },
    modified: 9,
  }),
  row('seoul', { title: '서울과 도쿄', date: '2026-02-01', type: 'question', modified: 1 }),
];
const slugs = (query: Partial<Query>) =>
  listed(rows, { ...EMPTY_QUERY, ...query }).map(({ slug }) => slug);

describe('the list', () => {
  it('finds titles whatever their case and accents, and by any words', () => {
    expect(slugs({ text: 'election PRES' })).toEqual(['election']);
    expect(slugs({ text: 'night quiet' })).toEqual(['quiet-night']);
    expect(slugs({ text: '도쿄' })).toEqual(['seoul']);
    expect(slugs({ text: '2026-02' })).toEqual(['seoul']);
  });

  it('narrows by lens, type and severity', () => {
    expect(slugs({ lenses: ['right'] })).toEqual(['election']);
    expect(slugs({ types: ['question'] })).toEqual(['seoul']);
    expect(slugs({ severities: ['error', 'warning'] })).toEqual(['election']);
  });

  it('orders by each column', () => {
    expect(slugs({})).toEqual(['quiet-night', 'seoul', 'election']);
    expect(slugs({ sort: 'title', descending: false })[0]).toBe('quiet-night');
    expect(slugs({ sort: 'findings' })[0]).toBe('election');
    expect(slugs({ sort: 'modified', descending: false })[0]).toBe('seoul');
  });

  it('gives every row once, in either direction', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SORTS), fc.boolean(), (sort, descending) => {
        expect(slugs({ sort, descending }).toSorted()).toEqual([
          'election',
          'quiet-night',
          'seoul',
        ]);
      }),
    );
  });

  it('keeps its order while rows come, change and go', () => {
    const title = fc.constantFrom('a', 'b', 'c', 'd');
    const some = fc.dictionary(fc.constantFrom('k', 'l', 'm', 'n', 'o'), title);
    const query = { ...EMPTY_QUERY, sort: 'title', descending: false } as const;
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), (steps) => {
        let now: readonly BriefRow[] = [];
        for (const step of steps) {
          now = Object.entries(step).map(
            ([slug, name]) =>
              now.find((each) => each.slug === slug && each.title === name) ??
              row(slug, { title: name }),
          );
          const names = listed(now, query).map((each) => `${each.title} ${each.slug}`);
          expect(names).toEqual(names.toSorted());
          expect(names).toHaveLength(now.length);
        }
      }),
    );
  });

  it('finds the order of thousands that changed, in any number of steps', () => {
    const names = Array.from({ length: 3_500 }, (_, at) => `brief-${String(at).padStart(4, '0')}`);
    const at = (days: number, change: (place: number) => boolean) =>
      names.map((slug, place) =>
        row(slug, {
          date: `day ${String((place * (change(place) ? days : 7)) % 97).padStart(2, '0')}`,
        }),
      );
    listed(
      at(7, () => false),
      EMPTY_QUERY,
    );
    for (const now of [at(13, () => true), at(29, (place) => place % 3 > 0), at(5, () => true)]) {
      const plain = now.toSorted(
        (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) || (a.slug < b.slug ? -1 : 1),
      );
      expect(listed(now, EMPTY_QUERY)).toEqual(plain);
    }
  });

  it('counts the values of a column, the commonest first', () => {
    expect(facets(rows, (each) => each.lenses)).toEqual([
      { value: 'unlabelled', count: 2 },
      { value: 'left', count: 1 },
      { value: 'right', count: 1 },
    ]);
  });

  it('opens what was open, else the first', () => {
    expect(initialSlug(workspaceOf(rows, { memory: { 'open-brief': 'seoul' } }))).toBe('seoul');
    expect(initialSlug(workspaceOf(rows, { memory: { 'open-brief': 'gone' } }))).toBe(
      'quiet-night',
    );
    expect(initialSlug(workspaceOf([]))).toBeNull();
  });
});

it('takes rows in and out of the workspace', () => {
  const before = workspaceOf(rows);
  const changed = row('seoul', { title: 'Seoul' });
  const after = applyPatch(before, {
    rows: [changed, row('new')],
    gone: ['election'],
    exportFolder: '/out',
  });
  expect(after.briefs.map(({ slug }) => slug)).toEqual(['quiet-night', 'seoul', 'new']);
  expect(after.briefs[1]).toBe(changed);
  expect(after.exportFolder).toBe('/out');
  expect(applyPatch(before, { readOnly: 'Locked' }).briefs).toBe(rows);
});

describe('choosing', () => {
  it('takes a range in either direction', () => {
    expect(rangeOf(rows, 'quiet-night', 'seoul')).toHaveLength(3);
    expect(rangeOf(rows, 'seoul', 'election')).toEqual(['election', 'seoul']);
    expect(rangeOf(rows, 'gone', 'seoul')).toEqual(['seoul']);
  });

  it('goes to what is typed, and on with the same letter', () => {
    const list = ['alpha', 'beta', 'alphabet', 'bravo'].map((slug) => row(slug));
    const typed = { text: '', at: 0 };
    expect(typedTo(list, 0, typed, 'b', 1000)).toBe('beta');
    expect(typedTo(list, 1, typed, 'r', 1100)).toBe('bravo');
    expect(typedTo(list, 3, typed, 'a', 9000)).toBe('alpha');
    expect(typedTo(list, 0, typed, 'a', 20_000)).toBe('alphabet');
    expect(typedTo(list, 0, typed, 'x', 40_000)).toBeNull();
  });
});
