import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../../../src/core/format/parse';
import { createMentionMatcher, findMentions } from '../../../../src/core/mentions';
import type { Entity } from '../../../../src/core/workspace/workspace';
import { candidatesIn, mentionsOf } from '../../../../src/renderer/editor/links/candidates';

const turn = async (): Promise<void> => undefined;

// Few letters, so that names stand in texts: composed and not, scripts with and without spaces.
const word = fc.constantFrom(
  'Ana',
  'An',
  'Bo',
  'É',
  'E\u0301lan',
  '한국',
  '中',
  '中国',
  '“Q”',
  'x',
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const registry = fc.array(fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) }), {
  maxLength: 8,
});
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', ', ', '’s ', '에 ', '')), { maxLength: 20 })
  .map((words) => words.flat().join(''));

const entitiesOf = (records: readonly Omit<Entity, 'slug'>[]): Entity[] =>
  records.map((record, at) => ({ slug: `e-${at}`, ...record }));

it('leaves out none that stands in the text', async () => {
  await fc.assert(
    fc.asyncProperty(registry, text, async (records, words) => {
      const entities = entitiesOf(records);
      const brief = parse(`# Title\n\n## Summary\n\n${words}\n`);
      const all = findMentions(brief, createMentionMatcher(entities), { prefix: 'ko' });
      expect(await mentionsOf(brief, entities, 'ko', turn)).toEqual(all);
    }),
  );
});

it('leaves out nearly all of a large registry', async () => {
  const entities = Array.from({ length: 5000 }, (_, at) => ({
    slug: `e-${at}`,
    name: `N${at} of somewhere`,
  }));
  const found = await candidatesIn('About N17 of somewhere.', entities, turn);
  expect(found.map(({ slug }) => slug)).toContain('e-17');
  expect(found.length).toBeLessThan(20);
});
