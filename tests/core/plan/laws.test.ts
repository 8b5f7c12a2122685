import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../src/core/format/target';
import { parse } from '../../../src/core/format/parse';
import { print } from '../../../src/core/format/print';
import { planChange } from '../../../src/core/plan/index';
import { namesOf } from '../../../src/core/plan/names';
import type { ChangeRequest } from '../../../src/core/plan/types';
import { briefParts, damage } from '../../support/arbitrary';
import { carriedOut, changed, type Files, planned, REGISTRIES, viewOf } from './desk';

const SLUGS = ['putin', 'talks', 'evian'] as const;
const ENTITIES = [
  { slug: 'g7', name: 'G7', aliases: ['Group of Seven'] },
  { slug: 'russia', name: 'Russia' },
  { slug: 'talks', name: 'Talks, the' },
];
const SAYINGS = [
  '[a](/ko/n/putin)',
  '[b\nc](/ko/n/talks "t")',
  '`[x](/ko/n/putin)`',
  '[d](/ko/entity/russia)',
  '[e](</ko/entity/talks>)',
  '/ko/n/putin',
  'putin',
  '<!-- [h](/ko/n/talks) -->',
  '[f](/ko/n/putin-talks)',
  '[g](/ko/n/nowhere)',
] as const;
const NAMES = ['G7', 'Russia', 'Talks, the', 'Group of Seven', 'Nobody'] as const;

/** A brief with random parts, links of every shape, and now and then damage. */
const brief = fc
  .record({
    parts: briefParts,
    said: fc.subarray([...SAYINGS]),
    related: fc.subarray([...SLUGS, 'nowhere']),
    names: fc.subarray([...NAMES]),
    hurt: fc.option(damage, { freq: 3 }),
  })
  .map(({ parts, said, related, names, hurt }) => {
    const lines = {
      summary: ['Word', ...said].join(' '),
      heads: ['Who Decides', ...(parts.heads ?? [])],
      lenses: (parts.lenses ?? []).map((lens, at) => ({
        name: at === 0 ? 'Kremlin / state' : lens.name,
        takes: lens.takes.map((take, nth) => (nth === 0 ? { ...take, outlet: 'CNN' } : take)),
      })),
      related,
      entities: names.length > 0 ? names.join(', ') : null,
    };
    const text = print({ ...parts, ...lines });
    return hurt ? hurt(text) : text;
  });

const desk: fc.Arbitrary<Files> = fc.tuple(brief, brief, brief).map((texts) => ({
  ...REGISTRIES,
  'registry/entities.json': `[\n${ENTITIES.map((entity) => `  ${JSON.stringify(entity)}`).join(',\n')}\n]\n`,
  ...Object.fromEntries(SLUGS.map((slug, at) => [`briefs/${slug}.md`, texts[at] ?? ''])),
}));

/** A rename with the one that takes it back. */
const rename: fc.Arbitrary<readonly [ChangeRequest, ChangeRequest]> = fc.oneof(
  fc.constantFrom(...SLUGS).map((slug) => {
    const request = { kind: 'rename-brief', redirect: false } as const;
    return [
      { ...request, slug, to: 'fresh-one' },
      { ...request, slug: 'fresh-one', to: slug },
    ] as const;
  }),
  fc
    .tuple(
      fc.constantFrom(...ENTITIES),
      fc.constantFrom('aa', 'h', 'zz'),
      fc.constantFrom('Fresh', 'Fresh, one'),
    )
    .map(([{ slug, name }, fresh, freshName]) => {
      const request = { kind: 'rename-entity', keepAlias: false } as const;
      return [
        { ...request, slug, to: { slug: fresh, name: freshName } },
        { ...request, slug: fresh, to: { slug, name } },
      ] as const;
    }),
  fc
    .constantFrom(
      ['rename-lens', 'Kremlin / state'] as const,
      ['rename-head', 'Who Decides'] as const,
      ['rename-outlet', 'CNN'] as const,
    )
    .map(
      ([kind, name]) =>
        [
          { kind, name, to: 'Fresh' },
          { kind, name: 'Fresh', to: name },
        ] as const,
    ),
);

