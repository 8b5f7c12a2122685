import { describe, expect, it } from 'vitest';
import { RULE_IDS, type Finding, type RuleId } from '../../../src/core/check/finding';
import { check } from '../../../src/core/check/index';
import { RULES } from '../../../src/core/check/rules';
import { RULE_TITLES } from '../../../src/core/check/titles';
import { parse } from '../../../src/core/format/parse';
import { WAIVER_RULES } from '../../../src/core/waive/waive';
import { applyEdits } from '../../../src/core/text/edit';
import { BriefIndex } from '../../../src/core/workspace/briefs';
import type { Knowledge } from '../../../src/core/workspace/knowledge';
import { briefRelatedTo, SMALL_BRIEF, smallKnowledge, swap } from '../../support/brief';
import { WAIVER_CASES } from '../waive/cases';
import { CASES } from './cases';
import { unmark } from '../../support/marked';

const small = smallKnowledge();

function found(text: string, rule: RuleId, knowledge: Knowledge = small): Finding[] {
  return check(parse(text), 'small', knowledge).filter((finding) => finding.rule === rule);
}

const keyOf = ({ rule, message }: Finding) => `${rule} ${message}`;

describe.each(CASES.map((one, index) => ({ ...one, name: `${one.rule}, case ${index + 1}` })))(
  '$name',
  ({ rule, marked, knowledge = small, fixed }) => {
    const { text, ranges } = unmark(marked);

    it('finds what it should, and where', () => {
      expect(found(text, rule, knowledge).map(({ from, to }) => ({ from, to }))).toEqual(ranges);
    });

    it('is mended by its fix, and nothing else breaks', () => {
      const findings = found(text, rule, knowledge);
      const edits = findings.flatMap(({ fixes: [fix] }) =>
        fix?.kind === 'edit' ? [fix.edits] : [],
      );
      if (fixed === undefined) {
        expect(edits).toEqual([]);
        return;
      }
      expect(edits).toHaveLength(1);
      const after = applyEdits(text, edits[0] ?? []);
      expect(after).toBe(fixed);
      expect(found(after, rule, knowledge)).toEqual([]);
      const before = check(parse(text), 'small', knowledge).map(keyOf);
      const left = check(parse(after), 'small', knowledge).map(keyOf);
      // A section that was inserted is empty until somebody writes it.
      const broken = left.filter((key) => !/section-empty/.test(key) && !before.includes(key));
      expect(broken).toEqual([]);
    });
  },
);

describe('the rules', () => {
  it('are all there, each once, with a title, and each is tested', () => {
    expect([...RULES.map(({ id }) => id), ...WAIVER_RULES]).toEqual(RULE_IDS);
    expect(Object.keys(RULE_TITLES)).toEqual(RULE_IDS);
    const tried = [...CASES, ...WAIVER_CASES].map(({ rule }) => rule);
    expect(new Set(tried)).toEqual(new Set(RULE_IDS));
  });

  it('find nothing in a good brief', () => {
    expect(check(parse(SMALL_BRIEF), 'small', small)).toEqual([]);
    const crlf = SMALL_BRIEF.replaceAll('\n', '\r\n');
    expect(check(parse(`\uFEFF${crlf}`), 'small', small)).toEqual([]);
  });

  it('say what is wrong in one sentence', () => {
    for (const { rule, marked, knowledge } of CASES) {
      for (const finding of found(unmark(marked).text, rule, knowledge)) {
        expect(keyOf(finding)).toMatch(/^[a-z/-]+ \S.*\.$/);
      }
    }
  });
});

function fixesOf(text: string, rule: RuleId, knowledge?: Knowledge) {
  return found(text, rule, knowledge).map(({ fixes }) => fixes);
}

describe('fixes outside the brief', () => {
  it('add an entity that a link or a name asks for', () => {
    const link = swap(
      SMALL_BRIEF,
      '[Vladimir Putin](/ko/entity/vladimir-putin)',
      '[Lula](/ko/entity/lula)',
    );
    expect(fixesOf(link, 'link/entity-unknown')).toEqual([
      [{ kind: 'add-entity', title: 'Add “Lula” to the registry', name: 'Lula', slug: 'lula' }],
    ]);
    const name = swap(SMALL_BRIEF, 'Entities: Vladimir Putin', 'Entities: Washington DC');
    expect(fixesOf(name, 'graph/entity-unregistered')).toMatchObject([
      [{ kind: 'add-entity', name: 'Washington DC', slug: 'washington-dc-2' }],
    ]);
  });

  it('list a brief back, but not in a published one', () => {
    const oneWay = smallKnowledge({ briefs: { other: briefRelatedTo() } });
    expect(fixesOf(SMALL_BRIEF, 'graph/one-way', oneWay)).toEqual([
      [{ kind: 'relate-back', title: 'Add it in “Another”', in: 'other', slug: 'small' }],
    ]);
    const entries = [...oneWay.briefs.all].map((entry) => ({ ...entry, published: true }));
    const published = { ...oneWay, briefs: new BriefIndex(entries) };
    expect(fixesOf(SMALL_BRIEF, 'graph/one-way', published)).toEqual([[]]);
  });

  it('never lead a brief to itself', () => {
    const text = swap(SMALL_BRIEF, '[[other]]', '[[other]], [[smal]]');
    expect(fixesOf(text, 'link/brief-unknown')).toEqual([[]]);
  });

  it('never throw away what stands under an empty lens', () => {
    const text = swap(SMALL_BRIEF, '## Across', '### Kremlin\nA note.\n\n## Across');
    expect(fixesOf(text, 'take/lens-empty')).toEqual([[]]);
  });

  it('are worked out once, and only when they are read', () => {
    const [finding] = found(swap(SMALL_BRIEF, '2 takes', '3 takes'), 'counts/takes');
    expect(finding?.fixes).toBe(finding?.fixes);
  });
});

describe('links that are fine', () => {
  it.each([
    ['with a particle of Hangul', '[푸틴](/ko/entity/vladimir-putin)은'],
    ['within kana', 'は[プーチン](/ko/entity/vladimir-putin)の'],
    ['within Han', '对[普京](/ko/entity/vladimir-putin)说'],
    ['within Thai', 'ว่า[ปูติน](/ko/entity/vladimir-putin)พูด'],
    ['before an apostrophe', '[Putin](/ko/entity/vladimir-putin)’s'],
    [
      'in brackets and dashes',
      '([Putin](/ko/entity/vladimir-putin))–[Putin](/ko/entity/vladimir-putin)',
    ],
    ['of other sites', '[Putin](https://example.org/x) and <https://example.org>'],
    ['that are quotations', '“[he] said [sic] so [[or so]]”'],
    ['that are code', '`[x](/nowhere)`'],
    ['that are comments', '<!-- [x](/nowhere) -->'],
  ])('%s', (_, text) => {
    expect(check(parse(swap(SMALL_BRIEF, 'in Moscow.', text)), 'small', small)).toEqual([]);
  });
});

describe('levels', () => {
  const text = swap(SMALL_BRIEF, '2 takes', '3 takes');

  it('come from the workspace', () => {
    const knowledge = smallKnowledge({ settings: { rules: { 'counts/takes': 'info' } } });
    expect(found(text, 'counts/takes', knowledge)).toMatchObject([{ severity: 'info' }]);
    expect(found(text, 'counts/takes')).toMatchObject([{ severity: 'error' }]);
  });

  it('turn a rule off', () => {
    const knowledge = smallKnowledge({ settings: { rules: { 'counts/takes': 'off' } } });
    expect(found(text, 'counts/takes', knowledge)).toEqual([]);
  });
});
