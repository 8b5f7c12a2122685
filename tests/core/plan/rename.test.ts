import { describe, expect, it } from 'vitest';
import { SMALL_BRIEF, swap } from '../../support/brief';
import { changed, differing, planned, refusal, REGISTRIES, type Files } from './desk';

const OTHER = `# Another

See [the small one](/ko/n/small), [both
lines](/ko/n/small "a title") and \`[code](/ko/n/small)\`, small /ko/n/small, [smaller](/ko/n/small-one).
<!-- [hidden](/ko/n/small) -->

## Across the graph
- Related: [[small]], [[small-one]]
- Entities: Putin, Washington, D.C., Vladimir Putin

---
Canonical: https://rbtfl.xyz/ko/n/other
`;

const FILES: Files = {
  ...REGISTRIES,
  'briefs/small.md': SMALL_BRIEF,
  'briefs/other.md': OTHER,
  'briefs/small-one.md': '# One\n',
};

describe('a brief gets another slug', () => {
  const request = { kind: 'rename-brief', slug: 'small', to: 'tiny', redirect: false } as const;

  it('changes the targets of links, Related, its canonical line and its file, and no other byte', () => {
    expect(differing(FILES, changed(FILES, request))).toEqual({
      'briefs/small.md': null,
      'briefs/tiny.md': swap(SMALL_BRIEF, '/ko/n/small', '/ko/n/tiny'),
      'briefs/other.md': OTHER.replace(
        '[the small one](/ko/n/small)',
        '[the small one](/ko/n/tiny)',
      )
        .replace('lines](/ko/n/small "', 'lines](/ko/n/tiny "')
        .replace('[[small]]', '[[tiny]]'),
    });
  });

  it('shows each changed line, and says which can be left out', () => {
    const { plan } = planned(FILES, request);
    expect(plan.title).toBe('Rename the brief small to tiny');
    expect(plan.files.find(({ slug }) => slug === 'small')).toMatchObject({
      file: 'briefs/small.md',
      to: 'briefs/tiny.md',
      changes: [
        {
          line: 39,
          before: 'Canonical: https://rbtfl.xyz/ko/n/small',
          after: 'Canonical: https://rbtfl.xyz/ko/n/tiny',
          optional: false,
        },
      ],
    });
    const others = plan.files.find(({ slug }) => slug === 'other')?.changes ?? [];
    expect(others.map(({ line, optional }) => [line, optional])).toEqual([
      [3, true],
      [4, true],
      [8, true],
    ]);
    expect(new Set(others.map(({ id }) => id)).size).toBe(3);
  });

  it('takes review and waivers along', () => {
    const waivers = `[
  {"rule": "graph/one-way", "slug": "other", "text": "small", "reason": "so", "by": "me"},
  {"rule": "link/brief-unknown", "slug": "other", "text": "[x](/ko/n/small-one)", "reason": "so", "by": "me"},
  {"rule": "link/partial-word", "slug": "small", "text": "x[a](/ko/n/small)", "reason": "so", "by": "me"}
]
`;
    const files: Files = {
      ...FILES,
      'reviews/small.json': '{"slug": "small", "claims": ["small"]}\n',
      'registry/waivers.json': waivers,
    };
    const after = changed(files, request);
    expect(after['reviews/tiny.json']).toBe('{"slug": "tiny", "claims": ["small"]}\n');
    expect(after['reviews/small.json']).toBeUndefined();
    expect(after['registry/waivers.json']).toBe(
      waivers
        .replace('"text": "small"', '"text": "tiny"')
        .replace(
          '"slug": "small", "text": "x[a](/ko/n/small)"',
          '"slug": "tiny", "text": "x[a](/ko/n/tiny)"',
        ),
    );
  });

  it('lists links of published briefs apart, and writes none', () => {
    const published = { far: '# Far\n\nSee [it](/ko/n/small).\n', near: '# Near\n' };
    const whole = planned(FILES, request, published);
    expect(whole.plan.outside).toEqual([
      { slug: 'far', title: 'Far', line: 3, text: '[it](/ko/n/small)' },
    ]);
    expect(whole.files.map(({ file }) => file)).not.toContain('briefs/far.md');
  });

  it('says what links to the new slug already', () => {
    const files: Files = { ...FILES, 'briefs/a.md': '# A\n\n[t](/ko/n/tiny)\n' };
    expect(planned(files, request).plan.remarks).toEqual([
      'One brief links to “tiny”, which no brief has now, and would link to this one.',
    ]);
  });

  it('keeps redirects short and free of loops', () => {
    const redirecting = { ...request, redirect: true };
    const once = changed(FILES, redirecting);
    expect(once['redirects.json']).toBe('[\n  {"from": "small", "to": "tiny"}\n]\n');
    const twice = changed(once, { ...redirecting, slug: 'tiny', to: 'alpha' });
    expect(twice['redirects.json']).toBe(
      '[\n  {"from": "small", "to": "alpha"},\n  {"from": "tiny", "to": "alpha"}\n]\n',
    );
    const back = changed(twice, { ...redirecting, slug: 'alpha', to: 'small' });
    expect(back['redirects.json']).toBe(
      '[\n  {"from": "alpha", "to": "small"},\n  {"from": "tiny", "to": "small"}\n]\n',
    );
    const broken = { ...FILES, 'redirects.json': '{}' };
    expect(refusal(broken, redirecting)).toContain('redirects.json has a fault');
  });

  it('refuses what can’t be', () => {
    const to = (slug: string) => refusal(FILES, { ...request, to: slug }, { far: '# Far\n' });
    expect(to('other')).toContain('There is a brief “other” already');
    expect(to('far')).toContain('A published brief has the slug “far”');
    expect(to('Tiny one')).toContain('is no slug');
    expect(to('small')).toContain('already');
    expect(refusal(FILES, { ...request, slug: 'none' })).toContain('no brief “none”');
    const reviewed = { ...FILES, 'reviews/tiny.json': '{}' };
    expect(refusal(reviewed, request)).toContain('reviews/tiny.json is there already');
  });
});