/** What is linked or named in the briefs and not known. */
function unknown(files: Files): string[] {
  const view = viewOf(files);
  return [...view.records()].flatMap(({ slug }) => {
    const read = parse(view.text(slug) ?? '');
    const links = read.links.flatMap((link) => {
      const target = linkTarget(link, view.settings.prefix);
      if (target.kind === 'brief' && !view.briefs.has(target.slug)) return [target.slug];
      return target.kind === 'entity' && !view.entities.has(target.slug) ? [target.slug] : [];
    });
    const names = namesOf(read, view.entities).filter(({ text }) => !view.entities.isName(text));
    return [...links, ...names.map(({ text }) => text)];
  });
}

describe('a rename', () => {
  it('makes nothing unknown that was known', () => {
    fc.assert(
      fc.property(desk, rename, (files, [there]) => {
        expect(unknown(changed(files, there)).sort()).toEqual(unknown(files).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('is taken back byte for byte', () => {
    fc.assert(
      fc.property(desk, rename, (files, [there, back]) => {
        expect(changed(changed(files, there), back)).toEqual(files);
      }),
      { numRuns: 200 },
    );
  });
});

describe('entities that become one', () => {
  const merging = fc
    .shuffledSubarray(
      ENTITIES.map((entity) => entity.slug),
      { minLength: 2 },
    )
    .map(([into = '', ...slugs]) => ({ kind: 'merge-entities', slugs, into }) as const);

  it('stay known under each of their names, and stand on a line once', () => {
    fc.assert(
      fc.property(desk, merging, (files, wish) => {
        const after = changed(files, wish);
        expect(unknown(after).toSorted()).toEqual(unknown(files).toSorted());
        const view = viewOf(after);
        expect(view.entities.all).toHaveLength(ENTITIES.length - wish.slugs.length);
        for (const { slug } of view.records()) {
          const names = namesOf(parse(view.text(slug) ?? ''), view.entities);
          const known = names.flatMap(({ text }) => view.entities.byName(text)?.slug ?? []);
          const before = namesOf(parse(files[`briefs/${slug}.md`] ?? ''), viewOf(files).entities);
          const twice =
            before.filter(({ text }) => ['G7', 'Group of Seven'].includes(text)).length > 1;
          if (!twice) expect(new Set(known).size).toBe(known.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('an entity that is deleted', () => {
  it('is neither linked nor named any more, and nothing else is unknown', () => {
    fc.assert(
      fc.property(desk, fc.constantFrom('g7', 'russia', 'talks'), (files, slug) => {
        const after = changed(files, { kind: 'delete-entity', slug });
        expect(unknown(after).toSorted()).toEqual(unknown(files).toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

describe('a name with a comma', () => {
  const WORDS = ['A', 'B', 'C', 'A, B', 'B, C', 'A, C', 'A, B, C'] as const;
  const registry = (names: readonly string[]) => {
    const records = names.map((name) => ({ slug: name.toLowerCase().replaceAll(', ', '-'), name }));
    return `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(',\n')}\n]\n`;
  };

  it('is taken out of a line only where its neighbours are read as before', () => {
    const line = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
    const known = fc.subarray([...WORDS], { minLength: 1 });
    let refused = 0;
    fc.assert(
      fc.property(line, known, fc.nat(), (names, entities, at) => {
        const files: Files = {
          ...REGISTRIES,
          'registry/entities.json': registry(entities),
          'briefs/x.md': `# X\n\n## Across the graph\n- Entities: ${names.join(', ')}\n`,
        };
        const gone = entities[at % entities.length] ?? '';
        const slug = gone.toLowerCase().replaceAll(', ', '-');
        const read = (all: Files) => {
          const view = viewOf(all);
          const found = namesOf(parse(view.text('x') ?? ''), view.entities);
          return found.map(({ text }) => text);
        };
        const wish = { kind: 'delete-entity', slug } as const;
        const result = planChange(viewOf(files), wish, { text: (file) => files[file] ?? null });
        if (result.ok) {
          const left = read(files).filter((name) => name !== gone);
          expect(read(carriedOut(files, result.plan))).toEqual(left);
        } else {
          refused += 1;
          expect(result.reason).toContain('would be read otherwise');
        }
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(0);
  });
});

const request: fc.Arbitrary<ChangeRequest> = fc.oneof(
  rename.map(([there]) => there),
  fc.constant<ChangeRequest>({ kind: 'merge-entities', slugs: ['g7', 'talks'], into: 'russia' }),
  fc
    .subarray([...SLUGS], { minLength: 1 })
    .map((slugs) => ({ kind: 'delete-briefs', slugs }) as const),
  fc
    .constantFrom('g7', 'russia', 'talks')
    .map((slug) => ({ kind: 'delete-entity', slug }) as const),
  fc
    .constantFrom('graph/one-way', 'graph/entity-unlisted', 'graph/related-missing', 'counts/takes')
    .map((rule) => ({ kind: 'fix-rule', rule, slugs: null }) as const),
);

describe('a plan', () => {
  it('keeps every byte outside its edits, whichever changes are left out', () => {
    fc.assert(
      fc.property(desk, request, fc.infiniteStream(fc.boolean()), (files, wish, coins) => {
        const result = planChange(viewOf(files), wish, { text: (file) => files[file] ?? null });
        if (!result.ok) return;
        const { plan } = result;
        const ids = plan.plan.files.flatMap(({ changes }) => changes.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        const without = ids.filter(() => coins.next().value);
        const after = carriedOut(files, plan, without);
        for (const { file, to, before, changes } of plan.files) {
          const kept = changes.filter(
            ({ change }) => !change.optional || !without.includes(change.id),
          );
          if (to !== null)
            expect(after[to]).toBe(
              byHand(
                before ?? '',
                kept.flatMap(({ edits }) => edits),
              ),
            );
          else expect(after[file]).toBeUndefined();
        }
        const planned = new Set(plan.files.map(({ file }) => file));
        for (const file of Object.keys(files))
          if (!planned.has(file)) expect(after[file]).toBe(files[file]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows the lines as they are and as they would be', () => {
    fc.assert(
      fc.property(desk, request, (files, wish) => {
        const result = planChange(viewOf(files), wish, { text: (file) => files[file] ?? null });
        if (!result.ok) return;
        for (const { file, changes } of result.plan.plan.files) {
          const lines = (files[file] ?? '').split('\n');
          for (const { line, before, after } of changes) {
            expect(before).not.toBe(after);
            const first = before.split('\n')[0] ?? '';
            expect(lines[line - 1]?.replace(/\r$/, '')).toBe(first.replace(/\r$/, ''));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing that links to deleted briefs, however many go at once', () => {
    fc.assert(
      fc.property(desk, fc.subarray([...SLUGS], { minLength: 1 }), (files, slugs) => {
        const after = carriedOut(files, planned(files, { kind: 'delete-briefs', slugs }));
        for (const slug of slugs) {
          expect(unknown(after)).not.toContain(slug);
          expect(after).not.toHaveProperty([`briefs/${slug}.md`]);
        }
        const oneByOne = slugs.reduce(
          (left, slug) => changed(left, { kind: 'delete-briefs', slugs: [slug] }),
          files,
        );
        expect(after).toEqual(oneByOne);
      }),
    );
  });
});

function byHand(
  text: string,
  edits: readonly { from: number; to: number; insert: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((after, { from, to, insert }) => after.slice(0, from) + insert + after.slice(to), text);
}
