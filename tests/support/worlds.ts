import fc from 'fast-check';
import type { Waiver } from '../../src/core/waive/waiver';
import type { Settings } from '../../src/core/workspace/workspace';
import { SMALL_BRIEF, SMALL_SETTINGS } from './brief';

/** Few slugs, so that random briefs often meet. */
export const SLUGS = ['a', 'b', 'c', 'd', 'small'];

export const slug = fc.constantFrom(...SLUGS);
export const text = fc
  .record({
    title: fc.constantFrom('One', 'Two'),
    related: fc.array(fc.constantFrom(...SLUGS, 'nowhere'), { maxLength: 3 }),
    link: fc.constantFrom('/ko/n/a', '/ko/n/b', '/en/n/c', '/ko/n/nowhere', '/ko/entity/x'),
    entity: fc.constantFrom('vladimir-putin', 'volodymyr-zelensky', 'nobody'),
    named: fc.constantFrom('Vladimir Putin', 'Putin, Washington, D.C.', 'Nobody', 'X'),
    outlet: fc.constantFrom('CNN', 'TASS', 'AP'),
    claims: fc.constantFrom(...SLUGS, 'nowhere'),
  })
  .map(({ title, related, link, entity, named, outlet, claims }) =>
    SMALL_BRIEF.replace('Small brief', title)
      .replace('[[other]]', related.map((other) => `[[${other}]]`).join(', '))
      .replace('/ko/n/other', link)
      .replace('vladimir-putin', entity)
      .replace('Entities: Vladimir Putin', `Entities: ${named}`)
      .replace('**CNN**', `**${outlet}**`)
      .replace('/n/small', `/n/${claims}`),
  );

export const settings = fc
  .record({
    prefix: fc.constantFrom('ko', 'en'),
    rules: fc.constantFrom(
      {},
      { 'graph/one-way': 'off' } as const,
      { 'graph/one-way': 'error' } as const,
      { 'waiver/unused': 'off' } as const,
    ),
    regions: fc.constantFrom(['Russia'], ['Russia', 'United States']),
  })
  .map((change): Settings => ({ ...SMALL_SETTINGS, ...change }));

export const waiver: fc.Arbitrary<Waiver> = fc.record(
  {
    rule: fc.constantFrom('graph/one-way', 'link/brief-unknown', 'graph/slug-duplicate'),
    slug,
    text: fc.constantFrom('a', 'b', 'c'),
    reason: fc.constant('So be it'),
    by: fc.constant('Ada'),
    until: fc.constantFrom('2026-06-01', '2026-07-01'),
  },
  { requiredKeys: ['rule', 'slug', 'text', 'reason', 'by'] },
);