describe('an entity gets another slug or name', () => {
  const putin = { kind: 'rename-entity', slug: 'vladimir-putin' } as const;

  it('follows in links, on Entities lines and in the registry, by place in the order', () => {
    const to = { slug: 'putin', name: 'V. Putin' };
    const after = differing(FILES, changed(FILES, { ...putin, to, keepAlias: true }));
    expect(after).toEqual({
      'briefs/small.md': SMALL_BRIEF.replace(
        '/ko/entity/vladimir-putin',
        '/ko/entity/putin',
      ).replace('Entities: Vladimir Putin', 'Entities: V. Putin'),
      'briefs/other.md': swap(OTHER, 'D.C., Vladimir Putin', 'D.C., V. Putin'),
      'registry/entities.json': `[
  {"slug": "putin", "name": "V. Putin", "aliases": ["Putin", "Vladimir Putin"], "kind": "person"},
  {"slug": "volodymyr-zelensky", "name": "Volodymyr Zelensky"},
  {"slug": "washington-dc", "name": "Washington, D.C."}
]
`,
    });
  });

  it('moves the record only where the file is in order', () => {
    const files: Files = {
      ...FILES,
      'registry/entities.json':
        '[ {"slug": "b", "name": "B"},\n  {"slug":"a", "name": "A", "note": 1}, {"slug": "c", "name": "C"}]',
    };
    const request = { ...putin, slug: 'a', to: { slug: 'z', name: 'A' }, keepAlias: false };
    expect(changed(files, request)['registry/entities.json']).toBe(
      '[ {"slug": "b", "name": "B"},\n  {"slug":"z", "name": "A", "note": 1}, {"slug": "c", "name": "C"}]',
    );
  });

  it('reads names with commas as the registry does', () => {
    const to = { slug: 'washington-dc', name: 'Washington' };
    const after = changed(FILES, { ...putin, slug: 'washington-dc', to, keepAlias: false });
    expect(after['briefs/other.md']).toBe(swap(OTHER, 'Washington, D.C.', 'Washington'));
  });

  it('lists what published briefs would lose, and what would come to mean it', () => {
    const published = {
      far: '# Far\n\n[him](/ko/entity/vladimir-putin)\n\n## Across the graph\n- Entities: Vladimir Putin\n',
    };
    const outside = (slug: string, name: string, keepAlias: boolean) =>
      planned(FILES, { ...putin, to: { slug, name }, keepAlias }, published).plan.outside.map(
        ({ line, text }) => [line, text],
      );
    expect(outside('putin', 'Vladimir Putin', true)).toEqual([
      [3, '[him](/ko/entity/vladimir-putin)'],
    ]);
    expect(outside('vladimir-putin', 'V. Putin', true)).toEqual([]);
    expect(outside('vladimir-putin', 'V. Putin', false)).toEqual([[6, 'Vladimir Putin']]);
    const files: Files = {
      ...FILES,
      'briefs/x.md': '# X\n\n## Across the graph\n- Entities: Kyiv, Ukraine\n',
    };
    const { remarks } = planned(files, {
      ...putin,
      to: { slug: putin.slug, name: 'Kyiv, Ukraine' },
      keepAlias: true,
    }).plan;
    expect(remarks).toEqual([
      'One brief has “Kyiv, Ukraine” on the Entities line, which will be read as this entity.',
    ]);
  });

  it('refuses a name that runs into its neighbour on a line', () => {
    const files: Files = {
      ...FILES,
      'briefs/dc.md': '# D\n\n## Across the graph\n- Entities: Putin, D.C.\n',
    };
    const named = changed(files, {
      ...putin,
      to: { slug: putin.slug, name: 'Putin' },
      keepAlias: false,
    });
    const request = { ...putin, to: { slug: putin.slug, name: 'Washington' }, keepAlias: false };
    expect(refusal(named, request)).toContain('Entities line of dc would be read otherwise');
    const merging = { kind: 'merge-entities', slugs: [putin.slug], into: 'w' } as const;
    const more = swap(
      named['registry/entities.json'] ?? '',
      '\n]',
      ',\n  {"slug": "w", "name": "Washington"}\n]',
    );
    expect(refusal({ ...named, 'registry/entities.json': more }, merging)).toContain(
      'read otherwise',
    );
  });

  it('refuses names and slugs that are taken, empty or unwritable', () => {
    const to = (slug: string, name: string) =>
      refusal(FILES, { ...putin, to: { slug, name }, keepAlias: true });
    expect(to('vladimir-putin', ' ')).toContain('needs a name');
    expect(to('vladimir-putin', 'Volodymyr Zelensky')).toContain('has the name');
    expect(to('washington-dc', 'X')).toContain('is taken by Washington, D.C.');
    expect(to('A b', 'X')).toContain('is no slug');
    expect(to('vladimir-putin', 'Vladimir Putin')).toContain('already');
    expect(to('vladimir-putin', 'two\nlines')).toContain('can’t stand on an Entities line');
    const unknown = { ...putin, slug: 'none', to: { slug: 'a', name: 'A' }, keepAlias: true };
    expect(refusal(FILES, unknown)).toContain('There is no entity “none”');
  });

  it('takes the place of an alias that becomes the name, and goes back', () => {
    const there = changed(FILES, {
      ...putin,
      to: { slug: putin.slug, name: 'Putin' },
      keepAlias: true,
    });
    expect(there['registry/entities.json']).toContain(
      '"name": "Putin", "aliases": ["Vladimir Putin"]',
    );
    expect(there['briefs/other.md']).toContain('Entities: Putin, Washington, D.C., Putin');
  });
});

