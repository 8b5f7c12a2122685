import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/check/index';
import { parse } from '../../../src/core/format/parse';
import { LineIndex } from '../../../src/core/text/lines';
import { entryOf } from '../../../src/core/workspace/entry';
import {
  type FileRead,
  readEntities,
  readOutlets,
  readSettings,
} from '../../../src/core/workspace/files';
import { knowledgeOf } from '../../../src/core/workspace/knowledge';
import { printEntities, printOutlets } from '../../../src/core/workspace/write';

const root = 'resources/sample-workspace';
const file = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

function faultless<T>(read: FileRead<T>): T {
  if (!read.ok) throw new Error(read.fault.message);
  expect(read.faults).toEqual([]);
  return read.value;
}

const settings = faultless(readSettings(file('briefwright.json')));
const entities = faultless(readEntities(file('registry/entities.json')));
const outlets = faultless(readOutlets(file('registry/outlets.json')));
const texts = new Map(
  readdirSync(`${root}/briefs`).map((name) => [name.replace(/\.md$/, ''), file(`briefs/${name}`)]),
);
const knowledge = knowledgeOf({
  settings,
  entities,
  outlets,
  briefs: Array.from(texts, ([slug, text]) => entryOf(slug, parse(text), settings)),
});

/** `rule line` of each finding. */
function findings(slug: string): string[] {
  const text = texts.get(slug) ?? '';
  const lines = new LineIndex(text);
  return check(parse(text), slug, knowledge).map(
    ({ rule, from }) => `${rule} ${lines.place(from).line}`,
  );
}

describe('the sample workspace', () => {
  it('has its registries in the form in which the app writes them', () => {
    expect(printEntities(entities)).toBe(file('registry/entities.json'));
    expect(printOutlets(outlets)).toBe(file('registry/outlets.json'));
  });

  it('has related briefs of the published one without a finding', () => {
    for (const slug of [
      'putin-spief-2026-economy-stagnation',
      'putin-ukraine-deep-strikes-summer',
      'g7-evian-macron-ukraine-pivot',
    ]) {
      expect([slug, findings(slug)]).toEqual([slug, []]);
    }
  });

  it('has briefs with the findings that editors meet', () => {
    expect(findings('hormuz-war-risk-premiums')).toEqual([
      'format/head 4',
      'link/entity-unknown 11',
      'format/number 20',
      'format/section-missing 25',
      'take/source-date 37',
      'take/quote-missing 38',
      'take/source-duplicate 39',
      'take/source-date 39',
      'take/summary-missing 42',
    ]);
    expect(findings('seoul-chip-tool-licences')).toEqual([
      'counts/takes 4',
      'link/partial-word 12',
      'link/entity-unknown 13',
      'link/brief-unknown 50',
      'graph/one-way 50',
    ]);
    expect(findings('black-sea-grain-corridor-review')).toEqual([
      'take/unlabelled 32',
      'take/summary-missing 36',
      'take/quote-missing 36',
      'take/source-missing 38',
      'take/quote-missing 38',
      'take/lens-empty 40',
      'graph/entity-unregistered 44',
    ]);
  });

  it('has the published brief with the findings of the format, and no brief besides', () => {
    expect(findings('putin-zelensky-talks-rebuff')).toHaveLength(13);
    expect(texts.size).toBe(7);
  });
});
