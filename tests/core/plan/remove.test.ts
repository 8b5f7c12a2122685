import { describe, expect, it } from 'vitest';
import { SMALL_BRIEF, swap } from '../../support/brief';
import { carriedOut, changed, differing, planned, refusal, REGISTRIES, type Files } from './desk';

const OTHER = `# Another

See [the small
one](/ko/n/small) and [him](/ko/entity/vladimir-putin).

## Across the graph
- Related: [[small]], [[third]], [[small]]
- Entities: Putin, Washington, D.C., Vladimir Putin
`;
const FILES: Files = {
  ...REGISTRIES,
  'briefs/small.md': SMALL_BRIEF,
  'briefs/other.md': OTHER,
  'briefs/third.md': '# Third\n\n## Across the graph\n- Related: [[small]]\n',
};

describe('a brief is deleted', () => {
  const request = { kind: 'delete-brief', slug: 'small' } as const;

  it('goes from Related lines, and links to it become their words', () => {
    const files: Files = { ...FILES, 'reviews/small.json': '{}' };
    expect(differing(files, changed(files, request))).toEqual({
      'briefs/small.md': null,
      'reviews/small.json': null,
      'briefs/other.md': OTHER.replace('[the small\none](/ko/n/small)', 'the small\none').replace(
        '[[small]], [[third]], [[small]]',
        '[[third]]',
      ),
      'briefs/third.md': '# Third\n\n## Across the graph\n- Related: \n',
    });
  });

  it('says what depends on it, and leaves out what is not wanted', () => {
    const whole = planned(FILES, request);
    expect(whole.plan.remarks).toEqual(['other, third link to it.']);
    expect(whole.plan.files.map(({ file, to }) => [file, to])).toEqual([
      ['briefs/small.md', null],
      ['briefs/other.md', 'briefs/other.md'],
      ['briefs/third.md', 'briefs/third.md'],
    ]);
    const [link, related] = whole.plan.files[1]?.changes ?? [];
    expect(link).toMatchObject({
      line: 3,
      before: 'See [the small\none](/ko/n/small) and [him](/ko/entity/vladimir-putin).',
      after: 'See the small\none and [him](/ko/entity/vladimir-putin).',
      optional: true,
    });
    const after = carriedOut(FILES, whole, [link?.id ?? '']);
    expect(after['briefs/other.md']).toBe(
      swap(OTHER, '[[small]], [[third]], [[small]]', '[[third]]'),
    );
    expect(related?.optional).toBe(true);
  });

  it('takes its waivers and redirects along', () => {
    const files: Files = {
      ...FILES,
      'registry/waivers.json':
        '[\n  {"slug": "small", "text": ""},\n  {"slug": "other", "text": "small"}\n]\n',
      'redirects.json': '[\n  {"from": "old", "to": "small"},\n  {"from": "x", "to": "third"}\n]\n',
    };
    const after = changed(files, request);
    expect(after['registry/waivers.json']).toBe('[\n  {"slug": "other", "text": "small"}\n]\n');
    expect(after['redirects.json']).toBe('[\n  {"from": "x", "to": "third"}\n]\n');
  });

  it('lists what a published brief would lose, and refuses to delete one', () => {
    const published = { far: '# Far\n\n## Across the graph\n- Related: [[small]]\n' };
    expect(planned(FILES, request, published).plan.outside).toEqual([
      { slug: 'far', title: 'Far', line: 4, text: '[[small]]' },
    ]);
    expect(refusal(FILES, { ...request, slug: 'far' }, published)).toContain('only read');
    expect(refusal(FILES, { ...request, slug: 'none' })).toContain('There is no brief');
  });
});

describe('an entity or an outlet is deleted', () => {
  it('takes the entity’s names and links away, aliases too', () => {
    const after = changed(FILES, { kind: 'delete-entity', slug: 'vladimir-putin' });
    expect(after['briefs/other.md']).toBe(
      OTHER.replace('[him](/ko/entity/vladimir-putin)', 'him').replace(
        'Putin, Washington, D.C., Vladimir Putin',
        'Washington, D.C.',
      ),
    );
    expect(after['registry/entities.json']).toBe(
      '[\n  {"slug": "volodymyr-zelensky", "name": "Volodymyr Zelensky"},\n  {"slug": "washington-dc", "name": "Washington, D.C."}\n]\n',
    );
    expect(refusal(FILES, { kind: 'delete-entity', slug: 'none' })).toContain('no entity');
  });

  it('keeps an outlet’s takes and says so', () => {
    const whole = planned(FILES, { kind: 'delete-outlet', name: 'CNN' });
    expect(whole.plan.remarks).toEqual(['small has a take of it, which stays.']);
    expect(whole.files.map(({ file }) => file)).toEqual(['registry/outlets.json']);
    expect(carriedOut(FILES, whole)['registry/outlets.json']).not.toContain('CNN');
    expect(refusal(FILES, { kind: 'delete-outlet', name: 'none' })).toContain('no outlet');
  });
});