describe('entities become one', () => {
  it('moves links, names and aliases, and names it once', () => {
    const files: Files = {
      ...FILES,
      'registry/entities.json': `[
  {"slug": "moscow", "name": "Moscow"},
  {"slug": "the-kremlin", "name": "The Kremlin", "aliases": ["Kremlin", "Moscow, the Kremlin"]},
  {"slug": "vladimir-putin", "name": "Vladimir Putin"}
]
`,
      'briefs/a.md':
        '# A\n\n[x](/ko/entity/the-kremlin)\n\n## Across the graph\n- Entities: Moscow, Vladimir Putin, The Kremlin, Kremlin\n',
      'briefs/b.md':
        '# B\n\n## Across the graph\n- Entities: The Kremlin, Kremlin, Vladimir Putin\n',
    };
    const after = changed(files, {
      kind: 'merge-entities',
      slugs: ['the-kremlin', 'moscow'],
      into: 'moscow',
    });
    expect(after['registry/entities.json']).toBe(`[
  {"slug": "moscow", "name": "Moscow", "aliases": ["The Kremlin", "Kremlin", "Moscow, the Kremlin"]},
  {"slug": "vladimir-putin", "name": "Vladimir Putin"}
]
`);
    expect(after['briefs/a.md']).toBe(
      '# A\n\n[x](/ko/entity/moscow)\n\n## Across the graph\n- Entities: Moscow, Vladimir Putin\n',
    );
    expect(after['briefs/b.md']).toBe(
      '# B\n\n## Across the graph\n- Entities: Moscow, Vladimir Putin\n',
    );
    expect(refusal(files, { kind: 'merge-entities', slugs: ['moscow'], into: 'moscow' })).toContain(
      'at least two',
    );
  });
});

