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
  const request = { kind: 'delete-briefs', slugs: ['small'] } as const;

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
    expect(refusal(FILES, { ...request, slugs: ['far'] }, published)).toContain('only read');
    expect(refusal(FILES, { ...request, slugs: ['small', 'none'] })).toContain('There is no brief');
  });
});

describe('several briefs are deleted at once', () => {
  const request = { kind: 'delete-briefs', slugs: ['small', 'third'] } as const;

  it('are one plan: what links to any of them is changed once, and they not at all', () => {
    const whole = planned(FILES, request);
    expect(whole.plan.title).toBe('Delete 2 briefs');
    expect(whole.plan.remarks).toEqual(['other links to them.']);
    expect(whole.plan.files.map(({ file, to, changes }) => [file, to, changes.length])).toEqual([
      ['briefs/small.md', null, 0],
      ['briefs/third.md', null, 0],
      ['briefs/other.md', 'briefs/other.md', 2],
    ]);
    expect(carriedOut(FILES, whole)['briefs/other.md']).toBe(
      OTHER.replace('[the small\none](/ko/n/small)', 'the small\none').replace(
        '[[small]], [[third]], [[small]]',
        '',
      ),
    );
  });

  it('names each once, and none at all is refused', () => {
    const twice = planned(FILES, { ...request, slugs: ['small', 'small'] });
    expect(twice.plan.title).toBe('Delete the brief small');
    expect(refusal(FILES, { ...request, slugs: [] })).toBe('Choose a brief to delete.');
  });
});

describe('a brief that stands in the place of a published one', () => {
  const published = {
    small: SMALL_BRIEF,
    far: '# Far\n\n## Across the graph\n- Related: [[small]]\n',
  };
  const remark =
    'A published brief has the slug “small” too: links to it that stay lead there from then on.';

  it('says where links lead when it is deleted', () => {
    const { plan } = planned(FILES, { kind: 'delete-briefs', slugs: ['small'] }, published);
    expect(plan.remarks).toEqual([remark, 'other, third link to it.']);
    expect(plan.outside.map(({ slug }) => slug)).toEqual(['far']);
  });

  it('says so when it is renamed, too', () => {
    const rename = { kind: 'rename-brief', slug: 'small', to: 'tiny', redirect: false } as const;
    const { plan } = planned(FILES, rename, published);
    expect(plan.remarks).toEqual([remark]);
    expect(plan.outside.map(({ slug }) => slug)).toEqual(['far']);
    expect(planned(FILES, rename).plan.remarks).toEqual([]);
  });

  it('can’t be made by a rename: links to the published one would come to mean it', () => {
    const rename = { kind: 'rename-brief', slug: 'third', to: 'far', redirect: false } as const;
    expect(refusal(FILES, rename, published)).toBe(
      'A published brief has the slug “far”. Choose another.',
    );
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

  it('is refused where its neighbours on a line would read as one name', () => {
    const entities = `[
  {"slug": "a", "name": "Paris, Texas"},
  {"slug": "b", "name": "Paris"},
  {"slug": "c", "name": "Texas"},
  {"slug": "d", "name": "Rome, N.Y."}
]
`;
    const line = (names: string) => `# X\n\n## Across the graph\n- Entities: ${names}\n`;
    const files = { 'registry/entities.json': entities, ...REGISTRIES };
    const desk = (names: string): Files => ({
      ...files,
      'registry/entities.json': entities,
      'briefs/x.md': line(names),
    });
    const request = { kind: 'delete-entity', slug: 'd' } as const;
    expect(refusal(desk('Paris, Rome, N.Y., Texas'), request)).toBe(
      'Without “Rome, N.Y.”, the Entities line of x would be read otherwise. Mend that line first.',
    );
    expect(changed(desk('Paris, Texas, Rome, N.Y.'), request)['briefs/x.md']).toBe(
      line('Paris, Texas'),
    );
    expect(changed(desk('Texas, Rome, N.Y., Paris'), request)['briefs/x.md']).toBe(
      line('Texas, Paris'),
    );
  });

  it('keeps an outlet’s takes and says so', () => {
    const whole = planned(FILES, { kind: 'delete-outlet', name: 'CNN' });
    expect(whole.plan.remarks).toEqual(['small has a take of it, which stays.']);
    expect(whole.files.map(({ file }) => file)).toEqual(['registry/outlets.json']);
    expect(carriedOut(FILES, whole)['registry/outlets.json']).not.toContain('CNN');
    expect(refusal(FILES, { kind: 'delete-outlet', name: 'none' })).toContain('no outlet');
  });
});
