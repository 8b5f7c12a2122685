import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core/format/parse';
import { readOutlets } from '../../../src/core/workspace/files';
import { SMALL_BRIEF, swap } from '../../support/brief';
import { changed, differing, planned, refusal, REGISTRIES, type Files } from './desk';

const OUTLETS = `[
  {"name": "CNN", "domains": ["cnn.com"], "region": "United States", "mark": 1},
  {"name": "CNN International", "domains": ["CNN.com", "cnn.co.uk"], "region": "United Kingdom", "lang": "en"},
  {"name": "Cnn", "lens": "US wire / analytical"},
  {"name": "TASS"}
]
`;
const OTHER = `# Another

CNN International and **CNN International** are words here.

## Regional takes (batched by bias / lens)

### Left
- **CNN International** (United Kingdom, en) — As CNN International said.
  Source: https://cnn.co.uk/1
- **Cnn** (United States, en) — It said.
- **TASS** (Russia, ru) — It too.
`;
const FILES: Files = {
  ...REGISTRIES,
  'registry/outlets.json': OUTLETS,
  'briefs/small.md': SMALL_BRIEF,
  'briefs/other.md': OTHER,
};
const request = {
  kind: 'merge-outlets',
  names: ['CNN International', 'Cnn'],
  into: 'CNN',
} as const;

describe('outlets that become one', () => {
  it('leave their domains and what the one that stays lacks, and their takes name it', () => {
    expect(differing(FILES, changed(FILES, request))).toEqual({
      'registry/outlets.json': `[
  {"name": "CNN", "domains": ["cnn.com", "cnn.co.uk"], "region": "United States", "mark": 1, "lang": "en", "lens": "US wire / analytical"},
  {"name": "TASS"}
]
`,
      'briefs/other.md': OTHER.replace('- **CNN International**', '- **CNN**').replace(
        '- **Cnn**',
        '- **CNN**',
      ),
    });
  });

  it('show each line, and say what is not kept', () => {
    const { plan } = planned(FILES, request);
    expect(plan.title).toBe('Merge CNN International, Cnn into CNN');
    expect(plan.remarks).toEqual([
      'CNN International has the region “United Kingdom”; “United States” stays.',
    ]);
    expect(plan.files.map(({ file, changes }) => [file, changes.map(({ line }) => line)])).toEqual([
      ['registry/outlets.json', [2]],
      ['briefs/other.md', [8, 10]],
    ]);
    expect(plan.files[1]?.changes.every(({ optional }) => optional)).toBe(true);
  });

  it('give a record all that it lacks', () => {
    const into = { ...request, names: ['CNN International'], into: 'TASS' } as const;
    expect(changed(FILES, into)['registry/outlets.json']).toContain(
      '{"name": "TASS", "domains": ["CNN.com", "cnn.co.uk"], "region": "United Kingdom", "lang": "en"}',
    );
  });

  it('take waivers along', () => {
    const waiver = (text: string) =>
      `[\n  {"rule": "take/source-missing", "slug": "other", "text": ${JSON.stringify(text)}}\n]\n`;
    const files = { ...FILES, 'registry/waivers.json': waiver('- **Cnn** (United States, en) —') };
    expect(changed(files, request)['registry/waivers.json']).toBe(
      waiver('- **CNN** (United States, en) —'),
    );
  });

  it('become one though two records have one name, or one in two Unicode forms', () => {
    const twice = swap(OUTLETS, '"Cnn"', '"CNN"');
    const one = changed(
      { ...FILES, 'registry/outlets.json': twice },
      { kind: 'merge-outlets', names: ['CNN'], into: 'CNN' },
    );
    expect(outletsOf(one)).toEqual(['CNN', 'CNN International', 'TASS']);
    const forms: Files = {
      ...FILES,
      'registry/outlets.json': '[\n  {"name": "D\u00E9n"},\n  {"name": "De\u0301n"}\n]\n',
      'briefs/other.md': OTHER.replace('**Cnn**', '**De\u0301n**'),
    };
    const after = changed(forms, {
      kind: 'merge-outlets',
      names: ['De\u0301n'],
      into: 'D\u00E9n',
    });
    expect(outletsOf(after)).toEqual(['D\u00E9n']);
    expect(after['briefs/other.md']).toContain('**D\u00E9n**');
  });

  it('are refused where there are none, or only one', () => {
    expect(refusal(FILES, { ...request, names: ['BBC'] })).toBe('There is no outlet “BBC”.');
    expect(refusal(FILES, { ...request, into: 'BBC' })).toBe('There is no outlet “BBC”.');
    expect(refusal(FILES, { ...request, names: ['CNN'] })).toContain('at least two outlets');
    const { 'registry/outlets.json': _, ...none } = FILES;
    expect(refusal(none, request)).toContain('is not there');
  });

  it('leave every take with an outlet that is registered, and all else as it was', () => {
    const names = ['CNN', 'CNN International', 'Cnn', 'TASS'];
    const merging = fc
      .shuffledSubarray(names, { minLength: 2 })
      .map(([into = '', ...gone]) => ({ kind: 'merge-outlets', names: gone, into }) as const);
    fc.assert(
      fc.property(merging, (wish) => {
        const after = changed(FILES, wish);
        expect(outletsOf(after)).toEqual(names.filter((name) => !wish.names.includes(name)));
        const meant = takesOf(FILES).map((name) => (wish.names.includes(name) ? wish.into : name));
        expect(takesOf(after)).toEqual(meant);
        const without = (text = '') => text.replace(/^- \*\*.*?\*\*/gm, '- ');
        expect(without(after['briefs/other.md'])).toBe(without(OTHER));
      }),
    );
  });
});

function outletsOf(files: Files): string[] {
  const read = readOutlets(files['registry/outlets.json'] ?? '');
  return read.ok ? read.value.map(({ name }) => name) : [];
}

function takesOf(files: Files): string[] {
  const texts = ['briefs/other.md', 'briefs/small.md'].map((file) => files[file] ?? '');
  return texts.flatMap((text) => parse(text).takes.map(({ outlet }) => outlet.text));
}