describe('a lens, a head or an outlet gets another name', () => {
  const files: Files = {
    ...FILES,
    'registry/outlets.json':
      '[\n  {"name": "CNN", "domains": ["cnn.com"], "lens": "Kremlin / state"},\n  {"name": "TASS"}\n]\n',
  };

  it('renames a lens in headings, also empty ones, vocabulary and outlets', () => {
    const briefs = {
      ...files,
      'briefs/other.md':
        '# O\n\n## Regional takes (batched by bias / lens)\n\n### Kremlin / state\n',
    };
    const after = changed(briefs, { kind: 'rename-lens', name: 'Kremlin / state', to: 'state' });
    expect(after['briefs/small.md']).toBe(swap(SMALL_BRIEF, '### Kremlin / state', '### state'));
    expect(after['briefs/other.md']).toContain('### state\n');
    expect(after['briefwright.json']).toBe(
      swap(files['briefwright.json'] ?? '', '"Kremlin / state"', '"state"'),
    );
    expect(after['registry/outlets.json']).toContain('"lens": "state"');
  });

  it('renames a head in meta lines and the vocabulary', () => {
    const after = changed(files, { kind: 'rename-head', name: 'Who Decides', to: 'Deciders' });
    expect(differing(files, after)).toEqual({
      'briefs/small.md': swap(SMALL_BRIEF, 'heads: Who Decides', 'heads: Deciders'),
      'briefwright.json': swap(files['briefwright.json'] ?? '', '"Who Decides"', '"Deciders"'),
    });
  });

  it('renames an outlet in takes and the registry', () => {
    const after = changed(files, { kind: 'rename-outlet', name: 'CNN', to: 'Wire' });
    expect(after['briefs/small.md']).toBe(swap(SMALL_BRIEF, '**CNN**', '**Wire**'));
    expect(after['registry/outlets.json']).toBe(
      '[\n  {"name": "TASS"},\n  {"name": "Wire", "domains": ["cnn.com"], "lens": "Kremlin / state"}\n]\n',
    );
  });

  it('takes waivers along where their finding stands at the word', () => {
    const waiver = (rule: string, text: string) =>
      `{"rule": ${JSON.stringify(rule)}, "slug": "small", "text": ${JSON.stringify(text)}}`;
    const after = (
      kind: 'rename-lens' | 'rename-head' | 'rename-outlet',
      name: string,
      text: string,
    ) =>
      changed({ ...files, 'registry/waivers.json': text }, { kind, name, to: 'New' })[
        'registry/waivers.json'
      ];
    expect(
      after(
        'rename-lens',
        'Kremlin / state',
        `[${waiver('take/lens-empty', '### Kremlin / state')}]`,
      ),
    ).toContain('"### New"');
    const head = `[${waiver('format/head', 'Who Decides')}, ${waiver('take/region', 'Who Decides')}]`;
    expect(after('rename-head', 'Who Decides', head)).toBe(
      `[${waiver('format/head', 'New')}, ${waiver('take/region', 'Who Decides')}]`,
    );
    const take = waiver('take/quote-missing', '- **CNN** (Russia, en)');
    expect(after('rename-outlet', 'CNN', `[${take}]`)).toContain('- **New** (Russia, en)');
  });

  it('refuses what is taken, empty, unwritable or unknown', () => {
    const lens = (to: string, name = 'Kremlin / state') =>
      refusal(files, { kind: 'rename-lens', name, to });
    expect(lens('unlabelled')).toContain('There is a lens “unlabelled” already');
    expect(lens(' ')).toContain('needs a name');
    expect(lens('x', 'unlabelled')).toContain('stands for takes without a lens');
    expect(lens('x', 'none')).toContain('There is no lens “none”');
    expect(refusal(files, { kind: 'rename-head', name: 'Who Decides', to: 'A, b' })).toContain(
      'comma',
    );
    expect(refusal(files, { kind: 'rename-outlet', name: 'CNN', to: 'a**b' })).toContain('**');
    expect(refusal(files, { kind: 'rename-outlet', name: 'CNN', to: 'TASS' })).toContain('already');
  });
});
