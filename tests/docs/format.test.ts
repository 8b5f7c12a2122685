import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_DEFAULTS } from '../../src/core/check/finding';
import { check } from '../../src/core/check/index';
import { partsOf } from '../../src/core/fields/parts';
import { BRIEF_FIELDS, formatPath, ITEM_FIELDS } from '../../src/core/fields/path';
import type { Brief } from '../../src/core/format/brief';
import { deriveCounts } from '../../src/core/format/counts';
import { splitNames } from '../../src/core/format/names';
import { parse } from '../../src/core/format/parse';
import { applyEdits } from '../../src/core/text/edit';
import { LineIndex } from '../../src/core/text/lines';
import type { Range } from '../../src/core/text/range';
import { type Knowledge, knowledgeOf } from '../../src/core/workspace/knowledge';
import type { Entity, Outlet, Settings } from '../../src/core/workspace/workspace';
import { intend } from '../support/intention';
import { type Block, readExamples, tableUnder } from './examples';

const document = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
const { examples, others } = readExamples(document, {
  examples: ['brief'],
  claims: ['parts', 'findings', 'fixed', 'edit', 'after', 'refused'],
});
const knowledge = readWorkspace(others);
/** The slug of every example. */
const SLUG = 'talks';

describe.each(examples)('example $number, $heading', (example) => {
  const brief = parse(example.text);
  const claims = example.claims.flatMap((claim, index) =>
    isOutcome(claim) ? [] : [{ ...claim, name: `${claim.kind} ${claim.info}`.trim(), index }],
  );

  it.each(claims)('$name', ({ kind, info, text, index }) => {
    switch (kind) {
      case 'parts':
        expect(viewOf(brief)).toMatchObject(JSON.parse(text) as object);
        break;
      case 'findings':
        expect(findings(brief, info)).toEqual(text === '' ? [] : text.split('\n'));
        break;
      case 'fixed':
        expect(fixed(brief, info)).toBe(text);
        break;
      default:
        expect(outcome(brief, text)).toEqual(example.claims[index + 1]);
    }
  });
});

describe('the page', () => {
  it('numbers its examples, and claims something of each', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60);
    expect(examples.map(({ number }) => number)).toEqual(examples.map((_, index) => index + 1));
    expect(examples.filter(({ claims }) => claims.length === 0)).toEqual([]);
    for (const { claims } of examples) {
      expect(claims.filter(isOutcome)).toHaveLength(claims.filter(isEdit).length);
    }
  });

  it('has no block of another kind', () => {
    expect(others.map(({ kind }) => kind)).toEqual(['workspace', 'text']);
  });

  it('names every field', () => {
    const paths = [
      ...BRIEF_FIELDS.map((field) => formatPath({ field })),
      ...ITEM_FIELDS.map((field) => formatPath({ field, index: 0 }).replace('[0]', '[n]')),
    ];
    const named = tableUnder(document, 'Fields').map(([path]) => path);
    expect(new Set(named)).toEqual(new Set(paths));
  });

  it('tries every intention that it names', () => {
    const twoWords = (line: string) => line.split(' ').slice(0, 2).join(' ');
    const verb = (line: string) => line.replace(/^(set|insert|link) .*/, '$1');
    const named = tableUnder(document, 'Intentions').flatMap(([line = '']) => line.split(', '));
    const tried = examples.flatMap(({ claims }) =>
      claims.filter(isEdit).map(({ text }) => verb(twoWords(text))),
    );
    expect([...new Set(tried)].sort()).toEqual([...new Set(named.map(twoWords).map(verb))].sort());
  });

  it('names every rule with its severity', () => {
    const named = tableUnder(document, 'Rules').map(([rule, severity]) => [rule, severity]);
    expect(Object.fromEntries(named)).toEqual(RULE_DEFAULTS);
  });
});

/** What a `parts` block may speak of: the values of a brief, and what is found beside them. */
function viewOf(brief: Brief): object {
  const text = ({ from, to }: Range) => brief.source.slice(from, to);
  const { entities } = brief;
  return {
    ...partsOf(brief),
    counts: deriveCounts(brief),
    sections: brief.sections.map(({ kind, duplicate }) => (duplicate ? `${kind} again` : kind)),
    names: entities
      ? splitNames(entities.value, (name) => knowledge.entities.isName(name)).map(
          (name) => name.text,
        )
      : null,
    links: brief.links.map(text),
    islands: brief.islands.map(text),
    unreadable: brief.meta?.unreadable.map(text) ?? [],
  };
}

/** `severity rule line:column-line:column` of the findings whose rules start with one of the words. */
function findings(brief: Brief, of: string): string[] {
  const lines = new LineIndex(brief.source);
  const place = (offset: number) => {
    const { line, column } = lines.place(offset);
    return `${line}:${column}`;
  };
  return check(brief, SLUG, knowledge)
    .filter(({ rule }) => of.split(' ').some((start) => rule.startsWith(start)))
    .map(({ severity, rule, from, to }) => `${severity} ${rule} ${place(from)}-${place(to)}`);
}

/** The text after the first fix of the rule's first finding. */
function fixed(brief: Brief, rule: string): string {
  const [fix] = check(brief, SLUG, knowledge).find((finding) => finding.rule === rule)?.fixes ?? [];
  if (fix?.kind !== 'edit') throw new Error(`No fix of ${rule} edits the brief`);
  return applyEdits(brief.source, fix.edits);
}

function outcome(brief: Brief, line: string): Block {
  const result = intend(brief, line, (name) => knowledge.entities.isName(name));
  return result.ok
    ? { kind: 'after', info: '', text: applyEdits(brief.source, result.edits) }
    : { kind: 'refused', info: '', text: result.reason };
}

function isEdit({ kind }: Block): boolean {
  return kind === 'edit';
}

function isOutcome({ kind }: Block): boolean {
  return kind === 'after' || kind === 'refused';
}

interface Workspace {
  readonly settings: Settings;
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
  /** The Related slugs of each known brief. */
  readonly briefs: Readonly<Record<string, readonly string[]>>;
}

function readWorkspace(blocks: readonly Block[]): Knowledge {
  const block = blocks.find(({ kind }) => kind === 'workspace');
  if (!block) throw new Error('The page names no workspace');
  const { briefs, ...rest } = JSON.parse(block.text) as Workspace;
  const entries = Object.entries(briefs).map(([slug, related]) => ({
    slug,
    title: slug,
    date: '2026-06-01',
    related,
    claims: null,
    published: false,
  }));
  return knowledgeOf({ ...rest, briefs: entries });
}
