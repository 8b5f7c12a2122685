import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../src/core/format/names';
import { plainValue } from '../../../src/core/format/value';
import { namedEntities } from '../../../src/core/graph/named';
import { references } from '../../../src/core/graph/references-of';
import { uses } from '../../../src/core/graph/uses-of';
import { EntityIndex } from '../../../src/core/workspace/entities';
import { SMALL_BRIEF } from '../../support/brief';
import { graphOf } from '../../support/graph';

const brief = (
  title: string,
  date: string,
  related: string[],
  summary = '',
  entities = '',
) => `# ${title}
> Dek

**Meta:** type: event · date: ${date} · heads: Who Decides

## Summary

${summary}

## Across the graph
- Related: ${related.map((slug) => `[[${slug}]]`).join(', ')}
- Entities: ${entities}
`;

const putin = '[Putin](/ko/entity/vladimir-putin)';
const view = graphOf(
  {
    small: SMALL_BRIEF,
    other: brief(
      'Other',
      '2026-06-05',
      ['small', 'gone'],
      `${putin}, ${putin} and [x](/ko/entity/x)`,
    ),
    third: brief(
      'Third',
      '2026-06-01',
      ['other'],
      'As [before](/ko/n/small).',
      'Washington, D.C., Putin',
    ),
  },
  { published: { old: brief('Old', '2025-01-01', ['small'], '', 'Vladimir Putin, Nobody') } },
);

describe('what points at a brief', () => {
  it('is Related and links, of published folders too, the newest first', () => {
    const { incoming } = references(view, { kind: 'brief', slug: 'small' });
    expect(incoming).toEqual([
      {
        slug: 'other',
        title: 'Other',
        date: '2026-06-05',
        published: false,
        ties: ['related'],
        count: 1,
      },
      {
        slug: 'third',
        title: 'Third',
        date: '2026-06-01',
        published: false,
        ties: ['link'],
        count: 1,
      },
      {
        slug: 'old',
        title: 'Old',
        date: '2025-01-01',
        published: true,
        ties: ['related'],
        count: 1,
      },
    ]);
  });

  it('is known of a brief that is not there', () => {
    const { incoming, outgoing } = references(view, { kind: 'brief', slug: 'gone' });
    expect(incoming.map(({ slug }) => slug)).toEqual(['other']);
    expect(outgoing).toEqual([]);
  });
});

describe('what a brief points at', () => {
  it('is each brief and entity once, with what is unknown and one-way', () => {
    const { outgoing } = references(view, { kind: 'brief', slug: 'other' });
    expect(outgoing).toEqual([
      {
        kind: 'brief',
        slug: 'small',
        label: 'Small brief',
        state: 'known',
        ties: ['related'],
        count: 1,
      },
      { kind: 'brief', slug: 'gone', label: '', state: 'unknown', ties: ['related'], count: 1 },
      {
        kind: 'entity',
        slug: 'vladimir-putin',
        label: 'Vladimir Putin',
        state: 'known',
        ties: ['link'],
        count: 2,
      },
      { kind: 'entity', slug: 'x', label: '', state: 'unknown', ties: ['link'], count: 1 },
    ]);
  });

  it('is both ties where a brief links what it relates to', () => {
    const { outgoing } = references(view, { kind: 'brief', slug: 'small' });
    expect(outgoing[0]).toMatchObject({ slug: 'other', ties: ['related', 'link'], count: 2 });
  });

  it('is one-way where the other does not list it back', () => {
    const { outgoing } = references(view, { kind: 'brief', slug: 'third' });
    expect(outgoing.map(({ slug, state }) => [slug, state])).toEqual([
      ['other', 'one-way'],
      ['small', 'known'],
      ['washington-dc', 'known'],
      ['vladimir-putin', 'known'],
    ]);
  });
});

describe('the briefs of', () => {
  const slugs = (subject: Parameters<typeof references>[1]) =>
    references(view, subject).incoming.map(({ slug, ties, count }) => [slug, ...ties, count]);

  it('an entity link it or name it, by alias too', () => {
    expect(slugs({ kind: 'entity', slug: 'vladimir-putin' })).toEqual([
      ['other', 'link', 2],
      ['small', 'link', 'named', 2],
      ['third', 'named', 1],
      ['old', 'named', 1],
    ]);
    expect(slugs({ kind: 'entity', slug: 'washington-dc' })).toEqual([['third', 'named', 1]]);
    expect(slugs({ kind: 'entity', slug: 'constructor' })).toEqual([]);
  });

  it('an outlet, a lens, a head', () => {
    expect(slugs({ kind: 'outlet', name: 'CNN' })).toEqual([['small', 'take', 1]]);
    expect(slugs({ kind: 'lens', name: 'Kremlin / state' })).toEqual([['small', 'take', 1]]);
    expect(slugs({ kind: 'head', name: 'Who Decides' })).toHaveLength(4);
  });
});

describe('uses', () => {
  it('count briefs, not places', () => {
    expect(uses(view, 'entity')).toEqual({ 'vladimir-putin': 4, x: 1, 'washington-dc': 1 });
    expect(uses(view, 'outlet')).toEqual({ CNN: 1, TASS: 1 });
  });
});

describe('the entities that a line names', () => {
  const names = ['A', 'B', 'A, B', 'A, B, C', 'C', 'D, A', 'Zürich'];
  const entities = new EntityIndex(names.map((name, at) => ({ slug: `e${at}`, name })));
  const line = fc
    .array(fc.constantFrom(...names, 'x', '', ',', ' ', 'Zu\u0308rich'), { maxLength: 8 })
    .chain((parts) => fc.constantFrom(', ', ',', ' , ').map((glue) => parts.join(glue)));

  it('are those that the checks read on it', () => {
    fc.assert(
      fc.property(line, (named) => {
        const read = splitNames(plainValue(named, 0, named.length), (name) =>
          entities.isName(name),
        );
        const slugs = read.flatMap(({ text }) => entities.byName(text)?.slug ?? []);
        expect(namedEntities({ named }, entities)).toEqual([...new Set(slugs)]);
      }),
    );
  });
});
