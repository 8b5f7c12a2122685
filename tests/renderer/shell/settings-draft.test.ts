import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/core/check/finding';
import type { Settings } from '../../../src/core/workspace/workspace';
import { SAMPLE_SETTINGS } from '../../../src/renderer/shell/dialogs/sample-settings';
import {
  anyFault,
  draftOf,
  faultsOf,
  sameSettings,
  settingsOf,
} from '../../../src/renderer/shell/dialogs/settings-draft';
import { targetNames } from '../../../src/renderer/shell/dialogs/target-draft';

const words = fc.array(fc.constantFrom('event', 'Russia', 'en', 'Who Decides'), { maxLength: 3 });

const least = fc.dictionary(
  fc.constantFrom('Russia', 'Right', 'en'),
  fc.integer({ min: 1, max: 9 }),
);

const settings: fc.Arbitrary<Settings> = fc.record(
  {
    version: fc.constant(1 as const),
    site: fc.constant('https://example.org'),
    prefix: fc.constantFrom('ko', 'en'),
    types: words,
    heads: words,
    lenses: words,
    regions: words,
    languages: words,
    rules: fc.dictionary(fc.constantFrom(...RULE_IDS), fc.constantFrom('off', 'error')),
    published: fc.constant(['../site']),
    exportPath: fc.constant('out/{slug}.md'),
    balance: fc.record(
      { lenses: least, regions: least, languages: least, note: fc.constant('kept') },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['version', 'site', 'prefix'] },
);

it('gives back the settings that were not touched', () => {
  fc.assert(
    fc.property(settings, (before) => {
      expect(settingsOf(draftOf(before), before)).toEqual(before);
    }),
  );
});

const start: Settings = { version: 1, site: 'https://example.org', prefix: 'ko' };

it('finds what can’t be saved', () => {
  const draft = draftOf(start);
  expect(anyFault(faultsOf(draft))).toBe(false);
  expect(faultsOf({ ...draft, site: 'example.org' }).site).toMatch(/full address/);
  expect(faultsOf({ ...draft, prefix: 'K O' }).prefix).toMatch(/small letters/);
  expect(faultsOf({ ...draft, exportPath: '../{slug}.md' }).exportPath).toMatch(/lead out/);
  expect(faultsOf({ ...draft, exportPath: 'all.md' }).exportPath).toMatch(/\{slug\}/);
});

it('takes a target of whole numbers, and none where nothing is asked for', () => {
  const draft = draftOf({ ...start, balance: { regions: { Russia: 1 } } });
  const typed = (text: string) => ({
    ...draft,
    target: { ...draft.target, regions: { Russia: text } },
  });
  for (const wrong of ['one', '-1', '1.5', '1e3', '1000']) {
    expect(faultsOf(typed(wrong)).target, wrong).toBe(true);
    expect(anyFault(faultsOf(typed(wrong)))).toBe(true);
  }
  expect(anyFault(faultsOf(typed(' 2 ')))).toBe(false);
  expect(settingsOf(typed(' 2 '), start)).toEqual({
    ...start,
    balance: { regions: { Russia: 2 } },
  });
  for (const none of ['', '0', ' ']) expect(settingsOf(typed(none), start)).toEqual(start);
});

it('asks for the words of the vocabulary, and for what only the target has', () => {
  const names = (words: readonly string[], numbers: Readonly<Record<string, string>>) =>
    targetNames(words, numbers);
  expect(names(['unlabelled', 'Left', 'Right'], {})).toEqual(['Left', 'Right']);
  expect(names(['Left'], { Right: '1' })).toEqual(['Left', 'Right']);
  expect(names(['Te\u0301le\u0301'], { 'T\u00E9l\u00E9': '1' })).toEqual(['T\u00E9l\u00E9']);
});

it('tells settings apart by what they say, not by their order', () => {
  const other = { prefix: 'ko', version: 1, site: 'https://example.org' } as const;
  expect(sameSettings(start, other)).toBe(true);
  expect(sameSettings(start, { ...other, prefix: 'en' })).toBe(false);
});

it('drops an export path that was emptied, and a slash at the end of the site', () => {
  const draft = { ...draftOf({ ...start, exportPath: '{slug}.md' }), exportPath: ' ' };
  expect(settingsOf({ ...draft, site: 'https://example.org/' }, start)).toEqual(start);
});

it('knows the settings of the sample', async () => {
  // Tests of the page know no Node types.
  const files: string = 'node:fs';
  const { readFileSync }: { readFileSync: (file: URL, as: 'utf8') => string } = await import(files);
  const file = new URL('../../../resources/sample-workspace/briefwright.json', import.meta.url);
  expect(SAMPLE_SETTINGS).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
