import { expect, it } from 'vitest';
import { parse } from '../../../../src/core/format/parse';
import { BriefIndex } from '../../../../src/core/workspace/briefs';
import { EntityIndex } from '../../../../src/core/workspace/entities';
import { OutletIndex } from '../../../../src/core/workspace/outlets';
import type { Knowledge } from '../../../../src/core/workspace/knowledge';
import { nextPlace, placesOf } from '../../../../src/renderer/editor/links/places';

const knowledge: Knowledge = {
  settings: { version: 1, site: 'https://example.org', prefix: 'ko' },
  entities: new EntityIndex([{ slug: 'who', name: 'World Health Organization', aliases: ['WHO'] }]),
  outlets: new OutletIndex([]),
  briefs: new BriefIndex([]),
};

const brief = parse(`# A title

## Summary

The [WHO](/ko/entity/who) met, as [before](/ko/n/earlier); the [body](/ko/entity/who) said so.

## Across the graph

- Related: [[earlier]], [[other]]
- Entities: WHO, France
`);

const shown = (kind: 'brief' | 'entity', slug: string) =>
  placesOf(brief, { kind, slug }, knowledge).map(({ from, to }) => brief.source.slice(from, to));

it('are the links to a brief, inline and in Related', () => {
  expect(shown('brief', 'earlier')).toEqual(['[before](/ko/n/earlier)', '[[earlier]]']);
});

it('are the links to an entity, and its name on the Entities line', () => {
  expect(shown('entity', 'who')).toEqual([
    '[WHO](/ko/entity/who)',
    '[body](/ko/entity/who)',
    'WHO',
  ]);
});

it('follow the caret round', () => {
  const places = placesOf(brief, { kind: 'entity', slug: 'who' }, knowledge);
  expect(nextPlace(places, 0)).toBe(places[0]);
  expect(nextPlace(places, places[0]?.from ?? 0)).toBe(places[1]);
  expect(nextPlace(places, brief.source.length)).toBe(places[0]);
});
